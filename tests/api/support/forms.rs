//! Forms that pass every rule.

use serde_json::{Value, json};

/// The four kinds of lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LeadKind {
    PlusWithSupport,
    PlusAlone,
    PosWithSupport,
    PosAlone,
}

/// A complete form of this kind.
pub(crate) fn form(kind: LeadKind) -> Value {
    match kind {
        LeadKind::PlusWithSupport => plus("requested"),
        LeadKind::PlusAlone => plus("none"),
        LeadKind::PosWithSupport => pos("requested"),
        LeadKind::PosAlone => pos("none"),
    }
}

/// A complete Plus form.
pub(crate) fn plus(support: &str) -> Value {
    json!({
        "product": "plus",
        "contact_name": "Anna Sjöström",
        "contact_email": "anna@acme.example",
        "phone": "+46 31 555 01 42",
        "company": "Acme AB",
        "website": "https://www.acme.com/",
        "country": "SE",
        "existing_store": "acme.myshopify.com",
        "expected_timing": "within_3_months",
        "current_platform": "Magento 2.4",
        "annual_revenue": "5m_to_20m",
        "sales_support": support,
        "description": "Six shops and a web store.\nThey want one stock.",
        "consent": true,
    })
}

/// A complete POS form.
pub(crate) fn pos(support: &str) -> Value {
    json!({
        "product": "pos",
        "contact_name": "Đặng Thị Quỳnh Như",
        "contact_email": "nhu@phosau.example",
        "company": "Phở Sáu",
        "country": "SE",
        "location_count": 6,
        "current_pos": "Paper",
        "payments_interest": "yes",
        "sales_support": support,
        "description": "Six restaurants.",
        "consent": true,
    })
}

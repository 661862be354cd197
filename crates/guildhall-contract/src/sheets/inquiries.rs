//! Inquiries as the partner sees them who received them.

use guildhall_domain::inquiry::InquiryRow;

use super::Cell;

/// What the columns are called.
pub const INQUIRY_COLUMNS: [&str; 13] = [
    "id",
    "status",
    "company",
    "contact_name",
    "contact_email",
    "website",
    "country",
    "service",
    "repeat",
    "delivery",
    "lead",
    "sent_at",
    "updated_at",
];

/// An inquiry.
#[must_use]
pub fn inquiry_cells(row: &InquiryRow) -> [Cell; 13] {
    let inquiry = &row.inquiry;
    [
        inquiry.id.to_string().into(),
        inquiry.status.slug().into(),
        inquiry.company.as_str().into(),
        inquiry.contact_name.as_str().into(),
        inquiry.contact_email.as_str().into(),
        inquiry.website.as_deref().into(),
        inquiry.country.code().into(),
        inquiry.service.slug().into(),
        if inquiry.is_repeat { "yes" } else { "no" }.into(),
        inquiry.delivery.code().into(),
        inquiry.lead.as_ref().map(ToString::to_string).into(),
        Cell::time(inquiry.sent_at),
        Cell::time(inquiry.updated_at),
    ]
}

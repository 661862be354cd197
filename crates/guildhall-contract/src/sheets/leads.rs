//! Leads.

use guildhall_domain::actor::Side;
use guildhall_domain::lead::listing::LeadRow;

use super::Cell;

/// What the columns are called.
pub const LEAD_COLUMNS: [&str; 19] = [
    "id",
    "organisation",
    "product",
    "sales_support",
    "status",
    "outcome",
    "company",
    "contact_name",
    "contact_email",
    "website",
    "country",
    "reference",
    "representative",
    "submitted_at",
    "updated_at",
    "hold",
    "promise",
    "due_at",
    "next_action",
];

/// A lead as a reader on one side sees it: what the other side means to do is not theirs to know.
#[must_use]
pub fn lead_cells(row: &LeadRow, side: Side) -> [Cell; 19] {
    let lead = &row.lead;
    [
        lead.id.to_string().into(),
        lead.org_name.as_str().into(),
        lead.product.code().into(),
        lead.support.code().into(),
        lead.status.code().into(),
        lead.outcome.map(guildhall_domain::lead::Outcome::code).into(),
        lead.company.as_str().into(),
        lead.contact_name.as_str().into(),
        lead.contact_email.as_str().into(),
        lead.website.as_deref().into(),
        lead.country.code().into(),
        lead.reference.as_deref().into(),
        lead.representative.as_ref().map(|rep| rep.name.as_str()).into(),
        Cell::time(lead.submitted_at),
        Cell::time(lead.updated_at),
        lead.hold.map(guildhall_domain::lead::Hold::code).into(),
        lead.due.map(|due| due.promise.code()).into(),
        lead.due.map(|due| Cell::time(due.at)).into(),
        lead.plan(side).map(|day| day.to_string()).into(),
    ]
}

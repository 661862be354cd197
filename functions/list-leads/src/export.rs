//! The current filter as CSV.

use guildhall_domain::actor::Side;
use guildhall_domain::lead::listing::LeadRow;
use guildhall_http::{Body, Problem, Response, spreadsheet, spreadsheet_time};

const HEADER: [&str; 19] = [
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

/// The rows as a reader on one side sees them: what the other side means to do is not theirs to know.
pub(crate) fn csv(rows: &[&LeadRow], side: Side) -> Result<Response<Body>, Problem> {
    spreadsheet("leads.csv", HEADER, rows.iter().map(|row| cells(row, side)))
}

fn cells(row: &LeadRow, side: Side) -> [String; 19] {
    let lead = &row.lead;
    [
        lead.id.to_string(),
        lead.org_name.clone(),
        lead.product.code().to_owned(),
        lead.support.code().to_owned(),
        lead.status.code().to_owned(),
        lead.outcome.map(|outcome| outcome.code().to_owned()).unwrap_or_default(),
        lead.company.clone(),
        lead.contact_name.clone(),
        lead.contact_email.clone(),
        lead.website.clone().unwrap_or_default(),
        lead.country.code().to_owned(),
        lead.reference.clone().unwrap_or_default(),
        lead.representative.as_ref().map(|rep| rep.name.clone()).unwrap_or_default(),
        spreadsheet_time(lead.submitted_at),
        spreadsheet_time(lead.updated_at),
        lead.hold.map(|hold| hold.code().to_owned()).unwrap_or_default(),
        lead.due.map(|due| due.promise.code().to_owned()).unwrap_or_default(),
        lead.due.map(|due| spreadsheet_time(due.at)).unwrap_or_default(),
        lead.plan(side).map(|day| day.to_string()).unwrap_or_default(),
    ]
}

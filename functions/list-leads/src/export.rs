//! The current filter as CSV.

use guildhall_domain::lead::listing::LeadRow;
use guildhall_http::{Body, Problem, Response, spreadsheet, spreadsheet_time};

const HEADER: [&str; 15] = [
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
];

pub(crate) fn csv(rows: &[&LeadRow]) -> Result<Response<Body>, Problem> {
    spreadsheet("leads.csv", HEADER, rows.iter().map(|row| cells(row)))
}

fn cells(row: &LeadRow) -> [String; 15] {
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
    ]
}

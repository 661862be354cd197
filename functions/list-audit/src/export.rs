//! The current filter as CSV.

use guildhall_domain::audit::Month;
use guildhall_domain::audit::listing::AuditRow;
use guildhall_http::{Body, Problem, Response, spreadsheet, spreadsheet_time};

const HEADER: [&str; 13] = [
    "id",
    "at",
    "person",
    "person_id",
    "role",
    "act",
    "subject",
    "subject_id",
    "subject_name",
    "organisation",
    "organisation_name",
    "detail",
    "note",
];

pub(crate) fn csv(month: Month, rows: &[&AuditRow]) -> Result<Response<Body>, Problem> {
    spreadsheet(&format!("audit-{month}.csv"), HEADER, rows.iter().map(|row| cells(row)))
}

fn cells(row: &AuditRow) -> [String; 13] {
    let entry = &row.entry;
    let (organisation, organisation_name) = match &entry.organisation {
        Some(organisation) => (organisation.id.to_string(), organisation.name.clone().unwrap_or_default()),
        None => (String::new(), String::new()),
    };
    [
        entry.id.to_string(),
        spreadsheet_time(entry.at),
        entry.by.name.clone(),
        entry.by.id.to_string(),
        entry.by.role.code().to_owned(),
        entry.act.slug().to_owned(),
        entry.subject.kind.slug().to_owned(),
        entry.subject.id.clone(),
        entry.subject.name.clone(),
        organisation,
        organisation_name,
        entry.detail.as_ref().map(guildhall_domain::audit::AuditDetail::line).unwrap_or_default(),
        entry.note.as_ref().map(|note| note.as_str().to_owned()).unwrap_or_default(),
    ]
}

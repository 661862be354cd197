//! The current filter as CSV.

use guildhall_contract::sheets::Cell;
use guildhall_domain::audit::Month;
use guildhall_domain::audit::listing::AuditRow;
use guildhall_http::{Body, Problem, Response, spreadsheet};

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

pub(crate) fn csv(month: Month, mark: bool, rows: &[&AuditRow]) -> Result<Response<Body>, Problem> {
    spreadsheet(&format!("audit-{month}.csv"), mark, HEADER, rows.iter().map(|row| cells(row)))
}

fn cells(row: &AuditRow) -> [Cell; 13] {
    let entry = &row.entry;
    let organisation = entry.organisation.as_ref();
    [
        entry.id.to_string().into(),
        Cell::time(entry.at),
        entry.by.name.as_str().into(),
        entry.by.id.as_str().into(),
        entry.by.role.code().into(),
        entry.act.slug().into(),
        entry.subject.kind.slug().into(),
        entry.subject.id.as_str().into(),
        entry.subject.name.as_str().into(),
        organisation.map(|organisation| organisation.id.as_str()).into(),
        organisation.and_then(|organisation| organisation.name.as_deref()).into(),
        entry.detail.as_ref().map(guildhall_domain::audit::AuditDetail::line).into(),
        entry.note.as_ref().map(guildhall_domain::personal::Personal::as_str).into(),
    ]
}

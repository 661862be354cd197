//! A run as CSV, by which it is paid and kept in the books.

use guildhall_contract::sheets::Cell;
use guildhall_domain::payout::listing::RunRow;
use guildhall_http::{Body, Problem, Response, spreadsheet};

use crate::survey::Survey;

const HEADER: [&str; 10] = [
    "period",
    "organisation",
    "organisation_name",
    "amount",
    "currency",
    "state",
    "held",
    "payee",
    "country",
    "account",
];

/// Every account of a run, by the organisations' names.
pub(crate) fn csv(survey: &Survey, mark: bool) -> Result<Response<Body>, Problem> {
    let period = survey.period.period;
    let mut rows: Vec<_> = survey.rows.iter().collect();
    rows.sort_by(|left, right| {
        (&left.name, &left.org, left.amount.currency).cmp(&(&right.name, &right.org, right.amount.currency))
    });
    let rows = rows.into_iter().map(|row| cells(&period.to_string(), row));
    spreadsheet(&format!("payouts-{period}.csv"), mark, HEADER, rows)
}

fn cells(period: &str, row: &RunRow) -> [Cell; 10] {
    let to = row.to.as_ref();
    [
        period.into(),
        row.org.as_str().into(),
        row.name.as_str().into(),
        Cell::amount(row.amount),
        row.amount.currency.code().into(),
        row.state.code().into(),
        row.held.map(guildhall_domain::payout::HeldReason::code).into(),
        to.map(|to| to.payee.as_str()).into(),
        to.map(|to| to.country.code()).into(),
        to.map(|to| to.account.as_str()).into(),
    ]
}

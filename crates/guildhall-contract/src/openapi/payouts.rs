//! Payouts and payout runs.

use crate::payouts::{
    PayoutDetailsBody, PayoutDetailsEntry, PayoutPage, PayoutRunDetails, PayoutRunPage, RunProgress,
};

/// What the organisation was and will be paid: for those of it who see that
///
/// Twice a month, on the fifth working day after the 15th and after the end of the month. Less than the least that is
/// paid out waits. Currencies are never converted or added.
#[utoipa::path(
    get, path = "/api/v1/payouts", tag = "payouts", operation_id = "list_payouts", security(("bearer" = [])),
    params(
        ("sort" = Option<String>, Query, description = "period"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses((status = 200, description = "Payouts", body = PayoutPage))
)]
pub(super) fn list_payouts() {}

/// Where the organisation is paid: for those of it who see what it earns
///
/// Of the account's number only the last four characters are ever answered.
#[utoipa::path(
    get, path = "/api/v1/payouts/details", tag = "payouts", operation_id = "get_payout_details", security(("bearer" = [])),
    responses((status = 200, description = "Where the organisation is paid", body = PayoutDetailsEntry, headers(("etag" = String, description = "The revision, for If-Match"))))
)]
pub(super) fn get_payout_details() {}

/// Say where the organisation is paid: for its owners
#[utoipa::path(
    put, path = "/api/v1/payouts/details", tag = "payouts", operation_id = "save_payout_details", security(("bearer" = [])),
    params(("if-match" = String, Header, description = "The revision that was seen, \"0\" for the first time")),
    request_body = PayoutDetailsBody,
    responses((status = 200, description = "Saved", body = PayoutDetailsEntry, headers(("etag" = String, description = "The revision, for If-Match"))))
)]
pub(super) fn save_payout_details() {}

/// The payout periods and their runs: for administrators
#[utoipa::path(
    get, path = "/api/v1/payout-runs", tag = "payouts", operation_id = "list_payout_runs", security(("bearer" = [])),
    params(
        ("sort" = Option<String>, Query, description = "period"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses((status = 200, description = "Periods", body = PayoutRunPage))
)]
pub(super) fn list_payout_runs() {}

/// What a run does or did, account by account: for administrators
///
/// A preview until the run is made, and the report from then on.
#[utoipa::path(
    get, path = "/api/v1/payout-runs/{period}", tag = "payouts", operation_id = "get_payout_run", security(("bearer" = [])),
    params(
        ("period" = String, Path, description = "The period, as 2026-11-1"),
        ("state" = Option<String>, Query, description = "Any of to_pay, to_hold, paid, held; separated by commas"),
        ("q" = Option<String>, Query, description = "Words in the organisation's name"),
        ("sort" = Option<String>, Query, description = "organisation, amount or state"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses((status = 200, description = "A page", body = PayoutRunDetails))
)]
pub(super) fn get_payout_run() {}

/// Make a run, a piece at a time: for administrators
///
/// Ask again until it is finished. Begun anew, also after it broke off or by somebody else, it goes on and pays nothing
/// twice. Not before the period's day of payment, and not while the run before is unfinished.
#[utoipa::path(
    post, path = "/api/v1/payout-runs/{period}", tag = "payouts", operation_id = "make_payout_run", security(("bearer" = [])),
    params(("period" = String, Path, description = "The period, as 2026-11-1")),
    responses((status = 200, description = "How far it has come", body = RunProgress))
)]
pub(super) fn make_payout_run() {}

/// A run as CSV, with the whole numbers of accounts: for administrators
///
/// The audit log keeps who took it.
#[utoipa::path(
    get, path = "/api/v1/payout-runs/{period}/report.csv", tag = "payouts", operation_id = "export_payout_run", security(("bearer" = [])),
    params(
        ("period" = String, Path, description = "The period, as 2026-11-1"),
        ("bom" = Option<String>, Query, description = "yes or no: whether a byte order mark comes first; yes unless said")
    ),
    responses((status = 200, description = "Every account of the run; the last line holds their number", content_type = "text/csv", body = String))
)]
pub(super) fn export_payout_run() {}

//! `/payout-runs?…` and `/payout-runs/2026-11-1?…`: the same words in the address as in the request.

use guildhall_contract::payouts::{PayoutRunQuery, RunListQuery, read_payout_run_query, read_run_list_query};

use crate::api::{payout_runs, payouts};
use crate::features::address::{Form, read_what_fits};

pub(super) static PERIODS: Form<RunListQuery> = Form {
    path: "/payout-runs",
    read: read_periods,
    write: payouts::written,
    to_first_page: |query| query.cursor = None,
};

/// The path names the period and stays what it is.
pub(super) static RUN: Form<PayoutRunQuery> = Form {
    path: "",
    read: read_run,
    write: payout_runs::written,
    to_first_page: |query| query.cursor = None,
};

fn read_periods(pairs: &[(String, String)]) -> RunListQuery {
    read_what_fits(pairs, |pairs| read_run_list_query(pairs.iter().copied()))
}

fn read_run(pairs: &[(String, String)]) -> PayoutRunQuery {
    read_what_fits(pairs, |pairs| read_payout_run_query(pairs.iter().copied()))
}

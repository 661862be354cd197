//! Payout runs, for administrators.

use guildhall_contract::payouts::{
    PayoutRunDetails, PayoutRunPage, PayoutRunQuery, RunListQuery, RunProgress, write_payout_run_query,
};
use serde_json::json;

use super::payouts::written as written_list;
use super::{Api, ApiError, Call};
use crate::browser;

/// A page of the periods.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api, query: &RunListQuery) -> Result<PayoutRunPage, ApiError> {
    api.get(format!("/payout-runs?{}", written_list(query))).await
}

/// A run with a page of its accounts.
///
/// # Errors
/// As [`Api::call`].
pub async fn load(api: Api, period: &str, query: &PayoutRunQuery) -> Result<PayoutRunDetails, ApiError> {
    api.get(format!("/payout-runs/{}?{}", js_sys::encode_uri_component(period), written(query))).await
}

/// Does a piece of a run.
///
/// # Errors
/// As [`Api::call`].
pub async fn piece(api: Api, period: &str) -> Result<RunProgress, ApiError> {
    api.call(Call::post(format!("/payout-runs/{}", js_sys::encode_uri_component(period)), &json!({})))
        .await?
        .read()
}

/// The whole run as CSV, with the numbers of accounts.
///
/// # Errors
/// As [`Api::call`].
pub async fn report(api: Api, period: &str) -> Result<String, ApiError> {
    let call = Call::get(format!("/payout-runs/{}/report.csv", js_sys::encode_uri_component(period)));
    Ok(api.call(call).await?.body)
}

/// The query of an address or of a request.
#[must_use]
pub fn written(query: &PayoutRunQuery) -> String {
    let pairs = write_payout_run_query(query);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}

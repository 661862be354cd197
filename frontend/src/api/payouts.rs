//! Payouts of the own organisation.

use guildhall_contract::payouts::{PayoutDetailsEntry, PayoutPage, PayoutQuery, write_payout_query};
use serde_json::{Map, Value};

use super::{Api, ApiError, Call};
use crate::browser;

/// What is yet to be paid, and a page of what was.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api, query: &PayoutQuery) -> Result<PayoutPage, ApiError> {
    api.get(format!("/payouts?{}", written(query))).await
}

/// The query of an address or of a request.
#[must_use]
pub fn written(query: &PayoutQuery) -> String {
    let pairs = write_payout_query(query);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}

/// Where the organisation is paid.
///
/// # Errors
/// As [`Api::call`].
pub async fn details(api: Api) -> Result<PayoutDetailsEntry, ApiError> {
    api.get("/payouts/details".to_owned()).await
}

/// Says where the organisation is paid, over the revision that was seen.
///
/// # Errors
/// As [`Api::call`].
pub async fn save_details(
    api: Api,
    body: &Map<String, Value>,
    seen: u64,
) -> Result<PayoutDetailsEntry, ApiError> {
    api.call(Call::put("/payouts/details", body).seen(seen)).await?.read()
}

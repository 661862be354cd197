//! Payouts of the own organisation.

use guildhall_contract::payouts::{PayoutPage, PayoutQuery, write_payout_query};

use super::{Api, ApiError};
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

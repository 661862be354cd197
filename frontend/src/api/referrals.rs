//! The referral history and the ledger.

use std::future::Future;

use guildhall_contract::query::{LedgerQuery, ReferralQuery, write_ledger_query, write_referral_query};
use guildhall_contract::referrals::{LedgerPage, ReferralDetails, ReferralPage, ReferralsSummary};

use super::{Api, ApiError, Call};
use crate::browser;

/// A page of the referral history.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api, query: &ReferralQuery) -> Result<ReferralPage, ApiError> {
    api.get(format!("/referrals?{}", written(query))).await
}

/// All referrals that the filter lets through, as CSV.
///
/// # Errors
/// As [`Api::call`].
pub async fn csv(api: Api, query: ReferralQuery) -> Result<String, ApiError> {
    let whole = ReferralQuery { cursor: None, ..query };
    Ok(api.call(Call::get(format!("/referrals.csv?{}", written(&whole)))).await?.body)
}

/// What all referrals come to, and the last twelve months.
///
/// # Errors
/// As [`Api::call`].
pub fn summary(api: Api) -> impl Future<Output = Result<ReferralsSummary, ApiError>> {
    api.get("/referrals/summary".to_owned())
}

/// One referral with its ledger.
///
/// # Errors
/// As [`Api::call`].
pub async fn details(api: Api, id: &str) -> Result<ReferralDetails, ApiError> {
    api.get(format!("/referrals/{}", js_sys::encode_uri_component(id))).await
}

/// A page of the ledger.
///
/// # Errors
/// As [`Api::call`].
pub async fn ledger(api: Api, query: &LedgerQuery) -> Result<LedgerPage, ApiError> {
    api.get(format!("/ledger?{}", ledger_written(query))).await
}

/// All entries that the filter lets through, as CSV.
///
/// # Errors
/// As [`Api::call`].
pub async fn ledger_csv(api: Api, query: LedgerQuery) -> Result<String, ApiError> {
    let whole = LedgerQuery { cursor: None, ..query };
    Ok(api.call(Call::get(format!("/ledger.csv?{}", ledger_written(&whole)))).await?.body)
}

/// The query of the history, of an address or of a request.
#[must_use]
pub fn written(query: &ReferralQuery) -> String {
    joined(&write_referral_query(query))
}

/// The query of the ledger, of an address or of a request.
#[must_use]
pub fn ledger_written(query: &LedgerQuery) -> String {
    joined(&write_ledger_query(query))
}

fn joined(pairs: &[(&str, String)]) -> String {
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}

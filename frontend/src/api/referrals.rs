//! The referral history.

use guildhall_contract::query::{ReferralQuery, write_referral_query};
use guildhall_contract::referrals::ReferralPage;

use super::{Api, ApiError};
use crate::browser;

/// A page of the referral history.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api, query: &ReferralQuery) -> Result<ReferralPage, ApiError> {
    api.get(format!("/referrals?{}", written(query))).await
}

/// The query of an address or of a request.
#[must_use]
pub fn written(query: &ReferralQuery) -> String {
    let pairs = write_referral_query(query);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}

//! What is kept of a person.

use guildhall_contract::privacy::{ErasurePage, FindingPage, PrivacyBody};

use super::{Api, ApiError, Call};

/// A piece of what is kept.
///
/// # Errors
/// As [`Api::call`].
pub async fn find(api: Api, body: &PrivacyBody) -> Result<FindingPage, ApiError> {
    api.call(Call::post("/privacy/find", body)).await?.read()
}

/// A piece of its erasure.
///
/// # Errors
/// As [`Api::call`].
pub async fn erase(api: Api, body: &PrivacyBody) -> Result<ErasurePage, ApiError> {
    api.call(Call::post("/privacy/erase", body)).await?.read()
}

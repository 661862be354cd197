//! Where the move from the Experts Marketplace stands.

use guildhall_contract::cutover::CutoverView;
use serde_json::{Map, Value};

use super::{Api, ApiError, Call};

/// The dates, and what holds now. Everybody may ask.
///
/// # Errors
/// As [`Api::call`].
pub async fn show(api: Api) -> Result<CutoverView, ApiError> {
    api.call(Call::public("/cutover")).await?.read()
}

/// Saves the dates over the revision that was seen; 0 is none.
///
/// # Errors
/// As [`Api::call`].
pub async fn save(api: Api, body: &Map<String, Value>, seen: u64) -> Result<CutoverView, ApiError> {
    api.call(Call::put("/cutover", body).seen(seen)).await?.read()
}

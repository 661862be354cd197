//! Where the move from the Experts Marketplace stands.

use guildhall_contract::cutover::CutoverView;

use super::{Api, ApiError, Call};

/// The dates, and what holds now. Everybody may ask.
///
/// # Errors
/// As [`Api::call`].
pub async fn show(api: Api) -> Result<CutoverView, ApiError> {
    api.call(Call::public("/cutover")).await?.read()
}

//! The organisation's own profile.

use guildhall_contract::own_profile::{OwnProfile, ProfileAction};
use serde_json::{Map, Value};

use super::{Api, ApiError, Call};

/// The profile with its working copy. [`ApiError::NotFound`] where none was begun yet.
///
/// # Errors
/// As [`Api::call`].
pub async fn load(api: Api) -> Result<OwnProfile, ApiError> {
    api.get("/profile".to_owned()).await
}

/// Saves the working copy over the version that was seen; 0 begins a profile.
///
/// # Errors
/// As [`Api::call`].
pub async fn save(api: Api, body: &Map<String, Value>, seen: u64) -> Result<OwnProfile, ApiError> {
    api.call(Call::put("/profile", body).seen(seen)).await?.read()
}

/// Sends the working copy for approval, hides the profile, or shows it again.
///
/// # Errors
/// As [`Api::call`].
pub async fn act(api: Api, action: &ProfileAction, seen: u64) -> Result<OwnProfile, ApiError> {
    api.call(Call::post("/profile/actions", action).seen(seen)).await?.read()
}

//! What waits for the programme's decision.

use guildhall_contract::moderation::ModerationQueue;
use guildhall_contract::own_profile::{OwnProfile, ProfileAction};
use guildhall_contract::reviews::ReviewDecision;
use guildhall_domain::ids::ReviewId;

use super::{Api, ApiError, Call};

/// Everything that waits, oldest first.
///
/// # Errors
/// As [`Api::call`].
pub async fn queue(api: Api) -> Result<ModerationQueue, ApiError> {
    api.get("/moderation".to_owned()).await
}

/// The profile of a handle, whether the world sees it or not.
///
/// # Errors
/// As [`Api::call`].
pub async fn profile(api: Api, handle: &str) -> Result<OwnProfile, ApiError> {
    api.get(path(handle)).await
}

/// Decides about a profile, if it is still at the version that was seen.
///
/// # Errors
/// As [`Api::call`].
pub async fn act(api: Api, handle: &str, action: &ProfileAction, seen: u64) -> Result<OwnProfile, ApiError> {
    api.call(Call::post(path(handle), action).seen(seen)).await?.read()
}

/// Decides about a review that was reported.
///
/// # Errors
/// As [`Api::call`].
pub async fn decide(api: Api, id: &ReviewId, decision: ReviewDecision) -> Result<(), ApiError> {
    let id = js_sys::encode_uri_component(&id.to_string());
    api.call(Call::post(format!("/moderation/reviews/{id}"), &decision)).await.map(drop)
}

fn path(handle: &str) -> String {
    format!("/moderation/profiles/{}", js_sys::encode_uri_component(handle))
}

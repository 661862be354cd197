//! A partner's own profile, and what the programme decides about profiles and reviews.

use crate::moderation::ModerationQueue;
use crate::own_profile::{OwnProfile, ProfileAction};
use crate::profile_form::ProfileBody;
use crate::reviews::{OwnReview, ReviewDecision};

/// The profile of one's organisation, with its working copy
#[utoipa::path(
    get, path = "/api/v1/profile", tag = "profile", operation_id = "get_own_profile", security(("bearer" = [])),
    responses((status = 200, description = "The profile; its revision is the ETag", body = OwnProfile))
)]
pub(super) fn get_own_profile() {}

/// Save the working copy
///
/// What is published stays so until the programme has approved the change.
#[utoipa::path(
    put, path = "/api/v1/profile", tag = "profile", operation_id = "save_profile", security(("bearer" = [])),
    params(("If-Match" = String, Header, description = "The revision that was seen, as its ETag; \"0\" for the first")),
    request_body = ProfileBody,
    responses((status = 200, description = "The profile as it is now", body = OwnProfile))
)]
pub(super) fn save_profile() {}

/// Send the working copy for approval, hide the profile, or show it again
#[utoipa::path(
    post, path = "/api/v1/profile/actions", tag = "profile", operation_id = "act_on_profile", security(("bearer" = [])),
    params(("If-Match" = String, Header, description = "The revision that was seen, as its ETag")),
    request_body = ProfileAction,
    responses((status = 200, description = "The profile as it is now", body = OwnProfile))
)]
pub(super) fn act_on_profile() {}

/// What waits for the programme's decision
#[utoipa::path(
    get, path = "/api/v1/moderation", tag = "moderation", operation_id = "moderation_queue", security(("bearer" = [])),
    responses((status = 200, description = "Profiles and reviews, oldest first", body = ModerationQueue))
)]
pub(super) fn moderation_queue() {}

/// Any profile, for the programme
#[utoipa::path(
    get, path = "/api/v1/moderation/profiles/{handle}", tag = "moderation", operation_id = "get_profile_to_moderate", security(("bearer" = [])),
    params(("handle" = String, Path, description = "The profile's name in its address")),
    responses((status = 200, description = "The profile; its revision is the ETag", body = OwnProfile))
)]
pub(super) fn get_profile_to_moderate() {}

/// Approve, ask for changes, suspend, reinstate, or set the tier
#[utoipa::path(
    post, path = "/api/v1/moderation/profiles/{handle}", tag = "moderation", operation_id = "moderate_profile", security(("bearer" = [])),
    params(
        ("handle" = String, Path, description = "The profile's name in its address"),
        ("If-Match" = String, Header, description = "The revision that was seen, as its ETag")
    ),
    request_body = ProfileAction,
    responses((status = 200, description = "The profile as it is now", body = OwnProfile))
)]
pub(super) fn moderate_profile() {}

/// Keep or remove a review
#[utoipa::path(
    post, path = "/api/v1/moderation/reviews/{review_id}", tag = "moderation", operation_id = "moderate_review", security(("bearer" = [])),
    params(("review_id" = String, Path, description = "The review's id")),
    request_body = ReviewDecision,
    responses((status = 200, description = "The review as it is now", body = OwnReview))
)]
pub(super) fn moderate_review() {}

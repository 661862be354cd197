//! What is kept of a person.

use crate::privacy::{ErasurePage, FindingPage, PrivacyBody};

/// What is kept of a person, a piece at a time: for administrators
///
/// There is no index over addresses, so every call reads a piece of the table. Go on with `next` until it is left out.
#[utoipa::path(
    post, path = "/api/v1/privacy/find", tag = "privacy", operation_id = "find_person", security(("bearer" = [])),
    request_body = PrivacyBody,
    responses((status = 200, description = "A piece", body = FindingPage))
)]
pub(super) fn find_person() {}

/// Erases it, a piece at a time: for administrators
///
/// Go on with `next` until it is left out. Begun anew, also after it broke off, it comes to the same end.
#[utoipa::path(
    post, path = "/api/v1/privacy/erase", tag = "privacy", operation_id = "erase_person", security(("bearer" = [])),
    request_body = PrivacyBody,
    responses((status = 200, description = "A piece", body = ErasurePage))
)]
pub(super) fn erase_person() {}

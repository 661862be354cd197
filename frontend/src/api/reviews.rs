//! Reviews: writing one, and reporting one.

use guildhall_contract::reviews::OwnReview;
use serde_json::{Map, Value};

use super::directory::below;
use super::{Api, ApiError, Call};

/// Sends a review. It is locked from then on.
///
/// # Errors
/// As [`Api::call`].
pub async fn write(api: Api, handle: &str, body: &Map<String, Value>) -> Result<OwnReview, ApiError> {
    api.call(Call::post(below(handle, "/reviews"), body)).await?.read()
}

/// A review of one's own.
///
/// # Errors
/// As [`Api::call`]; not found while there is none.
pub async fn own(api: Api, id: &str) -> Result<OwnReview, ApiError> {
    api.get(format!("/reviews/{}", js_sys::encode_uri_component(id))).await
}

/// Says that a review breaks the rules.
///
/// # Errors
/// As [`Api::call`].
pub async fn report(api: Api, id: &str, body: &Map<String, Value>) -> Result<(), ApiError> {
    let path = format!("/reviews/{}/report", js_sys::encode_uri_component(id));
    api.call(Call::post(path, body)).await.map(drop)
}

//! What merchants wrote about the own organisation, and its answers.

use guildhall_contract::reviews::{ReplyRequest, ReviewPage, ReviewQuery, write_review_query};
use guildhall_domain::ids::ReviewId;

use super::directory::below;
use super::{Api, ApiError, Call};
use crate::browser;

/// A page of the published reviews of a partner.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api, handle: &str, query: &ReviewQuery) -> Result<ReviewPage, ApiError> {
    let path = format!("{}?{}", below(handle, "/reviews"), written(query));
    api.call(Call::public(path)).await?.read()
}

/// The query of an address or of a request.
#[must_use]
pub fn written(query: &ReviewQuery) -> String {
    let pairs = write_review_query(query);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}

/// Answers a review, once.
///
/// # Errors
/// As [`Api::call`].
pub async fn reply(api: Api, id: &ReviewId, text: &str) -> Result<(), ApiError> {
    let request = ReplyRequest { text: text.to_owned() };
    let path = format!("/reviews/{}/reply", js_sys::encode_uri_component(&id.to_string()));
    api.call(Call::post(path, &request)).await.map(drop)
}

//! Events of the platform that wait.

use guildhall_contract::platform_events::{
    RecordedEvent, WaitingEventPage, WaitingQuery, write_waiting_query,
};
use serde_json::Map;

use super::{Api, ApiError, Call};
use crate::browser;

/// A page of them.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api, query: &WaitingQuery) -> Result<WaitingEventPage, ApiError> {
    api.get(format!("/platform-events?{}", written(query))).await
}

/// Tries one again.
///
/// # Errors
/// As [`Api::call`].
pub async fn retry(api: Api, key: &str) -> Result<RecordedEvent, ApiError> {
    let path = format!("/platform-events/{}/retry", js_sys::encode_uri_component(key));
    api.call(Call::post(path, &Map::new())).await?.read()
}

/// The query of an address or of a request.
#[must_use]
pub fn written(query: &WaitingQuery) -> String {
    let pairs = write_waiting_query(query);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}

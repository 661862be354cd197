//! What everybody may read: the directory, its profiles and their reviews.

use guildhall_contract::directory::DirectoryPage;
use guildhall_contract::directory_query::{DirectorySearch, write_directory_query};
use guildhall_contract::profile::PublicProfile;
use guildhall_contract::reviews::ReviewPage;

use super::{Api, ApiError, Call};
use crate::browser;

/// A page of partners.
///
/// # Errors
/// As [`Api::call`].
pub async fn search(api: Api, search: &DirectorySearch) -> Result<DirectoryPage, ApiError> {
    read(api, with_query("/directory", &written(search))).await
}

/// What the world sees of a partner.
///
/// # Errors
/// As [`Api::call`].
pub async fn profile(api: Api, handle: &str) -> Result<PublicProfile, ApiError> {
    read(api, below(handle, "")).await
}

/// A page of a partner's published reviews, newest first.
///
/// # Errors
/// As [`Api::call`].
pub async fn reviews(api: Api, handle: &str, cursor: Option<&str>) -> Result<ReviewPage, ApiError> {
    let query = cursor.map(|cursor| browser::query(&[("cursor", cursor)])).unwrap_or_default();
    read(api, with_query(&below(handle, "/reviews"), &query)).await
}

/// The query of an address or of a request.
#[must_use]
pub fn written(search: &DirectorySearch) -> String {
    let pairs = write_directory_query(search);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    // A list reads better with its commas, and they mean nothing else in a query.
    browser::query(&pairs).replace("%2C", ",")
}

/// The route of something that belongs to a profile.
pub(super) fn below(handle: &str, route: &str) -> String {
    format!("/profiles/{}{route}", js_sys::encode_uri_component(handle))
}

fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

async fn read<T: serde::de::DeserializeOwned>(api: Api, path: String) -> Result<T, ApiError> {
    api.call(Call::public(path)).await?.read()
}

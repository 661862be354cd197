//! Mails that did not arrive.

use guildhall_contract::mails::{MailQuery, OpenMailPage, write_mail_query};
use serde_json::Map;

pub use super::leads::send_again;
use super::{Api, ApiError, Call};
use crate::browser;

/// A page of them.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api, query: &MailQuery) -> Result<OpenMailPage, ApiError> {
    api.get(format!("/mails?{}", written(query))).await
}

/// Leaves a mail as it is.
///
/// # Errors
/// As [`Api::call`].
pub async fn dismiss(api: Api, mail: &str) -> Result<(), ApiError> {
    let path = format!("/mails/{}/dismiss", js_sys::encode_uri_component(mail));
    api.call(Call::post(path, &Map::new())).await.map(drop)
}

/// The query of an address or of a request.
#[must_use]
pub fn written(query: &MailQuery) -> String {
    let pairs = write_mail_query(query);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}

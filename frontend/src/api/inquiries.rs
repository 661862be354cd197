//! Inquiries. Merchants are answered with the ones they sent, partners with the ones they received.

use guildhall_contract::inquiries::{
    InquiryDetails, InquiryPage, InquiryQuery, InquiryReceipt, write_inquiry_query,
};
use guildhall_contract::inquiry_form::InquiryFormTicket;
use serde_json::{Map, Value};

use super::directory::below;
use super::{Api, ApiError, Call};
use crate::browser;

/// What an open form to a partner needs to be sent. Everybody may ask.
///
/// # Errors
/// As [`Api::call`].
pub async fn form(api: Api, handle: &str) -> Result<InquiryFormTicket, ApiError> {
    api.call(Call::public(below(handle, "/inquiry-form"))).await?.read()
}

/// Sends an inquiry. The same key with the same form is the same inquiry, however often it is sent.
///
/// # Errors
/// As [`Api::call`].
pub async fn send(
    api: Api,
    handle: &str,
    body: &Map<String, Value>,
    key: &str,
) -> Result<InquiryReceipt, ApiError> {
    let call = Call::post(below(handle, "/inquiries"), body).with("idempotency-key", key);
    api.call(call).await?.read()
}

/// A page of inquiries.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api, query: &InquiryQuery) -> Result<InquiryPage, ApiError> {
    api.get(format!("/inquiries?{}", written(query))).await
}

/// One inquiry.
///
/// # Errors
/// As [`Api::call`].
pub async fn details(api: Api, id: &str) -> Result<InquiryDetails, ApiError> {
    api.get(format!("/inquiries/{}", js_sys::encode_uri_component(id))).await
}

/// The query of an address or of a request.
#[must_use]
pub fn written(query: &InquiryQuery) -> String {
    let pairs = write_inquiry_query(query);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}

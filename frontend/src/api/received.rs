//! Inquiries as the partner who received them works on them.

use guildhall_contract::inquiries::{
    InquiryAction, InquiryDetails, InquiryPage, InquiryQuery, write_inquiry_query,
};
use guildhall_domain::inquiry::InquiryCommandKind;

use super::{Api, ApiError, Call};
use crate::browser;

/// A page of inquiries.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api, query: &InquiryQuery) -> Result<InquiryPage, ApiError> {
    api.get(format!("/inquiries?{}", written(query))).await
}

/// All inquiries that the filter lets through, as CSV.
///
/// # Errors
/// As [`Api::call`].
pub async fn csv(api: Api, query: &InquiryQuery) -> Result<String, ApiError> {
    let whole = InquiryQuery { cursor: None, ..query.clone() };
    let call = Call::get(format!("/inquiries.csv?{}", written(&whole)));
    Ok(api.call(call).await?.body)
}

/// One inquiry.
///
/// # Errors
/// As [`Api::call`].
pub async fn details(api: Api, id: &str) -> Result<InquiryDetails, ApiError> {
    api.get(format!("/inquiries/{}", js_sys::encode_uri_component(id))).await
}

/// Says where an inquiry stands, if it is still at the version that was seen.
///
/// # Errors
/// As [`Api::call`].
pub async fn mark(
    api: Api,
    seen: &InquiryDetails,
    command: InquiryCommandKind,
) -> Result<InquiryDetails, ApiError> {
    let id = js_sys::encode_uri_component(&seen.item.id.to_string());
    let call = Call::post(format!("/inquiries/{id}/mark"), &InquiryAction { command });
    api.call(call.seen(seen.item.version)).await?.read()
}

/// The query of an address or of a request.
#[must_use]
pub fn written(query: &InquiryQuery) -> String {
    let pairs = write_inquiry_query(query);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}

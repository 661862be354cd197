//! Leads.

use guildhall_contract::leads::{LeadDetails, LeadPage};
use guildhall_contract::query::{LeadQuery, write_lead_query};

use super::{Api, ApiError, Call};
use crate::browser;

/// A page of leads.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api, query: &LeadQuery) -> Result<LeadPage, ApiError> {
    api.get(format!("/leads?{}", written(query))).await
}

/// All leads that the filter lets through, as CSV.
///
/// # Errors
/// As [`Api::call`].
pub async fn csv(api: Api, query: &LeadQuery) -> Result<String, ApiError> {
    let whole = LeadQuery { cursor: None, ..query.clone() };
    let call = Call::get(format!("/leads.csv?{}", written(&whole)));
    Ok(api.call(call).await?.body)
}

/// One lead.
///
/// # Errors
/// As [`Api::call`].
pub async fn details(api: Api, id: &str) -> Result<LeadDetails, ApiError> {
    api.get(format!("/leads/{}", js_sys::encode_uri_component(id))).await
}

/// The query of an address or of a request.
#[must_use]
pub fn written(query: &LeadQuery) -> String {
    let pairs = write_lead_query(query);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}

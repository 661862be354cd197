//! Leads.

use guildhall_contract::clearance::{ClearanceAnswer, ClearanceBody, DuplicateBody, Duplicates};
use guildhall_contract::import::{ImportAnswer, ImportBody};
use guildhall_contract::lead_work::{AssignManyBody, AssignedMany};
use guildhall_contract::leads::{LeadDetails, LeadPage, LeadReceipt, Roster, SimilarLeads};
use guildhall_contract::query::{LeadQuery, write_lead_query};
use serde_json::{Map, Value};

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

/// Submits a lead. The same key with the same form is the same lead, however often it is sent.
///
/// # Errors
/// As [`Api::call`].
pub async fn submit(api: Api, form: &Map<String, Value>, key: &str) -> Result<LeadReceipt, ApiError> {
    api.call(Call::post("/leads", form).with("idempotency-key", key)).await?.read()
}

/// Hands over some rows of a file.
///
/// # Errors
/// As [`Api::call`].
pub async fn import(api: Api, body: &ImportBody) -> Result<ImportAnswer, ApiError> {
    api.call(Call::post("/leads/import", body)).await?.read()
}

/// Corrects what was entered.
///
/// # Errors
/// As [`Api::call`].
pub async fn correct(
    api: Api,
    seen: &LeadDetails,
    correction: &Map<String, Value>,
) -> Result<LeadDetails, ApiError> {
    api.call(Call::post(below(seen, "correction"), correction).seen(seen.version)).await?.read()
}

/// Moves a lead, if it is still at the version that was seen.
///
/// # Errors
/// As [`Api::call`].
pub async fn move_status(
    api: Api,
    seen: &LeadDetails,
    command: &Map<String, Value>,
) -> Result<LeadDetails, ApiError> {
    let call = Call::post(below(seen, "status"), command).with("if-match", format!("\"{}\"", seen.version));
    api.call(call).await?.read()
}

/// Writes to the representative, or asks for sales support.
///
/// # Errors
/// As [`Api::call`].
pub async fn contact(
    api: Api,
    lead: &LeadDetails,
    request: &Map<String, Value>,
    key: &str,
) -> Result<LeadDetails, ApiError> {
    let call = Call::post(below(lead, "contact"), request).with("idempotency-key", key);
    api.call(call).await?.read()
}

/// The roster of representatives.
///
/// # Errors
/// As [`Api::call`].
pub async fn roster(api: Api) -> Result<Roster, ApiError> {
    api.get("/representatives".to_owned()).await
}

/// Takes a lead back for good.
///
/// # Errors
/// As [`Api::call`].
pub async fn withdraw(
    api: Api,
    seen: &LeadDetails,
    body: &Map<String, Value>,
) -> Result<LeadDetails, ApiError> {
    api.call(Call::post(below(seen, "withdrawal"), body).seen(seen.version)).await?.read()
}

/// Answers what the sales team asked for.
///
/// # Errors
/// As [`Api::call`].
pub async fn provide(
    api: Api,
    seen: &LeadDetails,
    answer: &Map<String, Value>,
) -> Result<LeadDetails, ApiError> {
    api.call(Call::post(below(seen, "information"), answer).seen(seen.version)).await?.read()
}

/// Says what the reader's own side means to do next.
///
/// # Errors
/// As [`Api::call`].
pub async fn plan(api: Api, lead: &LeadDetails, plan: &Map<String, Value>) -> Result<LeadDetails, ApiError> {
    api.call(Call::put(below(lead, "plan"), plan)).await?.read()
}

/// Leads about the same merchant and product.
///
/// # Errors
/// As [`Api::call`].
pub async fn similar(api: Api, id: &str) -> Result<SimilarLeads, ApiError> {
    api.get(format!("/leads/{}/similar", js_sys::encode_uri_component(id))).await
}

/// Gives many leads to one representative, each only as it was seen.
///
/// # Errors
/// As [`Api::call`].
pub async fn assign_many(api: Api, body: &AssignManyBody) -> Result<AssignedMany, ApiError> {
    api.call(Call::post("/leads/assign", body)).await?.read()
}

/// Whether a merchant is known already, before a lead is submitted.
///
/// # Errors
/// As [`Api::call`].
pub async fn duplicates(api: Api, body: &DuplicateBody) -> Result<Duplicates, ApiError> {
    api.call(Call::post("/leads/duplicates", body)).await?.read()
}

/// Whether a merchant may be pursued.
///
/// # Errors
/// As [`Api::call`].
pub async fn clearance(api: Api, body: &ClearanceBody) -> Result<ClearanceAnswer, ApiError> {
    api.call(Call::post("/leads/clearance", body)).await?.read()
}

/// Sends a mail again that did not arrive.
///
/// # Errors
/// As [`Api::call`].
pub async fn send_again(api: Api, mail: &str) -> Result<(), ApiError> {
    let path = format!("/mails/{}/send", js_sys::encode_uri_component(mail));
    api.call(Call::post(path, &Map::new())).await.map(drop)
}

fn below(lead: &LeadDetails, route: &str) -> String {
    format!("/leads/{}/{route}", js_sys::encode_uri_component(&lead.id.to_string()))
}

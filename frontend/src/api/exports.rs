//! Exports that are longer than one answer can carry, and receipts.

use guildhall_contract::exports::{ContinueExportBody, Export, ExportBody};
use guildhall_contract::leads::LeadDetails;

use super::{Api, ApiError, Call};

/// Begins an export.
///
/// # Errors
/// As [`Api::call`].
pub async fn begin(api: Api, body: &ExportBody) -> Result<Export, ApiError> {
    api.call(Call::post("/exports", body)).await?.read()
}

/// Writes the next piece of an export, or asks for another link to a file that is whole.
///
/// # Errors
/// As [`Api::call`].
pub async fn go_on(api: Api, export: &str) -> Result<Export, ApiError> {
    let body = ContinueExportBody { export: export.to_owned() };
    api.call(Call::post("/exports/continue", &body)).await?.read()
}

/// The signed receipt of an event of a lead.
///
/// # Errors
/// As [`Api::call`].
pub async fn receipt(api: Api, lead: &LeadDetails, seq: u64) -> Result<String, ApiError> {
    let id = js_sys::encode_uri_component(&lead.id.to_string());
    Ok(api.call(Call::get(format!("/leads/{id}/receipts/{seq}"))).await?.body)
}

/// The keys that receipts are signed with, as they are published.
///
/// # Errors
/// As [`Api::call`].
pub async fn receipt_keys(api: Api) -> Result<serde_json::Value, ApiError> {
    api.call(Call::public("/receipt-keys")).await?.read()
}

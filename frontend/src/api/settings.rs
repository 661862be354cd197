//! What the reader wants by mail, and where their organisation gets it.

use guildhall_contract::settings::{LeadMailSetting, OwnSettings, SettingsBody};
use serde_json::{Map, Value};

use super::{Api, ApiError, Call};

/// What the reader gets by mail.
///
/// # Errors
/// As [`Api::call`].
pub async fn load(api: Api) -> Result<OwnSettings, ApiError> {
    api.get("/me/settings".to_owned()).await
}

/// Saves it over the revision that was seen; 0 is none.
///
/// # Errors
/// As [`Api::call`].
pub async fn save(api: Api, body: &SettingsBody, seen: u64) -> Result<OwnSettings, ApiError> {
    api.call(Call::put("/me/settings", body).seen(seen)).await?.read()
}

/// Saves where the organisation gets mail about its leads.
///
/// # Errors
/// As [`Api::call`].
pub async fn save_lead_address(
    api: Api,
    body: &Map<String, Value>,
    seen: u64,
) -> Result<LeadMailSetting, ApiError> {
    api.call(Call::put("/organisation/lead-address", body).seen(seen)).await?.read()
}

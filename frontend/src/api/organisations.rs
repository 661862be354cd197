//! Partner organisations, for administrators.

use guildhall_contract::organisations::{
    OrganisationBody, OrganisationDetails, OrganisationEntry, OrganisationList,
};
use guildhall_domain::ids::OrgId;
use serde_json::{Map, Value};

use super::{Api, ApiError, Call};

/// All of them, by name.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api) -> Result<OrganisationList, ApiError> {
    api.get("/organisations".to_owned()).await
}

/// One with its people.
///
/// # Errors
/// As [`Api::call`].
pub async fn details(api: Api, id: &str) -> Result<OrganisationDetails, ApiError> {
    api.get(format!("/organisations/{}", js_sys::encode_uri_component(id))).await
}

/// Adds one, and invites its first owner.
///
/// # Errors
/// As [`Api::call`].
pub async fn add(api: Api, body: &Map<String, Value>) -> Result<OrganisationEntry, ApiError> {
    api.call(Call::post("/organisations", body)).await?.read()
}

/// Saves one over the revision that was seen.
///
/// # Errors
/// As [`Api::call`].
pub async fn save(
    api: Api,
    id: &OrgId,
    body: &OrganisationBody,
    seen: u64,
) -> Result<OrganisationEntry, ApiError> {
    api.call(Call::put(format!("/organisations/{id}"), body).seen(seen)).await?.read()
}

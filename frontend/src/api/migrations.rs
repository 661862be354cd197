//! Moving profiles and records over, for administrators.

use guildhall_contract::migrations::{
    BadRecordPage, BatchAnswer, BatchBody, BeginBody, FinishBody, MigrationItem, MigrationPage,
    RehearsalAnswer, RehearsalBody,
};
use guildhall_domain::migration::{RunId, RunState};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::{Api, ApiError, Call};

/// The runs, newest first, from behind one of them.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api, before: Option<RunId>) -> Result<MigrationPage, ApiError> {
    let query = before.map(|run| format!("?before={run}")).unwrap_or_default();
    api.get(format!("/migrations{query}")).await
}

/// Says what would become of some records. Nothing is written.
///
/// # Errors
/// As [`Api::call`].
pub async fn rehearse(api: Api, body: &RehearsalBody) -> Result<RehearsalAnswer, ApiError> {
    post(api, "/migrations/rehearsal".to_owned(), body).await
}

/// Begins a run.
///
/// # Errors
/// As [`Api::call`]; a conflict when another run is under way.
pub async fn begin(api: Api, body: &BeginBody) -> Result<MigrationItem, ApiError> {
    post(api, "/migrations".to_owned(), body).await
}

/// Takes a batch of records over. The same batch again changes nothing.
///
/// # Errors
/// As [`Api::call`].
pub async fn send(api: Api, run: RunId, body: &BatchBody) -> Result<BatchAnswer, ApiError> {
    post(api, format!("/migrations/{run}/records"), body).await
}

/// Leaves a run, done or to be gone on with.
///
/// # Errors
/// As [`Api::call`].
pub async fn finish(api: Api, run: RunId, state: RunState) -> Result<MigrationItem, ApiError> {
    post(api, format!("/migrations/{run}/finish"), &FinishBody { state }).await
}

/// Takes a piece of a run back.
///
/// # Errors
/// As [`Api::call`].
pub async fn roll_back(api: Api, run: RunId) -> Result<MigrationItem, ApiError> {
    post(api, format!("/migrations/{run}/roll-back"), &json!({})).await
}

/// Some of the records that a run refused.
///
/// # Errors
/// As [`Api::call`].
pub async fn bad_records(api: Api, run: RunId, after: Option<u32>) -> Result<BadRecordPage, ApiError> {
    let query = after.map(|after| format!("?after={after}")).unwrap_or_default();
    api.get(format!("/migrations/{run}/bad-records{query}")).await
}

async fn post<T: DeserializeOwned>(api: Api, path: String, body: &impl Serialize) -> Result<T, ApiError> {
    api.call(Call::post(path, body)).await?.read()
}

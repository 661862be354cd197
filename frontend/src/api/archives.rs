//! The archive of the own organisation.

use guildhall_contract::archives::{ArchiveProgress, ContinueArchiveBody};
use serde_json::Map;

use super::{Api, ApiError, Call};

/// Begins an archive.
///
/// # Errors
/// As [`Api::call`].
pub async fn begin(api: Api) -> Result<ArchiveProgress, ApiError> {
    api.call(Call::post("/archives", &Map::new())).await?.read()
}

/// Writes the next piece of an archive, or asks for another link to one that is whole.
///
/// # Errors
/// As [`Api::call`].
pub async fn go_on(api: Api, archive: &str) -> Result<ArchiveProgress, ApiError> {
    let body = ContinueArchiveBody { archive: archive.to_owned() };
    api.call(Call::post("/archives/continue", &body)).await?.read()
}

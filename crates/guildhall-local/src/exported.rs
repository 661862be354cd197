//! Exported files: a folder in place of the bucket, and the links that lead into it.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use guildhall_domain::clock::Clock;
use guildhall_shelf::{FolderShelf, content_type};
use http::{StatusCode, header};
use serde::Deserialize;

use crate::StartError;
use crate::clock::MovableClock;
use crate::data_dir::DataDir;
use crate::site::{not_found, protect};
use crate::store::open_folder;

/// Below this the files are fetched.
const PLACE: &str = "/dev/exports";

/// The folder, with links that lead to this origin and are signed with this secret.
pub(crate) fn open(data: &DataDir, origin: &str, secret: &[u8]) -> Result<FolderShelf, StartError> {
    Ok(FolderShelf::new(open_folder(data, "exported")?, &format!("{origin}{PLACE}"), secret))
}

#[derive(Debug, Deserialize)]
struct Link {
    expires: i64,
    signature: String,
}

/// The route that links lead to. Who has a link needs no token, as with a signed address of S3.
pub(crate) fn routes(shelf: FolderShelf, clock: Arc<MovableClock>) -> Router {
    Router::new().route(&format!("{PLACE}/{{*path}}"), get(fetch)).with_state((shelf, clock))
}

async fn fetch(
    State((shelf, clock)): State<(FolderShelf, Arc<MovableClock>)>,
    Path(path): Path<String>,
    Query(link): Query<Link>,
) -> Response {
    let found = shelf.open(&path, link.expires, &link.signature, clock.now()).await;
    match found {
        Ok(Some(file)) => {
            let name = path.rsplit('/').next().unwrap_or_default();
            let headers = [
                (header::CONTENT_TYPE, content_type(name).to_owned()),
                (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            protect((headers, file).into_response())
        }
        Ok(None) => protect(not_found()),
        Err(error) => {
            tracing::error!(%error, "an exported file cannot be read");
            protect(StatusCode::INTERNAL_SERVER_ERROR.into_response())
        }
    }
}

//! Archives.

use crate::archives::{ArchiveProgress, ContinueArchiveBody};

/// Begin an archive of everything that is kept for the own organisation
///
/// Only for owners. Go on with what the answer gives until it has a link. The file is a ZIP with each list as JSON and as
/// CSV, and a manifest with the number of records, the length and the SHA-256 of every file.
#[utoipa::path(
    post, path = "/api/v1/archives", tag = "exports", operation_id = "begin_archive", security(("bearer" = [])),
    responses((status = 200, description = "Begun", body = ArchiveProgress))
)]
pub(super) fn begin_archive() {}

/// Write the next piece of an archive, or give another link to a file that is whole
///
/// A link lives for ten minutes, the file for a day.
#[utoipa::path(
    post, path = "/api/v1/archives/continue", tag = "exports", operation_id = "continue_archive", security(("bearer" = [])),
    request_body = ContinueArchiveBody,
    responses((status = 200, description = "How far it has come", body = ArchiveProgress))
)]
pub(super) fn continue_archive() {}

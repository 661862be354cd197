//! Long exports, and receipts.

use crate::exports::{ContinueExportBody, Export, ExportBody};
use crate::receipts::{Receipt, ReceiptKeys};

/// Begin an export that is longer than one answer can carry
///
/// Which rows are exported and in which order is settled now. Go on with what the answer gives until it has a link.
#[utoipa::path(
    post, path = "/api/v1/exports", tag = "exports", operation_id = "begin_export", security(("bearer" = [])),
    request_body = ExportBody,
    responses((status = 200, description = "Begun", body = Export))
)]
pub(super) fn begin_export() {}

/// Write the next piece of an export, or give another link to a file that is whole
///
/// A link lives for ten minutes, the file for a day.
#[utoipa::path(
    post, path = "/api/v1/exports/continue", tag = "exports", operation_id = "continue_export", security(("bearer" = [])),
    request_body = ContinueExportBody,
    responses((status = 200, description = "How far it has come", body = Export))
)]
pub(super) fn continue_export() {}

/// A signed receipt of the submission or of a decision
///
/// It holds every event up to it, chained by hashes, and can be checked without this API: `guildhall verify receipt.json`.
#[utoipa::path(
    get, path = "/api/v1/leads/{lead_id}/receipts/{seq}", tag = "leads", operation_id = "get_receipt", security(("bearer" = [])),
    params(
        ("lead_id" = String, Path, description = "The lead"),
        ("seq" = u64, Path, description = "The number of the event")
    ),
    responses((status = 200, description = "The receipt", body = Receipt))
)]
pub(super) fn get_receipt() {}

/// The public keys that receipts are or were signed with
#[utoipa::path(
    get, path = "/api/v1/receipt-keys", tag = "leads", operation_id = "list_receipt_keys",
    responses((status = 200, description = "The one in use first", body = ReceiptKeys))
)]
pub(super) fn list_receipt_keys() {}

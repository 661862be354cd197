//! The archive of an organisation: everything that is kept for it, prepared a piece at a time, and handed over as a link.

use guildhall_domain::archive::ArchiveList;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::exports::ExportLink;
use crate::fields::{FieldError, FieldKind, FieldRule, Need, Reader};

/// The longest text that an archive is known by.
const ARCHIVE_MAX: usize = 2_048;
const ARCHIVE: FieldRule =
    FieldRule { name: "archive", kind: FieldKind::Line { max: ARCHIVE_MAX }, need: Need::Required };

/// Which archive to go on with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ContinueArchiveBody {
    /// As the answer before gave it.
    #[cfg_attr(feature = "openapi", schema(max_length = 2048))]
    pub archive: String,
}

/// Reads which archive to go on with.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_continue_archive(body: &Map<String, Value>) -> Result<String, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let archive = reader.text(&ARCHIVE);
    let errors = reader.finish();
    match archive {
        Some(archive) if errors.is_empty() => Ok(archive),
        _ => Err(errors),
    }
}

/// How far an archive has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ArchiveProgress {
    /// What to go on with. It is the reader's own, and to everybody else it does not exist.
    pub archive: String,
    /// How many lists an archive has.
    pub lists: usize,
    /// How many of them are written.
    pub lists_done: usize,
    /// Which one is being written; none once all are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<ArchiveList>,
    /// How many records are written so far.
    pub records: u64,
    /// How long the file is so far, in bytes.
    pub bytes: u64,
    /// Where the file is, once it is whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<ExportLink>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn which_archive_to_go_on_with_is_read() {
        let read = |body: Value| read_continue_archive(body.as_object().unwrap());
        assert_eq!(read(json!({ "archive": "abc" })).as_deref(), Ok("abc"));
        assert!(read(json!({})).is_err());
        assert!(read(json!({ "archive": "a".repeat(ARCHIVE_MAX + 1) })).is_err());
        assert!(read(json!({ "archive": "abc", "list": "leads" })).is_err());
    }
}

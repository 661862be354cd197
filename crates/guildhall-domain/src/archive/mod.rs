//! The archive of an organisation: one file with everything that Guildhall keeps for it, to be kept elsewhere or to be
//! brought into another installation.
//!
//! It is a ZIP of lists. Each list is there twice: as JSON, a line for each record with all that the record is made of,
//! and as CSV for people. Long lists come in several parts. The manifest names every file with its length and hash.

mod list;
mod manifest;

pub use list::{ArchiveFormat, ArchiveList};
pub use manifest::{
    ArchivedFile, ArchivedOrganisation, Checksum, ChecksumError, FILE_MAX, FILES_MAX, FORMAT, LineMarks,
    MANIFEST, MANIFEST_MAX, Manifest, TOTAL_MAX, Unreadable, VERSION,
};

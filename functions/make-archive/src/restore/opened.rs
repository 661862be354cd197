//! An archive whose manifest was read. Whoever made it may mean ill: nothing is read further than it says, and what it
//! says is bounded.

use std::io::{Read, Seek};

use guildhall_domain::archive::{ArchivedFile, Checksum, MANIFEST, MANIFEST_MAX, Manifest};
use zip::ZipArchive;
use zip::result::ZipError;

use super::RestoreError;

/// An archive.
#[derive(Debug)]
pub struct Opened<F> {
    zip: ZipArchive<F>,
    manifest: Manifest,
}

impl<F: Read + Seek> Opened<F> {
    /// Opens an archive.
    ///
    /// # Errors
    /// When it is none, or its manifest makes no sense.
    pub fn open(file: F) -> Result<Self, RestoreError> {
        let mut zip = ZipArchive::new(file)?;
        let (bytes, is_whole) = read_at_most(&mut zip, MANIFEST, MANIFEST_MAX)?;
        if !is_whole {
            return Err(RestoreError::Manifest("it is damaged, or too long".to_owned()));
        }
        let manifest: Manifest =
            serde_json::from_slice(&bytes).map_err(|error| RestoreError::Manifest(error.to_string()))?;
        manifest.check()?;
        if let Some(file) = manifest.files.iter().find(|file| zip.index_for_name(&file.name).is_none()) {
            return Err(RestoreError::Missing(file.name.clone()));
        }
        if zip.len() != manifest.files.len() + 1 {
            return Err(RestoreError::Stray);
        }
        Ok(Self { zip, manifest })
    }

    /// What is in it.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// A file of it, as it was written.
    ///
    /// # Errors
    /// When it is not.
    pub fn read(&mut self, file: &ArchivedFile) -> Result<Vec<u8>, RestoreError> {
        let (bytes, is_whole) = read_at_most(&mut self.zip, &file.name, file.bytes)?;
        if is_whole && bytes.len() as u64 == file.bytes && Checksum::of(&bytes) == file.sha256 {
            return Ok(bytes);
        }
        // Without a line that differs there is something behind the last.
        let line = file.lines.first_difference(&bytes).unwrap_or_else(|| lines(&bytes) + 1);
        Err(RestoreError::Differs { name: file.name.clone(), line })
    }
}

fn lines(bytes: &[u8]) -> usize {
    bytes.split_inclusive(|byte| *byte == b'\n').count()
}

/// What can be read of a file up to a length, and whether that was all of it.
fn read_at_most<F: Read + Seek>(
    zip: &mut ZipArchive<F>,
    name: &str,
    most: u64,
) -> Result<(Vec<u8>, bool), RestoreError> {
    let file = match zip.by_name(name) {
        Err(ZipError::FileNotFound) => return Err(RestoreError::Missing(name.to_owned())),
        other => other?,
    };
    let mut bytes = Vec::new();
    let read = file.take(most.saturating_add(1)).read_to_end(&mut bytes);
    let is_whole = read.is_ok() && bytes.len() as u64 <= most;
    Ok((bytes, is_whole))
}

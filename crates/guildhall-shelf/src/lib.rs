//! Where files that somebody asked for stand until they have fetched them: written a piece at a time, and found by a link
//! that expires.

#[cfg(feature = "bucket")]
mod bucket;
mod folder;

use std::time::Duration;

use chrono::{DateTime, Utc};
use guildhall_contract::exports::ExportLink;
use guildhall_domain::failure::Failure;
pub use object_store::path::Path;

pub use folder::FolderShelf;

#[cfg(feature = "bucket")]
pub use bucket::BucketShelf;

/// How long a link leads to its file.
pub const LINK_LIVES: Duration = Duration::from_mins(10);

/// Why a file cannot be written or found.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// The place of the files does not answer.
    #[error("the exported files cannot be reached: {0}")]
    Files(#[from] object_store::Error),
    /// The environment does not say where it is.
    #[error("the environment variable {0} is not set")]
    Missing(&'static str),
    /// What was written before is not text.
    #[error("a list of rows is damaged")]
    Damaged,
}

impl ShelfError {
    /// Whether the file, or what was begun of it, is there no more.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Files(object_store::Error::NotFound { .. }))
    }
}

/// Where the files stand.
#[derive(Debug)]
pub enum Shelf {
    /// In a bucket of S3.
    #[cfg(feature = "bucket")]
    Bucket(BucketShelf),
    /// In a folder, or in memory: on one machine.
    Folder(FolderShelf),
}

impl Shelf {
    /// How long a piece has to be at least, in bytes, unless it is the last.
    #[must_use]
    pub fn piece_bytes(&self) -> usize {
        match self {
            #[cfg(feature = "bucket")]
            Self::Bucket(_) => bucket::PIECE_BYTES,
            Self::Folder(_) => folder::PIECE_BYTES,
        }
    }

    /// Begins a file, and returns what its pieces are added by.
    ///
    /// # Errors
    /// When the place of the files does not answer.
    pub async fn begin(&self, path: &Path) -> Result<String, ShelfError> {
        match self {
            #[cfg(feature = "bucket")]
            Self::Bucket(bucket) => bucket.begin(path).await,
            Self::Folder(folder) => folder.begin().await,
        }
    }

    /// Adds a piece, counted from 0, and returns what it is known by. Added once more, it takes its own place.
    ///
    /// # Errors
    /// When the place of the files does not answer, or what was begun is gone.
    pub async fn add(
        &self,
        path: &Path,
        upload: &str,
        place: usize,
        piece: Vec<u8>,
    ) -> Result<String, ShelfError> {
        match self {
            #[cfg(feature = "bucket")]
            Self::Bucket(bucket) => bucket.add(path, upload, place, piece).await,
            Self::Folder(folder) => folder.add(path, place, piece).await,
        }
    }

    /// Makes one file of the pieces.
    ///
    /// # Errors
    /// When the place of the files does not answer, or what was begun is gone.
    pub async fn finish(&self, path: &Path, upload: &str, pieces: &[String]) -> Result<(), ShelfError> {
        match self {
            #[cfg(feature = "bucket")]
            Self::Bucket(bucket) => bucket.finish(path, upload, pieces).await,
            Self::Folder(folder) => folder.finish(path, pieces).await,
        }
    }

    /// Writes something that is nobody's to fetch.
    ///
    /// # Errors
    /// When the place of the files does not answer.
    pub async fn write(&self, path: &Path, bytes: Vec<u8>) -> Result<(), ShelfError> {
        match self {
            #[cfg(feature = "bucket")]
            Self::Bucket(bucket) => bucket.write(path, bytes).await,
            Self::Folder(folder) => folder.write(path, bytes).await,
        }
    }

    /// Reads it back.
    ///
    /// # Errors
    /// When the place of the files does not answer, or the file is gone.
    pub async fn read(&self, path: &Path) -> Result<Vec<u8>, ShelfError> {
        match self {
            #[cfg(feature = "bucket")]
            Self::Bucket(bucket) => bucket.read(path).await,
            Self::Folder(folder) => folder.read(path).await,
        }
    }

    /// Reads a text back.
    ///
    /// # Errors
    /// When the place of the files does not answer, the file is gone, or it is no text.
    pub async fn read_text(&self, path: &Path) -> Result<String, ShelfError> {
        String::from_utf8(self.read(path).await?).map_err(|_| ShelfError::Damaged)
    }

    /// How long a whole file is, in bytes; `None` if there is none.
    ///
    /// # Errors
    /// When the place of the files does not answer.
    pub async fn size(&self, path: &Path) -> Result<Option<u64>, ShelfError> {
        let found = match self {
            #[cfg(feature = "bucket")]
            Self::Bucket(bucket) => bucket.size(path).await,
            Self::Folder(folder) => folder.size(path).await,
        };
        match found {
            Ok(size) => Ok(Some(size)),
            Err(error) if error.is_gone() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A link to a whole file, from a moment on.
    ///
    /// # Errors
    /// When the place of the files does not answer.
    pub async fn link(&self, path: &Path, now: DateTime<Utc>) -> Result<ExportLink, ShelfError> {
        let url = match self {
            #[cfg(feature = "bucket")]
            Self::Bucket(bucket) => bucket.link(path).await?,
            Self::Folder(folder) => folder.link(path, now),
        };
        Ok(ExportLink { url, expires_at: now + LINK_LIVES })
    }
}

impl Failure for ShelfError {
    fn is_passing(&self) -> bool {
        match self {
            Self::Files(_) => true,
            Self::Missing(_) | Self::Damaged => false,
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        None
    }
}

/// What browsers are told that a file is: archives are ZIP, all other files lists.
#[must_use]
pub fn content_type(file_name: &str) -> &'static str {
    match file_name.rsplit_once('.') {
        Some((_, "zip")) => "application/zip",
        _ => "text/csv; charset=utf-8",
    }
}

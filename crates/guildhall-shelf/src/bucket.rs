//! In a bucket of S3, which removes everything after a day, also what was begun and never finished.

use http::Method;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::multipart::{MultipartStore, PartId};
use object_store::path::Path;
use object_store::signer::{SignedUrlOptions, Signer};
use object_store::{ObjectStoreExt, PutPayload};

use super::{LINK_LIVES, ShelfError, content_type};

/// S3 takes no shorter pieces than 5 MiB, except as the last.
pub(super) const PIECE_BYTES: usize = 5 << 20;

/// A bucket.
#[derive(Debug)]
pub struct BucketShelf(AmazonS3);

impl BucketShelf {
    /// The bucket that the environment names: `EXPORT_BUCKET`, with the region and credentials of AWS.
    ///
    /// # Errors
    /// When it names none, or its settings make no sense.
    pub fn from_env() -> Result<Self, ShelfError> {
        let name = std::env::var("EXPORT_BUCKET").map_err(|_| ShelfError::Missing("EXPORT_BUCKET"))?;
        Ok(Self(AmazonS3Builder::from_env().with_bucket_name(name).build()?))
    }

    pub(super) async fn begin(&self, path: &Path) -> Result<String, ShelfError> {
        Ok(self.0.create_multipart(path).await?)
    }

    pub(super) async fn add(
        &self,
        path: &Path,
        upload: &str,
        place: usize,
        piece: Vec<u8>,
    ) -> Result<String, ShelfError> {
        let part = self.0.put_part(path, &upload.to_owned(), place, PutPayload::from(piece)).await?;
        Ok(part.content_id)
    }

    pub(super) async fn finish(
        &self,
        path: &Path,
        upload: &str,
        pieces: &[String],
    ) -> Result<(), ShelfError> {
        let parts = pieces.iter().map(|id| PartId { content_id: id.clone() }).collect();
        self.0.complete_multipart(path, &upload.to_owned(), parts).await?;
        Ok(())
    }

    pub(super) async fn write(&self, path: &Path, bytes: Vec<u8>) -> Result<(), ShelfError> {
        self.0.put(path, PutPayload::from(bytes)).await?;
        Ok(())
    }

    pub(super) async fn read(&self, path: &Path) -> Result<Vec<u8>, ShelfError> {
        Ok(self.0.get(path).await?.bytes().await?.to_vec())
    }

    pub(super) async fn size(&self, path: &Path) -> Result<u64, ShelfError> {
        Ok(self.0.head(path).await?.size)
    }

    /// A link that makes browsers keep the file and not show it.
    pub(super) async fn link(&self, path: &Path) -> Result<String, ShelfError> {
        let name = path.filename().unwrap_or("export.csv");
        let options = SignedUrlOptions::new().with_query([
            ("response-content-disposition", format!("attachment; filename=\"{name}\"")),
            ("response-content-type", content_type(name).to_owned()),
        ]);
        Ok(self.0.signed_url_opts(Method::GET, path, LINK_LIVES, &options).await?.to_string())
    }
}

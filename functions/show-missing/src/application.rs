//! The application's page, read from the bucket and remembered for a moment.

use std::sync::Arc;
use std::time::{Duration, Instant};

use guildhall_domain::failure::Failure;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use tokio::sync::Mutex;

/// Where the page is.
const NAME: &str = "index.html";
/// How long it is taken as it was. The files that an earlier build's page names are kept, so it works meanwhile.
const REMEMBERED: Duration = Duration::from_secs(60);

/// Why the page cannot be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReadError {
    /// The bucket did not give it.
    #[error("the application cannot be read from its bucket: {0}")]
    Bucket(#[from] object_store::Error),
    /// It is no text.
    #[error("the application is not UTF-8")]
    NoText,
}

impl Failure for ReadError {
    fn is_passing(&self) -> bool {
        matches!(self, Self::Bucket(_))
    }

    fn retry_after(&self) -> Option<Duration> {
        None
    }
}

/// The bucket with the built application.
pub(crate) struct Application {
    bucket: Arc<dyn ObjectStore>,
    read: Mutex<Option<(Instant, String)>>,
}

impl Application {
    pub(crate) fn new(bucket: Arc<dyn ObjectStore>) -> Self {
        Self { bucket, read: Mutex::new(None) }
    }

    /// The page, or nothing as long as the application was never uploaded.
    pub(crate) async fn page(&self) -> Result<Option<String>, ReadError> {
        let mut read = self.read.lock().await;
        if let Some((at, page)) = read.as_ref()
            && at.elapsed() < REMEMBERED
        {
            return Ok(Some(page.clone()));
        }
        let bytes = match self.bucket.get(&Path::from(NAME)).await {
            Ok(found) => found.bytes().await?,
            // Who may not list a bucket is told that it may not read what is not there.
            Err(object_store::Error::NotFound { .. } | object_store::Error::PermissionDenied { .. }) => {
                return Ok(None);
            }
            Err(error) => return Err(error.into()),
        };
        let page = String::from_utf8(bytes.to_vec()).map_err(|_| ReadError::NoText)?;
        *read = Some((Instant::now(), page.clone()));
        Ok(Some(page))
    }
}

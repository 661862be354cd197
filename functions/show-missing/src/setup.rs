//! What the function needs from its environment.

use std::sync::Arc;

use object_store::ObjectStore;
use object_store::aws::AmazonS3Builder;

/// Why the function cannot start.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The environment lacks something.
    #[error("the environment variable {0} is not set")]
    Missing(&'static str),
    /// The bucket's settings make no sense.
    #[error("the bucket cannot be used: {0}")]
    Bucket(#[from] object_store::Error),
}

/// The bucket of the built application that the environment names: `SITE_BUCKET`, with the region and credentials of AWS.
///
/// # Errors
/// When it names none, or its settings make no sense.
pub fn bucket_from_env() -> Result<Arc<dyn ObjectStore>, SetupError> {
    let name = std::env::var("SITE_BUCKET").map_err(|_| SetupError::Missing("SITE_BUCKET"))?;
    Ok(Arc::new(AmazonS3Builder::from_env().with_bucket_name(name).build()?))
}

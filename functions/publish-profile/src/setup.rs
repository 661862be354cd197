use guildhall_pages::Site;

/// Why the publisher cannot start.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The environment lacks something.
    #[error("the environment variable {0} is not set")]
    Missing(&'static str),
    /// The bucket's settings make no sense.
    #[error("the bucket cannot be used: {0}")]
    Bucket(#[from] object_store::Error),
}

/// The site that the environment names: `SITE_URL`.
///
/// # Errors
/// When it names none.
pub fn site_from_env() -> Result<Site, SetupError> {
    std::env::var("SITE_URL").map(|url| Site::new(&url)).map_err(|_| SetupError::Missing("SITE_URL"))
}

/// The bucket of the site that the environment names: `SITE_BUCKET`, with the region and credentials of AWS.
///
/// # Errors
/// When it names none, or its settings make no sense.
#[cfg(feature = "bucket")]
pub fn bucket_from_env() -> Result<std::sync::Arc<dyn object_store::ObjectStore>, SetupError> {
    use object_store::aws::AmazonS3Builder;

    let name = std::env::var("SITE_BUCKET").map_err(|_| SetupError::Missing("SITE_BUCKET"))?;
    Ok(std::sync::Arc::new(AmazonS3Builder::from_env().with_bucket_name(name).build()?))
}

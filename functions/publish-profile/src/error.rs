use std::time::Duration;

use guildhall_domain::failure::Failure;
use guildhall_store::StoreError;

/// Why something was not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The table does not answer, or holds something damaged.
    #[error(transparent)]
    Table(#[from] StoreError),
    /// The place of published files does not answer.
    #[error("the published files cannot be reached: {0}")]
    Files(#[from] object_store::Error),
    /// The page could not be made.
    #[error("a page could not be made: {0}")]
    Page(#[from] tokio::task::JoinError),
}

impl Failure for PublishError {
    fn is_passing(&self) -> bool {
        match self {
            Self::Table(error) => error.is_passing(),
            Self::Files(_) => true,
            Self::Page(_) => false,
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Table(error) => error.retry_after(),
            Self::Files(_) | Self::Page(_) => None,
        }
    }
}

//! What goes wrong in a worker.

use guildhall_domain::failure::Failure;

/// Why a worker could not do its work. What it says is logged, so nothing in it may be personal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkError {
    /// Something did not answer. Trying again later may help.
    #[error("not available right now: {0}")]
    Passing(String),
    /// Trying again will not help.
    #[error("cannot be done: {0}")]
    Lasting(String),
    /// The worker panicked.
    #[error("the worker panicked")]
    Panicked,
}

impl WorkError {
    /// Whether trying again later may help. A panic is given the benefit of the doubt.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Passing(_) | Self::Panicked => true,
            Self::Lasting(_) => false,
        }
    }
}

impl<F: Failure> From<F> for WorkError {
    fn from(failure: F) -> Self {
        if failure.is_passing() {
            Self::Passing(failure.to_string())
        } else {
            Self::Lasting(failure.to_string())
        }
    }
}

/// A change that a worker could not handle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// The change's own number.
    pub sequence_number: String,
    /// What went wrong.
    pub error: WorkError,
}

impl Failed {
    /// The failure of a change.
    #[must_use]
    pub fn new(change: &crate::Change, error: impl Into<WorkError>) -> Self {
        Self { sequence_number: change.sequence_number.clone(), error: error.into() }
    }
}

//! What can go wrong with the table, and the one place where the SDK's errors become ours.
//!
//! A failed condition is not among them: it is a normal outcome and has its own enum beside each write.

use std::time::Duration;

use aws_sdk_dynamodb::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use guildhall_domain::failure::Failure;

/// Why the table did not answer as it should. Nothing in it is personal, so all of it may be logged.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The table, or one item of it, is busy. Trying again later helps.
    #[error("the table is busy: {code}")]
    Throttled {
        /// The table's own word for it.
        code: String,
        /// When to try again, at the earliest.
        retry_after: Duration,
    },
    /// The table could not be reached in time. Whether a write happened is not known.
    #[error("the table cannot be reached: {reason}")]
    Unavailable {
        /// What the connection said.
        reason: String,
    },
    /// The table refused the request itself: it is missing, or the function may not use it so.
    #[error("the table refused {operation}: {code}")]
    Refused {
        /// The operation.
        operation: &'static str,
        /// The table's own word for it.
        code: String,
    },
    /// An item does not read as what its key says it is.
    #[error("the item {key} is damaged at {attribute}")]
    Corrupt {
        /// Where the item stands. Keys are never personal.
        key: String,
        /// The attribute that does not read.
        attribute: &'static str,
    },
    /// Something that this crate would write does not fit an item.
    #[error("an item cannot be written: {0}")]
    Unwritable(String),
}

impl Failure for StoreError {
    fn is_passing(&self) -> bool {
        matches!(self, Self::Throttled { .. } | Self::Unavailable { .. })
    }

    fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Throttled { retry_after, .. } => Some(*retry_after),
            Self::Unavailable { .. } => Some(Duration::from_secs(1)),
            Self::Refused { .. } | Self::Corrupt { .. } | Self::Unwritable(_) => None,
        }
    }
}

impl StoreError {
    /// What an error of the SDK means here.
    pub(crate) fn of<E, R>(operation: &'static str, error: &SdkError<E, R>) -> Self
    where
        E: ProvideErrorMetadata + std::error::Error + 'static,
        R: std::fmt::Debug,
    {
        match error {
            SdkError::ServiceError(service) => Self::of_code(operation, service.err().code()),
            SdkError::TimeoutError(_) => Self::Unavailable { reason: format!("{operation} took too long") },
            SdkError::DispatchFailure(_) | SdkError::ResponseError(_) => {
                Self::Unavailable { reason: format!("{operation}: {}", DisplayErrorContext(error)) }
            }
            // Construction failures are ours: the request never left.
            _ => Self::Refused { operation, code: "ConstructionFailure".to_owned() },
        }
    }

    /// What an error code of DynamoDB means here.
    pub(crate) fn of_code(operation: &'static str, code: Option<&str>) -> Self {
        let code = code.unwrap_or("Unknown").to_owned();
        match code.as_str() {
            "ProvisionedThroughputExceededException"
            | "ThrottlingException"
            | "ThrottlingError"
            | "RequestLimitExceeded"
            | "TransactionConflict"
            | "TransactionConflictException"
            | "TransactionInProgressException"
            | "ProvisionedThroughputExceeded" => {
                Self::Throttled { code, retry_after: Duration::from_secs(1) }
            }
            "InternalServerError" | "ServiceUnavailable" | "ServiceUnavailableException" => {
                Self::Unavailable { reason: format!("{operation}: {code}") }
            }
            _ => Self::Refused { operation, code },
        }
    }
}

impl From<serde_dynamo::Error> for StoreError {
    fn from(error: serde_dynamo::Error) -> Self {
        Self::Unwritable(error.to_string())
    }
}

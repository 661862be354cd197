//! What the edge needs to know of a failure behind it, whatever failed.

use std::error::Error;
use std::time::Duration;

/// A failure that no request is to blame for.
pub trait Failure: Error {
    /// Whether trying again later may help.
    fn is_passing(&self) -> bool;

    /// How long to wait before, if whatever failed said so.
    fn retry_after(&self) -> Option<Duration>;
}

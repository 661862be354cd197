//! Failures behind a handler, logged once and answered without their particulars.

use guildhall_domain::failure::Failure;
use tracing::{error, warn};

use crate::{Problem, ProblemCode};

/// Seconds to wait when whatever failed did not say.
const RETRY_AFTER: u32 = 2;

/// Turns a failure into a problem.
pub trait OrFail<T> {
    /// The value, or a 503 for a failure that passes, or a 500; the failure is logged here.
    ///
    /// # Errors
    /// The problem to answer with.
    fn or_fail(self) -> Result<T, Problem>;
}

impl<T, F: Failure> OrFail<T> for Result<T, F> {
    fn or_fail(self) -> Result<T, Problem> {
        self.map_err(|failure| {
            if failure.is_passing() {
                warn!(cause = %failure, "not available right now");
                let seconds = failure.retry_after().and_then(|wait| u32::try_from(wait.as_secs()).ok());
                let retry_after = Some(seconds.unwrap_or(RETRY_AFTER).max(1));
                Problem { retry_after, ..Problem::new(ProblemCode::Unavailable) }
            } else {
                error!(cause = %failure, "failed");
                Problem::new(ProblemCode::Internal)
            }
        })
    }
}

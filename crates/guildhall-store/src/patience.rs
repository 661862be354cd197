//! Waiting for somebody else's transaction to end.
//!
//! Two writes of one item do not wait for each other when one is part of a transaction: DynamoDB refuses
//! one of them. To the caller that is no conflict, so the write is tried again here.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// How long a write is tried again. The lists' overlap counts on it, since the items were stamped before
/// the first try: see [`crate::view`].
const PATIENCE: Duration = Duration::from_secs(5);
/// How long the first pause is; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(15);

/// How much longer a write is tried again.
pub(crate) struct Patience {
    began: Instant,
    pause: Duration,
}

impl Patience {
    pub(crate) fn new() -> Self {
        Self { began: Instant::now(), pause: FIRST_PAUSE }
    }

    /// Pauses before the next try; `false` if there should be none.
    pub(crate) async fn is_left(&mut self) -> bool {
        let pause = spread(self.pause);
        if self.began.elapsed() + pause > PATIENCE {
            return false;
        }
        tokio::time::sleep(pause).await;
        self.pause *= 2;
        true
    }
}

/// Up to half as long again: those who met once shall not meet again.
fn spread(pause: Duration) -> Duration {
    let nanos = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.subsec_nanos());
    pause + pause * (nanos / 1_000 % 512) / 1_024
}

/// Whether a write was refused only because of a transaction on the same item.
pub(crate) fn is_refused_by_transaction(code: Option<&str>) -> bool {
    matches!(
        code,
        Some("TransactionConflictException" | "TransactionConflict" | "TransactionInProgressException")
    )
}

//! Workers that are called from time to time.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::BoxFuture;
use tracing::error;

use crate::WorkError;

/// A worker that is called from time to time, and finds out by itself whether anything is due.
pub trait ScheduledWorker: Send + Sync + 'static {
    /// Does what is due. Ticks may come late, twice, or two at a time.
    fn tick(&self) -> impl Future<Output = Result<(), WorkError>> + Send;
}

impl<W: ScheduledWorker> ScheduledWorker for Arc<W> {
    fn tick(&self) -> impl Future<Output = Result<(), WorkError>> + Send {
        W::tick(self)
    }
}

/// A scheduled worker behind one type. It never panics.
pub type ScheduleEntry = Arc<dyn Fn() -> BoxFuture<'static, Result<(), WorkError>> + Send + Sync>;

/// Puts a scheduled worker behind one type.
pub fn schedule_entry(worker: impl ScheduledWorker) -> ScheduleEntry {
    let worker = Arc::new(worker);
    Arc::new(move || {
        let worker = Arc::clone(&worker);
        async move {
            let outcome = AssertUnwindSafe(worker.tick()).catch_unwind().await;
            let outcome = outcome.unwrap_or(Err(WorkError::Panicked));
            if let Err(cause) = &outcome {
                error!(%cause, "a tick failed");
            }
            outcome
        }
        .boxed()
    })
}

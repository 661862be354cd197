//! Workers that follow the table's stream.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use futures::FutureExt;
use futures::future::BoxFuture;
use tracing::{error, info};

use crate::{Change, Failed, WorkError};

/// A worker that takes one change after the other.
pub trait StreamWorker: Send + Sync + 'static {
    /// Handles one change. It may be handed over again, so doing it twice must come to the same.
    fn handle(&self, change: &Change) -> impl Future<Output = Result<(), WorkError>> + Send;
}

/// A worker that takes changes by the batch, because several of them may come to one piece of work.
pub trait BatchWorker: Send + Sync + 'static {
    /// Handles a batch, which is in the order of the stream, and returns what could not be handled. That
    /// is handed over again, together with everything after the first of it.
    fn handle(&self, batch: &[Change]) -> impl Future<Output = Vec<Failed>> + Send;
}

impl<W: BatchWorker> BatchWorker for Arc<W> {
    fn handle(&self, batch: &[Change]) -> impl Future<Output = Vec<Failed>> + Send {
        W::handle(self, batch)
    }
}

/// A worker behind one type: takes a batch, returns what failed. It never panics.
pub type StreamEntry = Arc<dyn Fn(Vec<Change>) -> BoxFuture<'static, Vec<Failed>> + Send + Sync>;

/// Puts a worker of single changes behind one type.
///
/// It stops at the first failure: the stream goes back to that change anyway, and what comes after it may
/// be another change of the same item.
pub fn stream_entry(worker: impl StreamWorker) -> StreamEntry {
    batch_entry(OneByOne(worker))
}

/// Puts a worker of batches behind one type.
pub fn batch_entry(worker: impl BatchWorker) -> StreamEntry {
    let worker = Arc::new(worker);
    Arc::new(move |batch| {
        let worker = Arc::clone(&worker);
        async move { work(&*worker, &batch).await }.boxed()
    })
}

struct OneByOne<W>(W);

impl<W: StreamWorker> BatchWorker for OneByOne<W> {
    async fn handle(&self, batch: &[Change]) -> Vec<Failed> {
        for change in batch {
            let outcome = AssertUnwindSafe(self.0.handle(change)).catch_unwind().await;
            if let Err(error) = outcome.unwrap_or(Err(WorkError::Panicked)) {
                return vec![Failed::new(change, error)];
            }
        }
        Vec::new()
    }
}

async fn work(worker: &impl BatchWorker, batch: &[Change]) -> Vec<Failed> {
    let started = Instant::now();
    let outcome = AssertUnwindSafe(worker.handle(batch)).catch_unwind().await;
    // A panic says nothing about which change it was, so it counts for all of them.
    let failed = outcome.unwrap_or_else(|_panic| {
        batch.iter().map(|change| Failed::new(change, WorkError::Panicked)).collect()
    });
    for failure in &failed {
        log(batch, failure);
    }
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    info!(changes = batch.len(), failed = failed.len(), ms, "worked");
    failed
}

/// Keys are never personal; what is in the item may be.
fn log(batch: &[Change], failure: &Failed) {
    let change = batch.iter().find(|change| change.sequence_number == failure.sequence_number);
    error!(
        sequence_number = failure.sequence_number,
        pk = change.map(|change| change.key.pk.as_str()),
        sk = change.map(|change| change.key.sk.as_str()),
        kind = change.map(Change::kind),
        cause = %failure.error,
        "a change was not handled"
    );
}

//! Publishes reviews whose hold is over. A review and its partner's ratings move in one transaction, so two
//! ticks at once, or one that dies half-way, count nothing twice.

use std::sync::Arc;

use guildhall_domain::clock::Clock;
use guildhall_domain::ids::ReviewId;
use guildhall_store::{ReviewCommit, Reviews, StoreError, Table};
use guildhall_worker::{ScheduledWorker, WorkError};

/// How many reviews are looked for at a time.
const BATCH: usize = 100;
/// How many times at most within one tick; the next tick goes on.
const BATCHES: usize = 20;

/// Publishes reviews.
pub struct PublishReviews {
    reviews: Reviews,
    clock: Arc<dyn Clock>,
}

impl PublishReviews {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { reviews: Reviews::new(table), clock }
    }

    /// Publishes one, unless it is not due after all: the index that told of it may lag behind.
    async fn publish(&self, id: &ReviewId) -> Result<bool, StoreError> {
        let Some(mut review) = self.reviews.get(id).await? else { return Ok(false) };
        let Ok(moved) = review.publish(self.clock.now()) else { return Ok(false) };
        match self.reviews.commit(&review, Some(moved)).await? {
            ReviewCommit::Done => Ok(true),
            // Somebody was faster: another tick, or a removal.
            ReviewCommit::Conflict(_) => Ok(false),
        }
    }
}

impl ScheduledWorker for PublishReviews {
    async fn tick(&self) -> Result<(), WorkError> {
        let mut failed = None;
        for _ in 0..BATCHES {
            let due = self.reviews.due(self.clock.now(), BATCH).await?;
            let mut published = 0;
            for id in &due {
                // One that fails must not keep the others waiting.
                match self.publish(id).await {
                    Ok(done) => published += usize::from(done),
                    Err(error) => failed = Some(WorkError::from(error)),
                }
            }
            if published > 0 {
                tracing::info!(published, "published reviews");
            }
            if due.len() < BATCH || published == 0 {
                break;
            }
        }
        failed.map_or(Ok(()), Err)
    }
}

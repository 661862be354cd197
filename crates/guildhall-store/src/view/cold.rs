//! Reads a whole partition for a view that holds nothing yet.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use tokio::task::JoinSet;

use super::source::{Listed, Seen};
use super::synced::{PartitionReader, Way};
use crate::item::Attributes;
use crate::{Micros, StoreError};

/// How far each side has come.
struct Front {
    low: AtomicI64,
    high: AtomicI64,
}

/// The whole partition, eventually consistent (half the price): whatever it misses was changed just now
/// and comes with the changes that are read next.
///
/// Most partitions are one page. A longer one is read from both ends at once until the two meet, which
/// halves the wait without having to know how the items lie in between.
pub(super) async fn read_whole<R: Listed>(reader: &PartitionReader) -> Result<Vec<Seen<R>>, StoreError> {
    let first = reader.page::<R>(Way::Forward, false, None, None).await?;
    let mut whole = first.seen;
    let Some(next) = first.next else { return Ok(whole) };
    let low = first.last.unwrap_or(Micros(i64::MIN));
    let front = Arc::new(Front { low: AtomicI64::new(low.0), high: AtomicI64::new(i64::MAX) });
    // Dropping the set ends both sides, so an abandoned request leaves nothing running.
    let mut sides = JoinSet::new();
    sides.spawn(read_side::<R>(reader.clone(), Way::Forward, Some(next), Arc::clone(&front)));
    sides.spawn(read_side::<R>(reader.clone(), Way::Backward, None, front));
    while let Some(side) = sides.join_next().await {
        let side =
            side.map_err(|error| StoreError::Unavailable { reason: format!("reading stopped: {error}") })?;
        whole.extend(side?);
    }
    Ok(whole)
}

async fn read_side<R: Listed>(
    reader: PartitionReader,
    way: Way,
    mut from: Option<Attributes>,
    front: Arc<Front>,
) -> Result<Vec<Seen<R>>, StoreError> {
    let mut side = Vec::new();
    loop {
        let page = reader.page::<R>(way, false, None, from).await?;
        side.extend(page.seen);
        from = page.next;
        if from.is_none() || page.last.is_none_or(|last| front.has_met(way, last)) {
            return Ok(side);
        }
    }
}

impl Front {
    /// Moves one side on; whether it has passed the other. Only strictly passed counts: several items may
    /// share a moment, and each side may have read only some of them.
    fn has_met(&self, way: Way, last: Micros) -> bool {
        match way {
            Way::Forward => {
                self.low.store(last.0, Ordering::SeqCst);
                last.0 > self.high.load(Ordering::SeqCst)
            }
            Way::Backward => {
                self.high.store(last.0, Ordering::SeqCst);
                last.0 < self.low.load(Ordering::SeqCst)
            }
        }
    }
}

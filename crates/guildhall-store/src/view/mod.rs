//! Lists that are kept in memory and in step with the table.
//!
//! A list of any size costs one call and about one read unit, because the process keeps the list
//! columns of a partition and each request asks only for what has changed since. Whatever a reader then
//! wants (any sort, any filter, a search, exact counts) happens in memory.
//!
//! **What is asked for.** Every write stamps `changed_at` by its machine's clock. A view remembers when
//! its last completed sync began, and the next one reads everything stamped later than that moment less
//! [`OVERLAP_SECONDS`]. A write that the last sync could not see was not yet done when that sync began;
//! it was stamped at most 15 s before it was done (an operation's timeout, and a transaction's patience
//! with others), and clocks may differ by the remaining 15 s. So no write is ever missed, and reading one
//! twice is harmless: the higher version wins. The moment of the sync is used rather than the newest entry since both are
//! equally safe, but an idle list then costs one unit even after a burst of changes.
//!
//! **Read your own writes.** One sync runs per view at a time. A request that finds one under way waits,
//! and takes its result only if it began after the request did; otherwise it starts the next one, which
//! everybody else who waits then shares.
//!
//! **By owner.** A global index cannot be read strongly, so the sales team's list may lag behind by the
//! moment that DynamoDB takes to carry a change over; the overlap covers that too.

mod audit;
mod cold;
mod directory;
mod kinds;
mod rows;
mod source;
mod synced;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

pub use directory::{Directory, InquiryList};
pub use kinds::LeadList;
pub use rows::Snapshot;
pub(crate) use source::seen;
pub use source::{Listed, Seen, Source};
pub use synced::OVERLAP_SECONDS;

use crate::{StoreError, Table};
use synced::SyncedView;

/// The views that a process holds of one kind of list, bounded in bytes: whichever was not read for the
/// longest time goes first.
pub struct Views<R: Listed> {
    table: Table,
    limit_bytes: usize,
    held: Mutex<Held<R>>,
}

struct Held<R: Listed> {
    views: HashMap<R::List, Slot<R>>,
    /// Counts reads, so that slots know which of them was read longer ago.
    reads: u64,
}

struct Slot<R: Listed> {
    view: Arc<SyncedView<R>>,
    read: u64,
    bytes: usize,
}

impl<R: Listed> Views<R> {
    /// Views over a table, holding about this many bytes at most.
    ///
    /// The view that was read last always stays, even if it alone is over the limit: without it every
    /// request would read its whole list again.
    #[must_use]
    pub fn new(table: Table, limit_bytes: usize) -> Self {
        let held = Mutex::new(Held { views: HashMap::new(), reads: 0 });
        Self { table, limit_bytes, held }
    }

    /// The list as it stands now, with everything in it that was written before this call began.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged. The view then stays as it was.
    pub async fn read(&self, list: &R::List) -> Result<Arc<Snapshot<R>>, StoreError> {
        let view = self.view(list);
        let (snapshot, bytes) = view.read().await?;
        self.settle(list, &view, bytes);
        Ok(snapshot)
    }

    /// About how many bytes the views hold.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.lock().views.values().map(|slot| slot.bytes).sum()
    }

    fn view(&self, list: &R::List) -> Arc<SyncedView<R>> {
        let mut held = self.lock();
        held.reads += 1;
        let read = held.reads;
        let slot = held.views.entry(list.clone()).or_insert_with(|| {
            let view = Arc::new(SyncedView::new(self.table.clone(), R::source(list)));
            Slot { view, read, bytes: 0 }
        });
        slot.read = read;
        Arc::clone(&slot.view)
    }

    /// Notes what a view weighs now and makes room.
    fn settle(&self, list: &R::List, view: &Arc<SyncedView<R>>, bytes: usize) {
        let mut held = self.lock();
        if let Some(slot) = held.views.get_mut(list).filter(|slot| Arc::ptr_eq(&slot.view, view)) {
            slot.bytes = bytes;
        }
        let mut total: usize = held.views.values().map(|slot| slot.bytes).sum();
        while total > self.limit_bytes && held.views.len() > 1 {
            let oldest = held.views.iter().min_by_key(|(_, slot)| slot.read).map(|(list, _)| list.clone());
            let Some(gone) = oldest.and_then(|oldest| held.views.remove(&oldest)) else { return };
            total -= gone.bytes;
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Held<R>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<R: Listed> fmt::Debug for Views<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Rows are personal.
        f.debug_struct("Views").field("limit_bytes", &self.limit_bytes).finish_non_exhaustive()
    }
}

//! The index over the listed profiles, in step with the table.

use std::sync::{Arc, PoisonError, RwLock};

use guildhall_domain::directory::{DirectoryQuery, DirectoryRow, PAGE_SIZE};
use guildhall_search::{Index, Results};
use guildhall_store::{Directory, Snapshot, StoreError, Table, Views};

/// The most memory that the list may hold; the index over it takes about as much again.
const VIEW_BYTES: usize = 512 * 1024 * 1024;

/// Keeps the index and searches it.
pub(crate) struct Engine {
    views: Views<DirectoryRow>,
    state: RwLock<State>,
}

struct State {
    /// The list that the index was made from. Held, so that a later one is another one.
    of: Option<Arc<Snapshot<DirectoryRow>>>,
    index: Index,
}

impl Engine {
    pub(crate) fn new(table: Table) -> Self {
        let state = RwLock::new(State { of: None, index: Index::default() });
        Self { views: Views::new(table, VIEW_BYTES), state }
    }

    /// Searches the profiles as they are listed now: one call, whatever is asked.
    pub(crate) async fn search(&self, query: &DirectoryQuery) -> Result<Results, StoreError> {
        let snapshot = self.views.read(&Directory).await?;
        self.follow(&snapshot);
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        Ok(state.index.search(query, PAGE_SIZE))
    }

    /// Brings the index in step, if anything has changed.
    fn follow(&self, snapshot: &Arc<Snapshot<DirectoryRow>>) {
        let is_same = |state: &State| state.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, snapshot));
        if is_same(&self.state.read().unwrap_or_else(PoisonError::into_inner)) {
            return;
        }
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        if !is_same(&state) {
            state.index.sync(snapshot.shared());
            state.of = Some(Arc::clone(snapshot));
        }
    }
}

use std::collections::HashSet;
use std::mem;
use std::sync::Arc;

use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::profile::Handle;

use crate::index::Index;

/// What a [`Index::sync`] changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Synced {
    /// Partners that are new, or not as before.
    pub changed: usize,
    /// Partners that are gone.
    pub removed: usize,
}

impl Index {
    /// Brings the index in step with a list, each handle once.
    ///
    /// Lists that share most rows with the one before, in the same places, cost a look at each pointer and
    /// the work for what has changed: that is how a synced view hands them out. Rows are told apart by
    /// handle and version. An index that is kept in step like this is not changed otherwise.
    pub fn sync<'a>(&mut self, rows: impl IntoIterator<Item = &'a Arc<DirectoryRow>>) -> Synced {
        let (mut came, mut went) = (Vec::new(), Vec::new());
        let mut count = 0;
        for row in rows {
            match self.synced.get_mut(count) {
                Some(known) if Arc::ptr_eq(known, row) => {}
                Some(known) => {
                    went.push(mem::replace(known, Arc::clone(row)));
                    came.push(Arc::clone(row));
                }
                None => {
                    self.synced.push(Arc::clone(row));
                    came.push(Arc::clone(row));
                }
            }
            count += 1;
        }
        went.extend(self.synced.drain(count..));
        self.take_over(came, &went)
    }

    /// A row that only moved has come and gone.
    fn take_over(&mut self, mut came: Vec<Arc<DirectoryRow>>, went: &[Arc<DirectoryRow>]) -> Synced {
        let stay: HashSet<Handle> = came.iter().map(|row| row.handle.clone()).collect();
        let removed: Vec<_> =
            went.iter().map(|row| &row.handle).filter(|handle| !stay.contains(*handle)).collect();
        came.retain(|row| {
            let known = self.get(&row.handle);
            known.is_none_or(|known| (known.version, &known.org) != (row.version, &row.org))
        });
        let synced = Synced { changed: came.len(), removed: removed.len() };
        if synced != Synced::default() {
            self.apply(removed, came);
        }
        synced
    }
}

//! Keeps the audit log: for every committed change that is a privileged act, one entry.
//!
//! An entry follows from the change alone and is written at a place that follows from it too, so it does not
//! matter how often, or in which order, a change is told.

mod audit;

use futures::future::join_all;
use guildhall_domain::audit::AuditEntry;
use guildhall_store::{Audit, StoreError, Table};
use guildhall_worker::{BatchWorker, Change, Failed};

pub use audit::entries_of;

/// How many changes are worked on at once.
const PARALLEL: usize = 8;

/// Keeps the audit log.
#[derive(Debug)]
pub struct KeepRecords {
    audit: Audit,
}

impl KeepRecords {
    /// Writes to this table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { audit: Audit::new(table) }
    }

    async fn keep(&self, change: &Change) -> Result<(), StoreError> {
        for entry in entries_of(change)? {
            self.keep_one(&entry).await?;
        }
        Ok(())
    }

    async fn keep_one(&self, entry: &AuditEntry) -> Result<(), StoreError> {
        // That it was there already means that the change is told again.
        self.audit.keep(entry).await.map(|_is_new| ())
    }
}

impl BatchWorker for KeepRecords {
    /// No change waits for another one: each has entries of its own.
    async fn handle(&self, batch: &[Change]) -> Vec<Failed> {
        let mut failed = Vec::new();
        for some in batch.chunks(PARALLEL) {
            let kept: Vec<_> = some.iter().map(|change| self.keep(change)).collect();
            for (change, outcome) in some.iter().zip(join_all(kept).await) {
                failed.extend(outcome.err().map(|error| Failed::new(change, error)));
            }
        }
        failed
    }
}

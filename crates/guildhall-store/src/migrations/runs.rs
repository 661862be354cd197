//! Runs: how each stands, and all of them, newest first.

use guildhall_domain::migration::{MigrationRun, RunId, RunState};

use super::Migrations;
use crate::StoreError;
use crate::item::{Reader, kind, migration_run_item, read_migration_run};
use crate::kept::{Kept, KeptPut, living};
use crate::keys::{Key, MIGRATIONS};

/// Some runs, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunStretch {
    /// The runs.
    pub runs: Vec<Kept<MigrationRun>>,
    /// Whether older ones may follow.
    pub has_more: bool,
}

/// How many runs are looked at in one call for the newest that stands.
const AT_ONCE: usize = 20;

impl Migrations {
    /// A run as it stands now.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn run(&self, id: RunId) -> Result<Option<Kept<MigrationRun>>, StoreError> {
        let item = self.table.get(&Key::migration_run(id), true).await?;
        item.and_then(living).map(read_migration_run).transpose()
    }

    /// Writes how a run stands, provided that the revision before stands there.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub async fn put_run(&self, run: Kept<MigrationRun>) -> Result<KeptPut<MigrationRun>, StoreError> {
        let item = migration_run_item(&run)?;
        self.table.keep(run, item, read_migration_run).await
    }

    /// So many runs that were begun before one.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub async fn runs(&self, before: Option<RunId>, limit: usize) -> Result<RunStretch, StoreError> {
        let after = before.map(Key::migration_run);
        let (items, next) = self.table.stretch_after(MIGRATIONS, after.as_ref(), limit).await?;
        let readers = items.into_iter().map(Reader::new).filter(|reader| reader.is(kind::MIGRATION_RUN));
        let runs = readers.map(read_migration_run).collect::<Result<_, _>>()?;
        Ok(RunStretch { runs, has_more: next.is_some() })
    }

    /// The newest run that was not taken back.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub async fn newest(&self) -> Result<Option<Kept<MigrationRun>>, StoreError> {
        let mut before = None;
        loop {
            let RunStretch { runs, has_more } = self.runs(before, AT_ONCE).await?;
            before = runs.last().map(|run| run.value.id);
            let standing = runs.into_iter().find(|run| run.value.state != RunState::RolledBack);
            if standing.is_some() || !has_more || before.is_none() {
                return Ok(standing);
            }
        }
    }
}

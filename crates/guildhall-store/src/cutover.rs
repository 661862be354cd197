//! The dates of the move from the Experts Marketplace: one item that nearly everything public depends on.

mod cache;

use guildhall_domain::cutover::Cutover;

pub use cache::CutoverCache;

use crate::item::{cutover_item, read_cutover};
use crate::kept::{Kept, KeptPut, living};
use crate::keys::Key;
use crate::{StoreError, Table};

/// The dates as the programme keeps them.
#[derive(Debug, Clone)]
pub struct CutoverSettings {
    table: Table,
}

impl CutoverSettings {
    /// The dates of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// The dates as they are now; `None` while nobody has changed those of the announcement.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self) -> Result<Option<Kept<Cutover>>, StoreError> {
        self.read(true).await
    }

    /// Writes the dates, provided that the revision before stands there.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn keep(&self, cutover: Kept<Cutover>) -> Result<KeptPut<Cutover>, StoreError> {
        let item = cutover_item(&cutover)?;
        self.table.keep(cutover, item, read_cutover).await
    }

    async fn read(&self, consistent: bool) -> Result<Option<Kept<Cutover>>, StoreError> {
        let item = self.table.get(&Key::cutover(), consistent).await?;
        item.and_then(living).map(read_cutover).transpose()
    }
}

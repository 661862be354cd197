//! What a run notes as it goes: whose records came, which it needs to be taken back, and what was wrong with some.

use std::collections::BTreeSet;

use guildhall_domain::ids::OrgId;
use guildhall_domain::migration::RunId;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Migrations;
use crate::StoreError;
use crate::item::{Reader, migration_note_item, read_migration_note};
use crate::keys::{self, Key, migration_of};
use crate::table::SK;

/// What was wrong with the records of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedBatch<T> {
    /// Which batch.
    pub batch: u32,
    /// What was noted of its records.
    pub records: Vec<T>,
}

impl Migrations {
    /// Notes whose records come with a batch, before any of them is written.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn note_partners(&self, run: RunId, batch: u32, orgs: &[OrgId]) -> Result<(), StoreError> {
        let item = migration_note_item(&Key::migration_partners(run, batch), &orgs)?;
        self.table.put_many(vec![item]).await
    }

    /// Everybody whose records came with a run, in order.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn partners_of(&self, run: RunId) -> Result<BTreeSet<OrgId>, StoreError> {
        let mut everybody = BTreeSet::new();
        for reader in self.table.all_of(&migration_of(run), keys::PARTNERS).await? {
            everybody.extend(read_migration_note::<Vec<OrgId>>(reader)?);
        }
        Ok(everybody)
    }

    /// Notes what was wrong with records of a batch.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn note_bad<T: Serialize>(
        &self,
        run: RunId,
        batch: u32,
        records: &[T],
    ) -> Result<(), StoreError> {
        let item = migration_note_item(&Key::migration_bad(run, batch), &records)?;
        self.table.put_many(vec![item]).await
    }

    /// What was wrong with records of so many batches behind one, and whether there may be more.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn bad<T: DeserializeOwned>(
        &self,
        run: RunId,
        after: Option<u32>,
        limit: usize,
    ) -> Result<(Vec<NotedBatch<T>>, bool), StoreError> {
        let after = after.map(|batch| Key::migration_bad(run, batch));
        let (items, next) = self.table.stretch_after(&migration_of(run), after.as_ref(), limit).await?;
        let mut noted = Vec::with_capacity(items.len());
        for item in items {
            let sk = item.get(SK).and_then(|value| value.as_s().ok());
            let Some(batch) = sk.and_then(|sk| keys::bad_batch_at(sk)) else { continue };
            noted.push(NotedBatch { batch, records: read_migration_note(Reader::new(item))? });
        }
        Ok((noted, next.is_some_and(|sk| keys::bad_batch_at(&sk).is_some())))
    }
}

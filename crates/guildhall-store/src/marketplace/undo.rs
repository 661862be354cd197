//! Taking a run back, organisation by organisation and piece by piece.

use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::migration::RunId;

use super::Marketplace;
use super::layer::{Taken, take_off};
use super::read::parts_brought;
use crate::item::Attributes;
use crate::keys::{self, Key};
use crate::{Micros, StoreError};

/// How many items are looked at in one piece.
const PIECE: usize = 100;

/// What became of a piece.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undone {
    /// How many records stand as they stood before the run.
    pub restored: u32,
    /// How many are gone, since the run had added them.
    pub removed: u32,
    /// Where to go on; `None` at the end.
    pub next: Option<MarketplaceId>,
}

impl Marketplace {
    /// Takes back what a run brought of an organisation's jobs, a piece at a time. What a later run wrote over stays as
    /// it is.
    ///
    /// # Errors
    /// When the table does not answer. The same call again completes what was begun.
    pub async fn undo_jobs(
        &self,
        org: &OrgId,
        run: RunId,
        after: Option<&MarketplaceId>,
    ) -> Result<Undone, StoreError> {
        let after = after.map(|id| Key::job(org, id).sk);
        let (undone, last) = self.undo(&keys::jobs_of(org), run, after).await?;
        let next = last.and_then(|sk| keys::job_at(&keys::jobs_of(org), &sk)).map(|(_, id)| id);
        Ok(Undone { next, ..undone })
    }

    /// The same of its conversations.
    ///
    /// # Errors
    /// As [`Self::undo_jobs`].
    pub async fn undo_conversations(
        &self,
        org: &OrgId,
        run: RunId,
        after: Option<&MarketplaceId>,
    ) -> Result<Undone, StoreError> {
        let after = after.map(|id| Key::conversation(org, id).sk);
        let partition = keys::conversations_of(org);
        let (undone, last) = self.undo(&partition, run, after).await?;
        let next = last.and_then(|sk| keys::conversation_at(&partition, &sk)).map(|(_, id)| id);
        Ok(Undone { next, ..undone })
    }

    async fn undo(
        &self,
        partition: &str,
        run: RunId,
        after: Option<String>,
    ) -> Result<(Undone, Option<String>), StoreError> {
        let after = after.map(|sk| Key { pk: partition.to_owned(), sk });
        let (items, next) = self.table.stretch_after(partition, after.as_ref(), PIECE).await?;
        let now = Micros::now();
        let (mut undone, mut written) = (Undone::default(), Vec::<Attributes>::new());
        let mut orphans = Vec::new();
        for item in items {
            let parts = parts_brought(&item)?;
            match take_off(item, run, now)? {
                Taken::Nothing => continue,
                Taken::Restored(item) => {
                    undone.restored += 1;
                    written.push(item);
                }
                Taken::Removed(mark) => {
                    undone.removed += 1;
                    written.push(mark);
                }
            }
            orphans.extend(parts);
        }
        self.table.put_many(written).await?;
        // Nothing names them any more.
        for part in orphans {
            self.table.delete(&part).await?;
        }
        Ok((undone, next))
    }
}

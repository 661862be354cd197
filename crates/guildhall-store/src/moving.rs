//! How far partners are with their move from the marketplace.

use guildhall_domain::ids::OrgId;
use guildhall_domain::migration::{MigratedProfile, MoveNotes};

use crate::item::{migrated_profile_item, move_notes_item, read_migrated_profile, read_move_notes};
use crate::kept::{Kept, KeptPut, living};
use crate::keys::Key;
use crate::table::{Expected, Written};
use crate::{StoreError, Table};

/// What became of partners' old profiles, and what they noted.
#[derive(Debug, Clone)]
pub struct Moves {
    table: Table,
}

/// What became of writing how far a partner has reviewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MigratedPut {
    /// It is written.
    Done,
    /// Somebody was faster; this is how it stands now, or `None` if it was rolled back.
    Conflict(Option<Box<MigratedProfile>>),
}

impl Moves {
    /// The moves of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// What became of an organisation's old profile, if it had one: one strongly consistent read.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn migrated(&self, org: &OrgId) -> Result<Option<MigratedProfile>, StoreError> {
        let item = self.table.get(&Key::migrated_profile(org), true).await?;
        item.and_then(living).map(read_migrated_profile).transpose()
    }

    /// Writes it, provided that nothing happened since it was read.
    ///
    /// `after` has exactly one version more than what was read.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn put_migrated(&self, after: &MigratedProfile) -> Result<MigratedPut, StoreError> {
        let put = self.table.put_expecting(migrated_profile_item(after)?, Expected::before(after.version))?;
        Ok(match self.table.put_alone(put).await? {
            Written::Done => MigratedPut::Done,
            Written::Refused(there) => {
                match there.and_then(living).map(read_migrated_profile).transpose()? {
                    // An earlier attempt of this write went through, and only its answer was lost.
                    Some(there) if there == *after => MigratedPut::Done,
                    there => MigratedPut::Conflict(there.map(Box::new)),
                }
            }
        })
    }

    /// What an organisation has noted, if it ever noted anything: one strongly consistent read.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn notes(&self, org: &OrgId) -> Result<Option<Kept<MoveNotes>>, StoreError> {
        let item = self.table.get(&Key::move_notes(org), true).await?;
        item.and_then(living).map(read_move_notes).transpose()
    }

    /// Writes what an organisation has noted, provided that the revision before stands there.
    ///
    /// # Errors
    /// As [`Self::put_migrated`].
    pub async fn put_notes(
        &self,
        org: &OrgId,
        notes: Kept<MoveNotes>,
    ) -> Result<KeptPut<MoveNotes>, StoreError> {
        let item = move_notes_item(org, &notes)?;
        self.table.keep(notes, item, read_move_notes).await
    }
}

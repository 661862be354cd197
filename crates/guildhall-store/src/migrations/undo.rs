//! Taking back what a run did to a profile.

use aws_sdk_dynamodb::types::{Delete, TransactWriteItem};
use guildhall_domain::ids::OrgId;
use guildhall_domain::migration::RunId;

use super::Migrations;
use crate::StoreError;
use crate::item::{number, read_before, text};
use crate::keys::Key;
use crate::profiles::release;
use crate::table::{Expected, PK, SK, VERSION};
use crate::transaction::Ending;

/// What became of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileUndone {
    /// The run had done nothing to it, or that is taken back already.
    Nothing,
    /// The run had made it, and it is gone.
    Removed,
    /// It is as it was before the run.
    Restored,
    /// Its partner has worked on it since, so it stays.
    Left,
}

impl Migrations {
    /// Takes back what a run did to an organisation's profile, unless its partner has worked on it since.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn undo_profile(&self, run: RunId, org: &OrgId) -> Result<ProfileUndone, StoreError> {
        let partner = self.partners(std::slice::from_ref(org)).await?.remove(org);
        let Some((profile, migrated)) = partner.and_then(|it| it.profile.zip(it.migrated)) else {
            return Ok(ProfileUndone::Nothing);
        };
        if migrated.run != run.to_string() {
            return Ok(ProfileUndone::Nothing);
        }
        if !profile.is_as_moved() || !migrated.reviewed.is_empty() {
            return Ok(ProfileUndone::Left);
        }
        let key = Key::migration_before(run, org);
        let before = self.table.get(&key, true).await?;
        let (writes, done) = match before.as_ref().and_then(read_before) {
            Some((old_profile, old_migrated)) => {
                let writes = vec![
                    self.put(old_profile, Expected::Version(profile.version))?,
                    self.put(old_migrated, Expected::Version(migrated.version))?,
                    self.remove(&key, 1)?,
                ];
                (writes, ProfileUndone::Restored)
            }
            None => {
                let writes = vec![
                    self.remove(&Key::partner_profile(org), profile.version)?,
                    self.remove(&Key::migrated_profile(org), migrated.version)?,
                    release(&self.table, &profile, &profile.handle)?,
                ];
                (writes, ProfileUndone::Removed)
            }
        };
        Ok(match self.table.write_together(writes).await? {
            Ending::Done => done,
            // Its partner has begun to work on it this very moment.
            Ending::Refused(_) => ProfileUndone::Left,
        })
    }

    fn remove(&self, key: &Key, version: u64) -> Result<TransactWriteItem, StoreError> {
        let delete = Delete::builder()
            .table_name(self.table.name())
            .key(PK, text(&key.pk))
            .key(SK, text(&key.sk))
            .condition_expression("#version = :version")
            .expression_attribute_names("#version", VERSION)
            .expression_attribute_values(":version", number(version))
            .build()
            .map_err(|error| StoreError::Unwritable(error.to_string()))?;
        Ok(TransactWriteItem::builder().delete(delete).build())
    }
}

//! The profiles that a run brings: what is there already, and one transaction for each.

use std::collections::{HashMap, HashSet};

use aws_sdk_dynamodb::types::TransactWriteItem;
use guildhall_domain::ids::OrgId;
use guildhall_domain::migration::{MigratedProfile, RunId};
use guildhall_domain::organisation::Organisation;
use guildhall_domain::profile::{Handle, PartnerProfile};

use super::Migrations;
use crate::StoreError;
use crate::item::{
    Attributes, before_item, migrated_profile_item, partner_profile_item, read_migrated_profile,
    read_organisation, read_partner_profile,
};
use crate::kept::living;
use crate::keys::Key;
use crate::profiles::reserve;
use crate::table::Expected;
use crate::transaction::Ending;

/// How many organisations are looked at in one call: three items each.
const PARTNERS_AT_ONCE: usize = 33;
/// How many handles are; DynamoDB's own limit.
const HANDLES_AT_ONCE: usize = 100;

/// What is known of a partner whose records come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPartner {
    /// The organisation.
    pub organisation: Organisation,
    /// Its profile, if it has one.
    pub profile: Option<PartnerProfile>,
    /// What became of its old profile, if that came over.
    pub migrated: Option<MigratedProfile>,
}

/// What became of writing a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileWrite {
    /// It is written.
    Done,
    /// Another profile has the handle.
    HandleTaken,
    /// Something happened to the profile in the meantime. It is as that left it.
    Overtaken,
}

impl Migrations {
    /// What is known of these organisations, as it stands now; of one that is not there, nothing. A call for each
    /// thirty-three.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn partners(&self, orgs: &[OrgId]) -> Result<HashMap<OrgId, KnownPartner>, StoreError> {
        let mut partners = HashMap::with_capacity(orgs.len());
        for orgs in orgs.chunks(PARTNERS_AT_ONCE) {
            let keys: Vec<_> = orgs.iter().flat_map(items_of).collect();
            let mut found = self.table.get_many(&keys.iter().collect::<Vec<_>>()).await?;
            for org in orgs {
                if let Some(partner) = known(&mut found, org)? {
                    partners.insert(org.clone(), partner);
                }
            }
        }
        Ok(partners)
    }

    /// The organisations among these that are there. A call for each hundred.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn organisations(&self, orgs: &[OrgId]) -> Result<HashSet<OrgId>, StoreError> {
        let mut there = HashSet::with_capacity(orgs.len());
        for orgs in orgs.chunks(HANDLES_AT_ONCE) {
            let keys: Vec<_> = orgs.iter().map(Key::organisation).collect();
            let found = self.table.get_many(&keys.iter().collect::<Vec<_>>()).await?;
            let is_there = |(key, _): &(&Key, &OrgId)| found.contains_key(*key);
            there.extend(keys.iter().zip(orgs).filter(is_there).map(|(_, org)| org.clone()));
        }
        Ok(there)
    }

    /// The handles among these that somebody has. A call for each hundred.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn taken(&self, handles: &[Handle]) -> Result<HashSet<Handle>, StoreError> {
        let mut taken = HashSet::new();
        for handles in handles.chunks(HANDLES_AT_ONCE) {
            let keys: Vec<_> = handles.iter().map(Key::profile).collect();
            let found = self.table.get_many(&keys.iter().collect::<Vec<_>>()).await?;
            let is_taken = |(key, _): &(&Key, &Handle)| found.contains_key(*key);
            taken.extend(keys.iter().zip(handles).filter(is_taken).map(|(_, handle)| handle.clone()));
        }
        Ok(taken)
    }

    /// Writes a profile that came over, with its handle and what became of it, together.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn create_profile(
        &self,
        profile: &PartnerProfile,
        migrated: &MigratedProfile,
    ) -> Result<ProfileWrite, StoreError> {
        let writes = vec![
            self.put(partner_profile_item(profile)?, Expected::Nothing)?,
            reserve(&self.table, profile)?,
            self.put(migrated_profile_item(migrated)?, Expected::Nothing)?,
        ];
        self.write(writes, true).await
    }

    /// Writes what came over later in the place of what came over before, which is kept for the run to be taken back.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn replace_profile(
        &self,
        run: RunId,
        before: (&PartnerProfile, &MigratedProfile),
        after: (&PartnerProfile, &MigratedProfile),
    ) -> Result<ProfileWrite, StoreError> {
        let mut writes = vec![
            self.put(partner_profile_item(after.0)?, Expected::Version(before.0.version))?,
            self.put(migrated_profile_item(after.1)?, Expected::Version(before.1.version))?,
        ];
        // What the same run said before is nothing to go back to.
        if before.1.run != after.1.run {
            let (profile, migrated) = (partner_profile_item(before.0)?, migrated_profile_item(before.1)?);
            let item = before_item(run, &before.0.org, profile, migrated);
            writes.push(self.put(item, Expected::Nothing)?);
        }
        self.write(writes, false).await
    }

    pub(super) fn put(&self, item: Attributes, expected: Expected) -> Result<TransactWriteItem, StoreError> {
        let put = self.table.put_expecting(item, expected)?;
        Ok(TransactWriteItem::builder().put(put).build())
    }

    /// A handle that is taken stands second.
    async fn write(
        &self,
        writes: Vec<TransactWriteItem>,
        takes_handle: bool,
    ) -> Result<ProfileWrite, StoreError> {
        let mut refusals = match self.table.write_together(writes).await? {
            Ending::Done => return Ok(ProfileWrite::Done),
            Ending::Refused(refusals) => refusals,
        };
        let is_only_handle = takes_handle && [0, 2].into_iter().all(|place| refusals.at(place).is_none());
        Ok(if is_only_handle { ProfileWrite::HandleTaken } else { ProfileWrite::Overtaken })
    }
}

/// Where all stands that is known of a partner.
fn items_of(org: &OrgId) -> [Key; 3] {
    [Key::organisation(org), Key::partner_profile(org), Key::migrated_profile(org)]
}

fn known(found: &mut HashMap<Key, Attributes>, org: &OrgId) -> Result<Option<KnownPartner>, StoreError> {
    let [organisation, profile, migrated] = items_of(org).map(|key| found.remove(&key).and_then(living));
    let Some(organisation) = organisation else { return Ok(None) };
    Ok(Some(KnownPartner {
        organisation: read_organisation(organisation)?.value,
        profile: profile.map(read_partner_profile).transpose()?,
        migrated: migrated.map(read_migrated_profile).transpose()?,
    }))
}

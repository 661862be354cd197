//! Committing what happened to a profile.

use aws_sdk_dynamodb::types::TransactWriteItem;
use guildhall_domain::migration::MigratedProfile;
use guildhall_domain::profile::{PartnerProfile, PublicChange};

use super::public_change::{reserve, writes};
use super::{PartnerProfiles, living};
use crate::StoreError;
use crate::item::{Attributes, migrated_profile_item, partner_profile_item, read_partner_profile};
use crate::keys::Key;
use crate::table::{Expected, Written};
use crate::transaction::Ending;

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProfileCommit {
    /// It is written.
    Done,
    /// Somebody was faster; this is how the profile stands now, or `None` if there is none.
    Conflict(Option<Box<PartnerProfile>>),
    /// Another profile has the handle.
    HandleTaken,
    /// Somebody reviewed something of the migrated profile in the meantime. Nothing is written.
    ReviewedMeanwhile,
}

impl PartnerProfiles {
    /// Begins a profile and takes its handle, together: two organisations never have one handle, not even
    /// for a moment.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn create(&self, profile: &PartnerProfile) -> Result<ProfileCommit, StoreError> {
        let put = self.table.put_expecting(partner_profile_item(profile)?, Expected::Nothing)?;
        let put = TransactWriteItem::builder().put(put).build();
        let places = Places { handle: Some(1), reviewed: None };
        self.write_together(profile, vec![put, reserve(&self.table, profile)?], places).await
    }

    /// Writes a profile with its newest event, and what that does to what the world sees, provided that
    /// nothing happened since the profile was read.
    ///
    /// `after` is the profile after exactly one [`PartnerProfile::apply`], `change` what that returned.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn commit(
        &self,
        after: &PartnerProfile,
        change: Option<&PublicChange>,
    ) -> Result<ProfileCommit, StoreError> {
        self.commit_reviewed(after, change, None).await
    }

    /// As [`Self::commit`], together with how far the migrated profile is reviewed by that very change.
    ///
    /// `reviewed` has exactly one version more than what was read.
    ///
    /// # Errors
    /// As [`Self::commit`].
    pub async fn commit_reviewed(
        &self,
        after: &PartnerProfile,
        change: Option<&PublicChange>,
        reviewed: Option<&MigratedProfile>,
    ) -> Result<ProfileCommit, StoreError> {
        let expected = Expected::Version(after.version.saturating_sub(1));
        let put = self.table.put_expecting(partner_profile_item(after)?, expected)?;
        if change.is_none() && reviewed.is_none() {
            return match self.table.put_alone(put).await? {
                Written::Done => Ok(ProfileCommit::Done),
                Written::Refused(there) => conflict(there, after),
            };
        }
        let mut together = vec![TransactWriteItem::builder().put(put).build()];
        if let Some(change) = change {
            together.extend(writes(&self.table, after, change)?);
        }
        if let Some(reviewed) = reviewed {
            let expected = Expected::before(reviewed.version);
            let put = self.table.put_expecting(migrated_profile_item(reviewed)?, expected)?;
            together.push(TransactWriteItem::builder().put(put).build());
        }
        let places = Places {
            handle: change.is_some_and(takes_handle).then_some(1),
            reviewed: reviewed.map(|_| together.len() - 1),
        };
        self.write_together(after, together, places).await
    }

    /// The profile comes first.
    async fn write_together(
        &self,
        after: &PartnerProfile,
        writes: Vec<TransactWriteItem>,
        places: Places,
    ) -> Result<ProfileCommit, StoreError> {
        let mut refusals = match self.table.write_together(writes).await? {
            Ending::Done => return Ok(ProfileCommit::Done),
            Ending::Refused(refusals) => refusals,
        };
        if let Some(there) = refusals.at(0) {
            return conflict(there, after);
        }
        if places.handle.is_some_and(|place| refusals.at(place).is_some()) {
            return Ok(ProfileCommit::HandleTaken);
        }
        if places.reviewed.is_some_and(|place| refusals.at(place).is_some()) {
            return Ok(ProfileCommit::ReviewedMeanwhile);
        }
        // The profile was as expected, so the copy must be there, and its own.
        let key = Key::profile(&after.handle);
        Err(StoreError::Corrupt { key: format!("{} {}", key.pk, key.sk), attribute: "record" })
    }
}

/// Where in a transaction stands what may be refused for a reason of its own.
struct Places {
    handle: Option<usize>,
    reviewed: Option<usize>,
}

fn takes_handle(change: &PublicChange) -> bool {
    match change {
        PublicChange::Move { .. } => true,
        PublicChange::Show(_) | PublicChange::Withdraw | PublicChange::Standing(_) => false,
    }
}

/// What a failed condition means. If the very profile stands there, an earlier attempt of this write went
/// through and only its answer was lost.
fn conflict(there: Option<Attributes>, after: &PartnerProfile) -> Result<ProfileCommit, StoreError> {
    let there = there.and_then(living).map(read_partner_profile).transpose()?;
    match there {
        Some(there) if there == *after => Ok(ProfileCommit::Done),
        there => Ok(ProfileCommit::Conflict(there.map(Box::new))),
    }
}

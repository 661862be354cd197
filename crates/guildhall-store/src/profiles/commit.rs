//! Committing what happened to a profile.

use aws_sdk_dynamodb::types::TransactWriteItem;
use guildhall_domain::profile::{PartnerProfile, PublicChange};

use super::public_change::{reserve, writes};
use super::{PartnerProfiles, living};
use crate::StoreError;
use crate::item::{Attributes, partner_profile_item, read_partner_profile};
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
        self.write_together(profile, vec![put, reserve(&self.table, profile)?], true).await
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
        let expected = Expected::Version(after.version.saturating_sub(1));
        let put = self.table.put_expecting(partner_profile_item(after)?, expected)?;
        let Some(change) = change else {
            return match self.table.put_alone(put).await? {
                Written::Done => Ok(ProfileCommit::Done),
                Written::Refused(there) => conflict(there, after),
            };
        };
        let mut together = vec![TransactWriteItem::builder().put(put).build()];
        together.extend(writes(&self.table, after, change)?);
        self.write_together(after, together, takes_handle(change)).await
    }

    /// The profile comes first, a handle that is taken second.
    async fn write_together(
        &self,
        after: &PartnerProfile,
        writes: Vec<TransactWriteItem>,
        takes_handle: bool,
    ) -> Result<ProfileCommit, StoreError> {
        let mut refusals = match self.table.write_together(writes).await? {
            Ending::Done => return Ok(ProfileCommit::Done),
            Ending::Refused(refusals) => refusals,
        };
        if let Some(there) = refusals.at(0) {
            return conflict(there, after);
        }
        if takes_handle && refusals.at(1).is_some() {
            return Ok(ProfileCommit::HandleTaken);
        }
        // The profile was as expected, so the copy must be there, and its own.
        let key = Key::profile(&after.handle);
        Err(StoreError::Corrupt { key: format!("{} {}", key.pk, key.sk), attribute: "record" })
    }
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

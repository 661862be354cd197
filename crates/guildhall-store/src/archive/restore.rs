//! Bringing an archive into an installation that holds nothing of its organisation.

use guildhall_domain::archive::ArchiveList;
use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::{Conversation, Job};
use guildhall_domain::migration::RunId;
use guildhall_domain::profile::Handle;
use guildhall_domain::review::Ratings;

use super::place::partition_of;
use super::{Archived, Archives};
use crate::item::{
    Attributes, account_item, entry_item, inquiry_item, lead_item, partner_profile_item, public_copy_item,
    referral_item,
};
use crate::keys::Key;
use crate::leads::Unique;
use crate::marketplace::MerchantKey;
use crate::{Micros, StoreError};

/// Why nothing can be restored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RestoreRefused {
    /// The organisation has records already.
    #[error("{org} has records of {list} already; an archive is restored only where there are none", list = .list.code())]
    NotEmpty {
        /// Whose.
        org: OrgId,
        /// Which.
        list: ArchiveList,
    },
    /// Another organisation has the profile's name in addresses.
    #[error("the handle {0} is taken")]
    HandleTaken(String),
}

impl Archives {
    /// Why an archive cannot be restored; `None` if the organisation has nothing of what is in one, and the profile's
    /// handle is free.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn refusal(
        &self,
        org: &OrgId,
        handle: Option<&Handle>,
    ) -> Result<Option<RestoreRefused>, StoreError> {
        for list in ArchiveList::ALL {
            let Some(pk) = partition_of(org, list) else { continue };
            let (items, _) = self.table.stretch_after(&pk, None, 1).await?;
            if !items.is_empty() {
                return Ok(Some(RestoreRefused::NotEmpty { org: org.clone(), list }));
            }
        }
        let Some(handle) = handle else { return Ok(None) };
        let taken = self.table.get(&Key::profile(handle), true).await?;
        Ok(taken.map(|_| RestoreRefused::HandleTaken(handle.as_str().to_owned())))
    }

    /// Writes records with all that follows from them, whatever stands there: ask [`Self::refusal`] before the first.
    /// Written again, they come to the same. What came from the Experts Marketplace is brought in by a run.
    ///
    /// # Errors
    /// When the table does not answer, or does not take all of it in time.
    pub async fn restore(
        &self,
        merchants: &MerchantKey,
        run: RunId,
        records: Vec<Archived>,
    ) -> Result<(), StoreError> {
        let now = Micros::now();
        let (mut items, mut jobs, mut conversations) =
            (Vec::new(), Vec::<Job>::new(), Vec::<Conversation>::new());
        for (record, place) in records.into_iter().zip(0..) {
            match record {
                Archived::Job(job) => jobs.push(*job),
                Archived::Conversation(conversation) => conversations.push(*conversation),
                other => items.extend(items_of(&other, Micros(now.0 + place))?),
            }
        }
        self.table.put_many(items).await?;
        self.marketplace.import_jobs(merchants, run, &jobs).await?;
        self.marketplace.import_conversations(run, &conversations).await?;
        Ok(())
    }
}

/// What stands in the table because a record does.
fn items_of(record: &Archived, changed_at: Micros) -> Result<Vec<Attributes>, StoreError> {
    Ok(match record {
        // Reviews are their merchants', so none is restored, and nothing is rated yet.
        Archived::Profile(profile) => vec![
            partner_profile_item(profile)?,
            public_copy_item(profile, Ratings::default(), profile.version, changed_at)?,
        ],
        Archived::Lead(lead) => {
            let markers = Unique::of(lead).into_iter().map(|one| one.item(&lead.id));
            std::iter::once(lead_item(lead, None, changed_at)?).chain(markers).collect()
        }
        Archived::Inquiry(inquiry) => vec![inquiry_item(inquiry, None, changed_at)?],
        Archived::Referral(record) => vec![referral_item(record, changed_at)?],
        Archived::Entry(entry) => vec![entry_item(entry, changed_at)?],
        Archived::Account(account) => vec![account_item(account)?],
        // These are imported, or follow from what is.
        Archived::Job(_) | Archived::Conversation(_) | Archived::Customer(_) => Vec::new(),
    })
}

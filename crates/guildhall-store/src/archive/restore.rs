//! Bringing an archive into an installation that holds nothing of its organisation.

use guildhall_domain::archive::ArchiveList;
use guildhall_domain::ids::OrgId;
use guildhall_domain::profile::Handle;
use guildhall_domain::review::Ratings;

use super::place::Place;
use super::{Archived, Archives};
use crate::item::{Attributes, public_copy_item};
use crate::keys::Key;
use crate::leads::Unique;
use crate::{Micros, StoreError};

/// Why nothing can be restored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RestoreRefused {
    /// The organisation has records already.
    #[error("the organisation {org} has {list} already, and an archive is restored only where there is nothing", list = .list.code())]
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
    /// Whether an archive can be restored: the organisation has nothing of what is in one, and the profile's handle is
    /// free.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn refusal(
        &self,
        org: &OrgId,
        handle: Option<&Handle>,
    ) -> Result<Option<RestoreRefused>, StoreError> {
        for list in ArchiveList::ALL {
            let Some(Place { pk, beginning }) = Place::of(org, list) else { continue };
            let (items, _) = self.table.stretch_of(&pk, &beginning, None, Some(1)).await?;
            if !items.is_empty() {
                return Ok(Some(RestoreRefused::NotEmpty { org: org.clone(), list }));
            }
        }
        let Some(handle) = handle else { return Ok(None) };
        let taken = self.table.get(&Key::profile(handle), true).await?;
        Ok(taken.map(|_| RestoreRefused::HandleTaken(handle.as_str().to_owned())))
    }

    /// Writes records with all that follows from them, whatever stands there: ask [`Self::refusal`] before the first.
    /// Written again, they come to the same.
    ///
    /// # Errors
    /// When the table does not answer, or does not take all of it in time.
    pub async fn restore(&self, records: &[Archived]) -> Result<(), StoreError> {
        let now = Micros::now();
        let mut items = Vec::with_capacity(records.len());
        for (record, place) in records.iter().zip(0..) {
            let changed_at = Micros(now.0 + place);
            items.push(record.item(changed_at)?);
            items.extend(dependents(record, changed_at)?);
        }
        self.table.put_many(items).await
    }
}

/// What stands in the table because a record does.
fn dependents(record: &Archived, changed_at: Micros) -> Result<Vec<Attributes>, StoreError> {
    match record {
        // Reviews are their merchants', so none is restored, and nothing is rated yet.
        Archived::Profile(profile) => {
            Ok(vec![public_copy_item(profile, Ratings::default(), profile.version, changed_at)?])
        }
        Archived::Lead(lead) => Ok(Unique::of(lead).into_iter().map(|one| one.item(&lead.id)).collect()),
        Archived::Inquiry(_) | Archived::Referral(_) | Archived::Entry(_) | Archived::Account(_) => {
            Ok(Vec::new())
        }
    }
}

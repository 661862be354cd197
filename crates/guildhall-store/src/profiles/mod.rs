//! Profiles: the one that the partner works on, and the one that the world sees. Two items, changed in one
//! transaction whenever both change.

mod commit;
mod public_change;

use chrono::{DateTime, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::profile::{Handle, PartnerProfile, PublicCopy};

pub use commit::ProfileCommit;
pub(crate) use public_change::{release, reserve};

use crate::item::{Reader, read_partner_profile, read_public_copy, read_waiting};
use crate::keys::{Key, PROFILES_IN_REVIEW};
use crate::{Micros, StoreError, Table};

/// How much of the queue is shown at once.
const QUEUE: usize = 100;

/// The profiles that partners work on.
#[derive(Debug, Clone)]
pub struct PartnerProfiles {
    table: Table,
}

/// A profile that waits for approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingProfile {
    /// Whose it is.
    pub org: OrgId,
    /// Its name in the address.
    pub handle: Handle,
    /// The business name.
    pub name: String,
    /// Since when it waits.
    pub since: DateTime<Utc>,
    /// The profile's version.
    pub version: u64,
}

impl PartnerProfiles {
    /// The profiles of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// An organisation's profile as it stands now: one strongly consistent read.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self, org: &OrgId) -> Result<Option<PartnerProfile>, StoreError> {
        let item = self.table.get(&Key::partner_profile(org), true).await?;
        item.and_then(living).map(read_partner_profile).transpose()
    }

    /// What waits for approval, longest first; a hundred at most. The queue may lag behind by a moment.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn waiting(&self) -> Result<Vec<WaitingProfile>, StoreError> {
        let waiting = self.table.first_of_owner(PROFILES_IN_REVIEW, None, QUEUE).await?;
        waiting.into_iter().filter_map(|reader| read_waiting(reader).transpose()).collect()
    }
}

/// What the world sees of profiles, each found by its handle.
#[derive(Debug, Clone)]
pub struct PublicProfiles {
    table: Table,
}

impl PublicProfiles {
    /// The public profiles of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// One profile, without content while nothing is shown. The read is eventually consistent: it costs
    /// half, and a public page may be a moment old.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self, handle: &Handle) -> Result<Option<PublicCopy>, StoreError> {
        self.read(handle, false).await
    }

    /// One profile as it stands now: one strongly consistent read, for whoever keeps what it read.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn current(&self, handle: &Handle) -> Result<Option<PublicCopy>, StoreError> {
        self.read(handle, true).await
    }

    async fn read(&self, handle: &Handle, consistent: bool) -> Result<Option<PublicCopy>, StoreError> {
        let item = self.table.get(&Key::profile(handle), consistent).await?;
        item.and_then(living).map(read_public_copy).transpose()
    }
}

fn living(item: crate::item::Attributes) -> Option<Reader> {
    Some(Reader::new(item)).filter(|reader| !reader.has_expired(Micros::now()))
}

//! Referral records, the ledger and the accounts, which always move together.

mod booking;
mod events;
mod ledger;
mod recorded;

use guildhall_domain::ids::OrgId;
use guildhall_domain::referral::{ReferralId, ReferralRecord};

pub(crate) use booking::{BookingWrites, Refused};
pub use events::PlatformEvents;
pub use ledger::Ledger;
pub use recorded::{Recorded, WaitReason, WaitingEvent};

use crate::item::{Standing, referral_item};
use crate::keys::Key;
use crate::{Micros, StoreError, Table};

/// The referral records of the table.
#[derive(Debug, Clone)]
pub struct Referrals {
    table: Table,
}

impl Referrals {
    /// The referral records of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// Writes a record as it is, for tests. Neither ledger nor account hears of it.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn put(&self, record: &ReferralRecord) -> Result<(), StoreError> {
        self.table.put(referral_item(record, Micros::now())?).await
    }

    /// One record as it stands now.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self, org: &OrgId, id: &ReferralId) -> Result<Option<ReferralRecord>, StoreError> {
        Ok(standing(&self.table, org, id).await?.map(|standing| standing.record))
    }
}

/// A record as it stands now, for whoever changes it.
pub(crate) async fn standing(
    table: &Table,
    org: &OrgId,
    id: &ReferralId,
) -> Result<Option<Standing>, StoreError> {
    match table.get(&Key::referral(org, id), true).await? {
        Some(item) => Standing::read(item),
        None => Ok(None),
    }
}

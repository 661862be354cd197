//! Events of a lead that its referral record, the ledger and the accounts follow: all in one transaction.

use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
use guildhall_domain::lead::{Event, Lead};
use guildhall_domain::referral::{Booked, ReferralChange};

use super::Leads;
use crate::StoreError;
use crate::item::Reader;
use crate::keys::Key;
use crate::referrals::{BookingWrites, Refused, standing};
use crate::table::{VERSION, Written};
use crate::transaction::Ending;

/// How often an event that met another change of the record starts over.
const TRIES: u32 = 12;

impl Leads {
    pub(super) async fn update_with_referral(
        &self,
        update: Update,
        after: &Lead,
        event: &Event,
        change: &ReferralChange,
        booked: Booked,
    ) -> Result<Written, StoreError> {
        let mut booking_writes = BookingWrites::default();
        for _ in 0..TRIES {
            let standing = standing(&self.table, after.id.org(), change.record()).await?;
            let found = standing.as_ref().map(|standing| &standing.record);
            let Ok(booking) = change.clone().onto(found, booked) else {
                return self.refused_by_record(after, event).await;
            };
            let mut writes = vec![TransactWriteItem::builder().update(update.clone()).build()];
            writes.extend(booking_writes.of(&self.table, standing.as_ref(), &booking)?);
            let mut refusals = match self.table.write_together(writes).await? {
                Ending::Done => return Ok(Written::Done),
                Ending::Refused(refusals) => refusals,
            };
            if let Some(there) = refusals.at(0) {
                return Ok(Written::Refused(there));
            }
            match booking_writes.refused(&mut refusals, 1, &booking) {
                Some(Refused::Record | Refused::Account) => {}
                // The lead was as expected, and no other event of it books under the same id.
                Some(Refused::Entry) | None => return Err(damaged(after)),
            }
        }
        Err(StoreError::of_code("TransactWriteItems", Some("TransactionConflict")))
    }

    /// The record does not fit the event. If the lead has moved on, that is why; if not, a lead has a record that its
    /// story does not account for.
    async fn refused_by_record(&self, after: &Lead, event: &Event) -> Result<Written, StoreError> {
        let there = self.table.get(&Key::lead(&after.id), true).await?;
        let version = there.as_ref().map(|item| Reader::new(item.clone()).digits(VERSION));
        let expected = i64::try_from(event.seq.saturating_sub(1)).ok();
        if version == Some(expected) { Err(damaged(after)) } else { Ok(Written::Refused(there)) }
    }
}

fn damaged(lead: &Lead) -> StoreError {
    let key = Key::lead(&lead.id);
    StoreError::Corrupt { key: format!("{} {}", key.pk, key.sk), attribute: "referral" }
}

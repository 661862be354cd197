//! The writes of a booking, as a part of the transaction of whatever caused it.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::TransactWriteItem;
use guildhall_domain::money::Currency;
use guildhall_domain::referral::{Account, Booking, LedgerEntry};

use crate::changes::Changes;
use crate::item::{SUMS, Standing, account_item, entry_item, moved_referral, number, referral_item};
use crate::keys::Key;
use crate::table::{CHANGED_AT, Expected, PK, VERSION};
use crate::transaction::Refusals;
use crate::{Micros, StoreError, Table};

/// Why the writes of a booking were refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The record is not as it was read.
    Record,
    /// The ledger has an entry of this id already.
    Entry,
    /// An account is there, or is not, other than was thought. The next try knows better.
    Account,
}

/// How a booking is written: the record on the condition that it stands as it was read, each entry if there is none of its
/// id, and onto each account, whatever else is booked on it meanwhile.
#[derive(Debug, Default)]
pub(crate) struct BookingWrites {
    /// In these currencies the organisation has no account yet.
    without_account: BTreeSet<Currency>,
}

impl BookingWrites {
    /// The writes: record, entries, accounts.
    pub(crate) fn of(
        &self,
        table: &Table,
        standing: Option<&Standing>,
        booking: &Booking,
    ) -> Result<Vec<TransactWriteItem>, StoreError> {
        let now = Micros::now();
        let mut writes = vec![record_write(table, standing, booking, now)?];
        for entry in &booking.entries {
            let put = table.put_expecting(entry_item(entry, now)?, Expected::Nothing)?;
            writes.push(TransactWriteItem::builder().put(put).build());
        }
        for entry in &booking.entries {
            writes.push(self.account_write(table, entry)?);
        }
        Ok(writes)
    }

    /// What of the writes was refused, the first of which stood at this place; `None` if none of them was.
    pub(crate) fn refused(
        &mut self,
        refusals: &mut Refusals,
        first: usize,
        booking: &Booking,
    ) -> Option<Refused> {
        if refusals.at(first).is_some() {
            return Some(Refused::Record);
        }
        let entries = booking.entries.len();
        if (0..entries).any(|place| refusals.at(first + 1 + place).is_some()) {
            return Some(Refused::Entry);
        }
        let mut is_refused = false;
        for (place, entry) in booking.entries.iter().enumerate() {
            if refusals.at(first + 1 + entries + place).is_none() {
                continue;
            }
            is_refused = true;
            let currency = entry.amount.currency;
            if !self.without_account.remove(&currency) {
                self.without_account.insert(currency);
            }
        }
        is_refused.then_some(Refused::Account)
    }

    fn account_write(&self, table: &Table, entry: &LedgerEntry) -> Result<TransactWriteItem, StoreError> {
        let currency = entry.amount.currency;
        if self.without_account.contains(&currency) {
            let mut account = Account::new(entry.org.clone(), currency);
            // The first amount of all is in range.
            account.sums.insert(entry.period, entry.amount.minor);
            account.version = 1;
            let put = table.put_expecting(account_item(&account)?, Expected::Nothing)?;
            return Ok(TransactWriteItem::builder().put(put).build());
        }
        let mut changes = Changes::default()
            .add_within(SUMS, &entry.period.to_string(), entry.amount.minor)
            .count_up(VERSION);
        let condition = format!("attribute_exists({})", changes.name(PK));
        let update = table.update(&Key::account(&entry.org, currency), changes, condition)?;
        Ok(TransactWriteItem::builder().update(update).build())
    }
}

fn record_write(
    table: &Table,
    standing: Option<&Standing>,
    booking: &Booking,
    now: Micros,
) -> Result<TransactWriteItem, StoreError> {
    let Some(standing) = standing else {
        let put = table.put_expecting(referral_item(&booking.record, now)?, Expected::Nothing)?;
        return Ok(TransactWriteItem::builder().put(put).build());
    };
    let mut changes = moved_referral(&booking.record, now)?;
    let condition = format!(
        "{} = {} AND {} = {}",
        changes.name(VERSION),
        changes.value("expected", number(standing.record.version)),
        changes.name(CHANGED_AT),
        changes.value("written", number(standing.changed_at.0)),
    );
    let update = table.update(&Key::referral(&booking.record.org, &booking.record.id), changes, condition)?;
    Ok(TransactWriteItem::builder().update(update).build())
}

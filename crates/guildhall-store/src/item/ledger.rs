//! Entries of the ledger, and accounts.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use guildhall_domain::ids::LeadId;
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::payout::Period;
use guildhall_domain::referral::{
    Account, Cause, CauseKind, CausedBy, EventId, LedgerEntry, LedgerKind, ReferralId,
};
use serde::{Deserialize, Serialize};

use super::referral::RECORD;
use super::writing::{Draft, nested, number, text};
use super::{Attributes, Reader, kind};
use crate::keys::{self, Key};
use crate::table::{GSI1PK, GSI1SK, TYPE, VERSION};
use crate::{Micros, StoreError};

/// The sums of a record by currency, and of an account by period.
pub(crate) const SUMS: &str = "sums";
/// What was paid out of an account.
pub(crate) const PAID: &str = "record.paid";
/// The newest period that was paid out of it.
pub(crate) const PAID_THROUGH: &str = "record.through";

#[derive(Debug, Serialize, Deserialize)]
struct StoredEntry {
    of: ReferralId,
    kind: LedgerKind,
    minor: i64,
    cur: Currency,
    at: i64,
    booked: i64,
    period: Period,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    what: CauseKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    event: Option<EventId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lead: Option<LeadId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seq: Option<u64>,
}

/// An entry's item.
pub(crate) fn entry_item(entry: &LedgerEntry, changed_at: Micros) -> Result<Attributes, StoreError> {
    let (event, lead, seq) = match &entry.cause.by {
        CausedBy::PlatformEvent { event } => (Some(event.clone()), None, None),
        CausedBy::LeadEvent { lead, seq } => (None, Some(lead.clone()), Some(*seq)),
    };
    let stored = StoredEntry {
        of: entry.record.clone(),
        kind: entry.kind,
        minor: entry.amount.minor,
        cur: entry.amount.currency,
        at: entry.occurred_at.timestamp_micros(),
        booked: entry.booked_at.timestamp_micros(),
        period: entry.period,
        reason: entry.reason.clone(),
        what: entry.cause.what,
        event,
        lead,
        seq,
    };
    Ok(Draft::new(&Key::entry(&entry.org, entry.id), kind::ENTRY)
        // An entry never changes, so it has one version.
        .listed(1, changed_at)
        .put(RECORD, nested(&stored)?)
        .finish())
}

/// The entry of an item, or of an index of it.
pub(crate) fn read_entry(mut reader: Reader) -> Result<LedgerEntry, StoreError> {
    if !reader.is(kind::ENTRY) {
        return Err(reader.damage(TYPE));
    }
    let (org, id) = reader.key(keys::entry_at)?;
    let stored: StoredEntry = reader.nested(RECORD)?;
    let moment = |micros: i64| -> Result<DateTime<Utc>, StoreError> {
        DateTime::from_timestamp_micros(micros).ok_or_else(|| reader.damage(RECORD))
    };
    let by = match (stored.event, stored.lead, stored.seq) {
        (Some(event), None, None) => CausedBy::PlatformEvent { event },
        (None, Some(lead), Some(seq)) => CausedBy::LeadEvent { lead, seq },
        _ => return Err(reader.damage(RECORD)),
    };
    Ok(LedgerEntry {
        id,
        org,
        record: stored.of,
        kind: stored.kind,
        amount: Money { minor: stored.minor, currency: stored.cur },
        occurred_at: moment(stored.at)?,
        booked_at: moment(stored.booked)?,
        period: stored.period,
        reason: stored.reason,
        cause: Cause { what: stored.what, by },
    })
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredAccount {
    paid: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    through: Option<Period>,
}

/// An account's item. Its place among all accounts never moves, so that an entry costs no write there.
pub(crate) fn account_item(account: &Account) -> Result<Attributes, StoreError> {
    let stored = StoredAccount { paid: account.paid, through: account.paid_through };
    Ok(Draft::new(&Key::account(&account.org, account.currency), kind::ACCOUNT)
        .put(VERSION, number(account.version))
        .put(SUMS, nested(&account.sums)?)
        .put(RECORD, nested(&stored)?)
        .put(GSI1PK, text(keys::ACCOUNTS))
        .put(GSI1SK, text(format!("{}#{}", account.org, account.currency)))
        .finish())
}

/// The account of an item, or of an index of it.
pub(crate) fn read_account(mut reader: Reader) -> Result<Account, StoreError> {
    if !reader.is(kind::ACCOUNT) {
        return Err(reader.damage(TYPE));
    }
    let (org, currency) = reader.key(keys::account_at)?;
    let stored: StoredAccount = reader.nested(RECORD)?;
    let sums: BTreeMap<Period, i64> = reader.nested(SUMS)?;
    let version = reader.number(VERSION)?;
    Ok(Account { org, currency, sums, paid: stored.paid, paid_through: stored.through, version })
}

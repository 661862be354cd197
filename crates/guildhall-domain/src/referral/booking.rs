//! What is written together: a record as it is afterwards, and the entries that came of the same cause.

use super::{Booked, Cause, EntryId, LedgerEntry, LedgerKind, ReferralRecord};
use crate::money::{Money, MoneyError};
use chrono::{DateTime, Utc};

/// A record and the entries that bring it there. Whoever writes it writes all of it or nothing, with the accounts: so the
/// sums of entries, record and account are always the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// The record as it is afterwards.
    pub record: ReferralRecord,
    /// What is added to the ledger; may be nothing.
    pub entries: Vec<LedgerEntry>,
}

/// Why something cannot be booked, now or ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotBooked {
    /// The record is not there yet.
    #[error("there is no such referral yet")]
    NoReferral,
    /// The award was taken back, so the record does not count.
    #[error("the referral's award was taken back")]
    Reversed,
    /// The record is there already.
    #[error("the referral exists already")]
    Exists,
    /// The currencies do not fit, or a sum is out of range.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

impl NotBooked {
    /// Whether it can be booked once something else has happened.
    #[must_use]
    pub fn is_passing(self) -> bool {
        match self {
            Self::NoReferral | Self::Reversed => true,
            Self::Exists | Self::Money(_) => false,
        }
    }
}

impl Booking {
    /// A change of a record that books nothing yet. The record's version is the one it had.
    pub(super) fn of(record: ReferralRecord) -> Self {
        Self { record: ReferralRecord { version: record.version + 1, ..record }, entries: Vec::new() }
    }

    /// Books an amount, unless it is nothing.
    pub(super) fn book(
        mut self,
        booked: Booked,
        occurred_at: DateTime<Utc>,
        kind: LedgerKind,
        amount: Money,
        cause: Cause,
        reason: Option<String>,
    ) -> Result<Self, MoneyError> {
        if amount.minor == 0 {
            return Ok(self);
        }
        let record = &mut self.record;
        record.revenue.add(amount)?;
        record.last_adjusted_at = record.last_adjusted_at.max(Some(booked.at));
        record.last_period = record.last_period.max(Some(booked.period));
        self.entries.push(LedgerEntry {
            id: EntryId::derive(&record.org, &cause, amount),
            org: record.org.clone(),
            record: record.id.clone(),
            kind,
            amount,
            occurred_at,
            booked_at: booked.at,
            period: booked.period,
            reason,
            cause,
        });
        Ok(self)
    }
}

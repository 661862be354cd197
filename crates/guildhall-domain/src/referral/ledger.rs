//! The ledger as a list: its lines beside the referrals that they belong to, filtered, sorted and summed.

use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use super::history::PaidThrough;
use super::listing::{ReferralRow, ReferralSummary};
use super::{EntryId, LedgerEntry, LedgerKind, ReferralId, Sums};
use crate::audit::Month;
use crate::listing::{Key, Row};
use crate::money::{Currency, MoneyError};
use crate::payout::Period;
use crate::text::fold;

/// What a list keeps of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// The entry.
    pub entry: LedgerEntry,
    /// Its words, folded.
    reason: Box<str>,
}

impl From<LedgerEntry> for LedgerRow {
    fn from(entry: LedgerEntry) -> Self {
        let reason = entry.reason.as_deref().map(fold).unwrap_or_default().into_boxed_str();
        Self { entry, reason }
    }
}

impl LedgerRow {
    /// About how many bytes the row holds in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        size_of::<Self>() + self.reason.len() * 2 + self.entry.record.as_str().len() + 96
    }
}

/// A line of the ledger.
#[derive(Debug, Clone, Copy)]
pub struct LedgerLine<'a> {
    row: &'a LedgerRow,
    referral: Option<&'a ReferralRow>,
    /// Whether it has been paid out.
    pub is_paid: bool,
}

impl<'a> LedgerLine<'a> {
    /// An entry beside its referral and the accounts.
    #[must_use]
    pub fn new(row: &'a LedgerRow, referral: Option<&'a ReferralRow>, paid: &PaidThrough) -> Self {
        let is_paid = paid.covers(row.entry.amount.currency, row.entry.period);
        Self { row, referral, is_paid }
    }

    /// The entry.
    #[must_use]
    pub fn entry(&self) -> &'a LedgerEntry {
        &self.row.entry
    }

    /// The referral that earned it.
    #[must_use]
    pub fn referral(&self) -> Option<&'a ReferralSummary> {
        self.referral.map(|row| &row.referral)
    }
}

/// A column of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum LedgerColumn {
    /// When it was booked.
    BookedAt,
    /// When it happened.
    OccurredAt,
    /// The merchant.
    Merchant,
    /// What for.
    Kind,
    /// How much, in minor units; currencies are not converted.
    Amount,
    /// The period it is paid with.
    Period,
}

impl LedgerColumn {
    /// Every column.
    pub const ALL: [Self; 6] =
        [Self::BookedAt, Self::OccurredAt, Self::Merchant, Self::Kind, Self::Amount, Self::Period];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::BookedAt => "booked_at",
            Self::OccurredAt => "occurred_at",
            Self::Merchant => "merchant",
            Self::Kind => "kind",
            Self::Amount => "amount",
            Self::Period => "period",
        }
    }
}

impl Row for LedgerLine<'_> {
    type Id = EntryId;
    type Column = LedgerColumn;

    fn id(&self) -> &EntryId {
        &self.row.entry.id
    }

    fn key(&self, column: LedgerColumn) -> Key<'_> {
        let entry = &self.row.entry;
        match column {
            LedgerColumn::BookedAt => Key::Number(entry.booked_at.timestamp_micros()),
            LedgerColumn::OccurredAt => Key::Number(entry.occurred_at.timestamp_micros()),
            LedgerColumn::Merchant => self.referral.map_or(Key::Missing, |row| Key::Text(row.merchant())),
            LedgerColumn::Kind => Key::Number(entry.kind as i64),
            LedgerColumn::Amount => Key::Number(entry.amount.minor),
            LedgerColumn::Period => Key::Number(entry.period.start().timestamp()),
        }
    }
}

/// What the ledger is narrowed to: any of the choices within a group, all groups together; an empty group narrows
/// nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct LedgerFilter {
    /// Any of these kinds.
    pub kinds: Vec<LedgerKind>,
    /// Any of these periods.
    pub periods: Vec<Period>,
    /// Any of these currencies.
    pub currencies: Vec<Currency>,
    /// Of this referral only.
    pub record: Option<ReferralId>,
    /// Words that must all occur in the merchant's name or in the entry's words.
    pub search: String,
}

impl LedgerFilter {
    /// The lines that pass.
    #[must_use]
    pub fn narrow<'a>(&self, lines: impl Iterator<Item = LedgerLine<'a>>) -> Vec<LedgerLine<'a>> {
        let words: Vec<_> = self.search.split_whitespace().map(fold).collect();
        let finders: Vec<_> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
        let finds = |line: &LedgerLine<'a>| {
            let merchant = line.referral.map_or("", ReferralRow::merchant).as_bytes();
            let reason = line.row.reason.as_bytes();
            finders.iter().all(|finder| finder.find(merchant).or_else(|| finder.find(reason)).is_some())
        };
        lines.filter(|line| self.passes(line.entry())).filter(finds).collect()
    }

    fn passes(&self, entry: &LedgerEntry) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&entry.kind))
            && (self.periods.is_empty() || self.periods.contains(&entry.period))
            && (self.currencies.is_empty() || self.currencies.contains(&entry.amount.currency))
            && self.record.as_ref().is_none_or(|record| *record == entry.record)
    }
}

/// What entries sum to, and of which kinds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LedgerSums {
    /// All of them.
    pub all: Sums,
    /// By [`LedgerKind::ALL`].
    pub by_kind: [Sums; 4],
}

impl LedgerSums {
    /// The sums of some entries.
    ///
    /// # Errors
    /// When a sum is out of range.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a LedgerEntry>) -> Result<Self, MoneyError> {
        let mut sums = Self::default();
        for entry in entries {
            sums.all.add(entry.amount)?;
            sums.by_kind[entry.kind as usize].add(entry.amount)?;
        }
        Ok(sums)
    }
}

/// What was booked in each month from one to another, both included, in order. Sums of the months are the sums of their
/// two periods.
///
/// # Errors
/// When a sum is out of range.
pub fn by_month<'a>(
    entries: impl IntoIterator<Item = &'a LedgerEntry>,
    from: Month,
    to: Month,
) -> Result<Vec<(Month, Sums)>, MoneyError> {
    let mut months: Vec<(Month, Sums)> =
        std::iter::successors(Some(from), |month| (*month < to).then(|| month.next()))
            .map(|month| (month, Sums::default()))
            .collect();
    for entry in entries {
        let month = Month::of(entry.period.start());
        if let Ok(place) = months.binary_search_by_key(&month, |(month, _)| *month) {
            months[place].1.add(entry.amount)?;
        }
    }
    Ok(months)
}

//! The referral history: its rows with where their payouts stand, and how they are filtered, sorted and counted.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use super::listing::{ReferralRow, ReferralSummary};
use super::{Account, Plan, ReferralId, ReferralState, Source, Sums};
use crate::listing::{Key, Row};
use crate::money::{Currency, Money, MoneyError};
use crate::payout::Period;
use crate::policy::keeps_active;
use crate::text::fold;

/// Through which period each account of an organisation was paid out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaidThrough(BTreeMap<Currency, Period>);

impl PaidThrough {
    /// What the accounts say.
    #[must_use]
    pub fn of<'a>(accounts: impl IntoIterator<Item = &'a Account>) -> Self {
        let paid = |account: &'a Account| account.paid_through.map(|period| (account.currency, period));
        Self(accounts.into_iter().filter_map(paid).collect())
    }

    /// Whether what was booked in this period and currency has been paid out.
    #[must_use]
    pub fn covers(&self, currency: Currency, period: Period) -> bool {
        self.0.get(&currency).is_some_and(|paid| period <= *paid)
    }

    /// The earliest of the periods of these currencies; `None` if one of them was never paid out.
    #[must_use]
    pub fn of_sums(&self, sums: &Sums) -> Option<Period> {
        let mut earliest: Option<Period> = None;
        for sum in sums.iter() {
            let paid = *self.0.get(&sum.currency)?;
            earliest = Some(earliest.map_or(paid, |known| known.min(paid)));
        }
        earliest
    }
}

/// A referral with where its payout stands.
#[derive(Debug, Clone, Copy)]
pub struct HistoryRow<'a> {
    row: &'a ReferralRow,
    /// Where its payout stands.
    pub state: ReferralState,
}

impl<'a> HistoryRow<'a> {
    /// A row beside the accounts.
    #[must_use]
    pub fn new(row: &'a ReferralRow, paid: &PaidThrough) -> Self {
        Self { row, state: row.referral.state(paid.of_sums(&row.referral.revenue)) }
    }

    /// The referral.
    #[must_use]
    pub fn referral(&self) -> &'a ReferralSummary {
        &self.row.referral
    }
}

/// A column of the referral history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum HistoryColumn {
    /// When the merchant was referred.
    ReferredAt,
    /// The merchant.
    Merchant,
    /// The plan.
    Plan,
    /// Where it came from.
    Source,
    /// What it earned, in minor units of the first of its currencies; currencies are not converted.
    Revenue,
    /// The terms it earns under.
    Terms,
    /// Where its payout stands.
    State,
}

impl HistoryColumn {
    /// Every column.
    pub const ALL: [Self; 7] =
        [Self::ReferredAt, Self::Merchant, Self::Plan, Self::Source, Self::Revenue, Self::Terms, Self::State];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ReferredAt => "referred_at",
            Self::Merchant => "merchant",
            Self::Plan => "plan",
            Self::Source => "source",
            Self::Revenue => "revenue",
            Self::Terms => "terms",
            Self::State => "state",
        }
    }

    /// Whether the order by it tells of amounts.
    #[must_use]
    pub fn tells_money(self) -> bool {
        self == Self::Revenue
    }
}

impl Row for HistoryRow<'_> {
    type Id = ReferralId;
    type Column = HistoryColumn;

    fn id(&self) -> &ReferralId {
        &self.row.referral.id
    }

    fn key(&self, column: HistoryColumn) -> Key<'_> {
        let referral = &self.row.referral;
        match column {
            HistoryColumn::ReferredAt => Key::Number(referral.referred_at.timestamp_micros()),
            HistoryColumn::Merchant => Key::Text(self.row.merchant()),
            HistoryColumn::Plan => referral.plan.map_or(Key::Missing, |plan| Key::Number(plan as i64)),
            HistoryColumn::Source => Key::Text(referral.source.code()),
            HistoryColumn::Revenue => {
                referral.revenue.iter().next().map_or(Key::Missing, |sum| Key::Number(sum.minor))
            }
            HistoryColumn::Terms => referral.terms.as_deref().map_or(Key::Missing, Key::Text),
            HistoryColumn::State => Key::Number(self.state as i64),
        }
    }
}

/// What the history is narrowed to: any of the choices within a group, all groups together; an empty group
/// narrows nothing. Reversed records are never part of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct HistoryFilter {
    /// Any of these sources.
    pub sources: Vec<Source>,
    /// Any of these states.
    pub states: Vec<ReferralState>,
    /// Any of these plans.
    pub plans: Vec<Plan>,
    /// Referred on this day (UTC) or later.
    pub referred_from: Option<NaiveDate>,
    /// Referred on this day (UTC) or earlier.
    pub referred_to: Option<NaiveDate>,
    /// Words that must all occur in the merchant's name or the record's.
    pub search: String,
}

/// How many referrals there are in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateCount {
    /// The state.
    pub state: ReferralState,
    /// How many, under the same filter but for the states.
    pub count: usize,
}

impl HistoryFilter {
    /// The rows that pass, and how many there would be in each state.
    #[must_use]
    pub fn narrow<'a>(
        &self,
        rows: impl Iterator<Item = &'a ReferralRow>,
        paid: &PaidThrough,
    ) -> (Vec<HistoryRow<'a>>, Vec<StateCount>) {
        let words: Vec<_> = self.search.split_whitespace().map(fold).collect();
        let finders: Vec<_> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
        let passing: Vec<_> = rows
            .filter(|row| self.passes(&row.referral))
            .filter(|row| {
                let referral = row.referral.id.as_str().as_bytes();
                finders.iter().all(|finder| {
                    finder.find(row.merchant().as_bytes()).or_else(|| finder.find(referral)).is_some()
                })
            })
            .map(|row| HistoryRow::new(row, paid))
            .collect();
        let counts = ReferralState::ALL.into_iter().filter(|state| *state != ReferralState::Reversed);
        let counts = counts
            .map(|state| StateCount { state, count: passing.iter().filter(|row| row.state == state).count() })
            .collect();
        let chosen = |row: &HistoryRow<'_>| self.states.is_empty() || self.states.contains(&row.state);
        (passing.into_iter().filter(chosen).collect(), counts)
    }

    fn passes(&self, referral: &ReferralSummary) -> bool {
        let day = referral.referred_at.date_naive();
        !referral.is_reversed
            && (self.sources.is_empty() || self.sources.contains(&referral.source))
            && (self.plans.is_empty() || referral.plan.is_some_and(|plan| self.plans.contains(&plan)))
            && self.referred_from.is_none_or(|from| from <= day)
            && self.referred_to.is_none_or(|to| day <= to)
    }
}

/// What rows earned, one sum for each currency, by its code.
///
/// # Errors
/// When a sum is out of range.
pub fn revenue_of<'a>(rows: impl IntoIterator<Item = &'a ReferralSummary>) -> Result<Vec<Money>, MoneyError> {
    let sums = Sums::of(rows.into_iter().flat_map(|referral| referral.revenue.iter()))?;
    Ok(sums.iter().collect())
}

/// The last referral that keeps the partner active, of those that were not taken back.
#[must_use]
pub fn last_qualifying<'a>(rows: impl Iterator<Item = &'a ReferralRow>) -> Option<&'a ReferralSummary> {
    live(rows)
        .filter(|referral| keeps_active(&referral.source))
        .max_by(|left, right| (left.referred_at, &left.id).cmp(&(right.referred_at, &right.id)))
}

/// The referrals that count: those that were not taken back.
pub fn live<'a>(rows: impl Iterator<Item = &'a ReferralRow>) -> impl Iterator<Item = &'a ReferralSummary> {
    rows.map(|row| &row.referral).filter(|referral| !referral.is_reversed)
}

//! The rows of the referral history, and how they are searched, filtered and sorted.

use chrono::{DateTime, Utc};
use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use super::{Plan, ReferralId, ReferralRecord, ReferralState, Source, Sums};
use crate::ids::LeadId;
use crate::lead::Support;
use crate::listing::{Key, Row};
use crate::money::{Money, MoneyError};
use crate::payout::Period;
use crate::text::fold;

/// What the history keeps of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralSummary {
    /// The record's id.
    pub id: ReferralId,
    /// Where it came from.
    pub source: Source,
    /// The merchant.
    pub merchant: String,
    /// The lead, if it came from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<LeadId>,
    /// With or without sales support, if it came from a lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<Support>,
    /// The plan, once one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// When the merchant was referred.
    pub referred_at: DateTime<Utc>,
    /// The terms it earns under, if its source has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<String>,
    /// Whether the award was taken back.
    pub is_reversed: bool,
    /// The sums of its ledger.
    pub revenue: Sums,
    /// The newest period that an entry was booked in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_period: Option<Period>,
    /// The record's version.
    pub version: u64,
}

impl From<&ReferralRecord> for ReferralSummary {
    fn from(record: &ReferralRecord) -> Self {
        Self {
            id: record.id.clone(),
            source: record.source.clone(),
            merchant: record.merchant.clone(),
            lead: record.lead.clone(),
            support: record.support,
            plan: record.plan(),
            referred_at: record.referred_at,
            terms: record.terms.clone(),
            is_reversed: record.is_reversed,
            revenue: record.revenue.clone(),
            last_period: record.last_period,
            version: record.version,
        }
    }
}

impl ReferralSummary {
    /// Where its payout stands, as [`ReferralRecord::state`].
    #[must_use]
    pub fn state(&self, paid_through: Option<Period>) -> ReferralState {
        ReferralState::of(self.is_reversed, self.last_period, paid_through)
    }
}

/// A summary with its merchant folded once.
#[derive(Debug, Clone)]
pub struct ReferralRow {
    /// What the row shows.
    pub referral: ReferralSummary,
    merchant: Box<str>,
}

impl From<ReferralSummary> for ReferralRow {
    fn from(referral: ReferralSummary) -> Self {
        Self { merchant: fold(&referral.merchant).into_boxed_str(), referral }
    }
}

impl ReferralRow {
    /// The merchant's name, folded.
    pub(super) fn merchant(&self) -> &str {
        &self.merchant
    }

    /// About how many bytes the row holds in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        size_of::<Self>()
            + self.merchant.len() * 2
            + self.referral.id.as_str().len()
            + self.referral.terms.as_ref().map_or(0, String::len)
            + self.referral.revenue.len() * 48
            + 48
    }
}

/// A column of the referral history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ReferralColumn {
    /// When the merchant was referred.
    ReferredAt,
    /// The merchant.
    Merchant,
    /// The plan.
    Plan,
    /// Where it came from.
    Source,
    /// What it earned, in minor units; currencies are not converted.
    Revenue,
    /// Where its payout stands.
    State,
}

impl ReferralColumn {
    /// Every column.
    pub const ALL: [Self; 6] =
        [Self::ReferredAt, Self::Merchant, Self::Plan, Self::Source, Self::Revenue, Self::State];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ReferredAt => "referred_at",
            Self::Merchant => "merchant",
            Self::Plan => "plan",
            Self::Source => "source",
            Self::Revenue => "revenue",
            Self::State => "state",
        }
    }
}

impl Row for ReferralRow {
    type Id = ReferralId;
    type Column = ReferralColumn;

    fn id(&self) -> &ReferralId {
        &self.referral.id
    }

    fn key(&self, column: ReferralColumn) -> Key<'_> {
        match column {
            ReferralColumn::ReferredAt => Key::Number(self.referral.referred_at.timestamp_micros()),
            ReferralColumn::Merchant => Key::Text(&self.merchant),
            ReferralColumn::Plan => self.referral.plan.map_or(Key::Missing, |plan| Key::Number(plan as i64)),
            ReferralColumn::Source => Key::Text(self.referral.source.code()),
            ReferralColumn::Revenue => {
                self.referral.revenue.iter().next().map_or(Key::Missing, |sum| Key::Number(sum.minor))
            }
            ReferralColumn::State => Key::Number(self.referral.state(None) as i64),
        }
    }
}

/// What the history is narrowed to. Reversed records are never part of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ReferralFilter {
    /// Any of these sources; empty narrows nothing.
    pub sources: Vec<Source>,
    /// Words that must all occur in the merchant's name.
    pub search: String,
}

impl ReferralFilter {
    /// The rows that pass.
    pub fn narrow<'a>(&self, rows: impl Iterator<Item = &'a ReferralRow>) -> Vec<&'a ReferralRow> {
        let words: Vec<_> = self.search.split_whitespace().map(fold).collect();
        let finders: Vec<_> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
        rows.filter(|row| !row.referral.is_reversed)
            .filter(|row| self.sources.is_empty() || self.sources.contains(&row.referral.source))
            .filter(|row| finders.iter().all(|finder| finder.find(row.merchant.as_bytes()).is_some()))
            .collect()
    }
}

/// The sums of rows, one per currency, by currency code.
///
/// # Errors
/// When a sum is out of range.
pub fn totals<'a>(rows: impl Iterator<Item = &'a ReferralRow>) -> Result<Vec<Money>, MoneyError> {
    let totals = Sums::of(rows.flat_map(|row| row.referral.revenue.iter()))?;
    Ok(totals.iter().collect())
}

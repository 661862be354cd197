//! The rows of the referral history, and how they are searched, filtered and sorted.

use chrono::{DateTime, Utc};
use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use super::{Plan, ReferralId, ReferralRecord, ReferralState, Source};
use crate::ids::LeadId;
use crate::listing::{Key, Row};
use crate::money::{Money, MoneyError};
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
    /// The plan.
    pub plan: Plan,
    /// When the merchant was referred.
    pub referred_at: DateTime<Utc>,
    /// The terms it earns under.
    pub terms: String,
    /// Where its payout stands.
    pub state: ReferralState,
    /// The sum of its ledger.
    pub revenue: Money,
    /// The record's version.
    pub version: u64,
}

impl TryFrom<&ReferralRecord> for ReferralSummary {
    type Error = MoneyError;

    fn try_from(record: &ReferralRecord) -> Result<Self, MoneyError> {
        Ok(Self {
            id: record.id.clone(),
            source: record.source,
            merchant: record.merchant.clone(),
            lead: record.lead.clone(),
            plan: record.plan,
            referred_at: record.referred_at,
            terms: record.terms.clone(),
            state: record.state,
            revenue: record.revenue()?,
            version: record.version,
        })
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
    /// About how many bytes the row holds in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        size_of::<Self>()
            + self.merchant.len() * 2
            + self.referral.id.as_str().len()
            + self.referral.terms.len()
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
            ReferralColumn::Plan => Key::Number(self.referral.plan as i64),
            ReferralColumn::Source => Key::Number(self.referral.source as i64),
            ReferralColumn::Revenue => Key::Number(self.referral.revenue.minor),
            ReferralColumn::State => Key::Number(self.referral.state as i64),
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
        rows.filter(|row| row.referral.state != ReferralState::Reversed)
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
    let mut totals: Vec<Money> = Vec::new();
    for amount in rows.map(|row| row.referral.revenue) {
        match totals.iter_mut().find(|total| total.currency == amount.currency) {
            Some(total) => *total = total.plus(amount)?,
            None => totals.push(amount),
        }
    }
    totals.sort_by_key(|total| total.currency);
    Ok(totals)
}

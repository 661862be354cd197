//! What lists keep of referrals.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Plan, ReferralId, ReferralRecord, ReferralState, Source, Sums};
use crate::ids::LeadId;
use crate::lead::Support;
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

//! A referral record: a merchant whom the partner referred, with the sum of what they earned.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ReferralId, Source, Sums};
use crate::ids::{LeadId, OrgId};
use crate::lead::{Product, Support};
use crate::payout::Period;

/// The plan that the merchant chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Plan {
    /// A plan without a share.
    Starter,
    /// The smallest plan with a share.
    Basic,
    /// The middle plan.
    Standard,
    /// The largest plan below Plus.
    Advanced,
    /// The enterprise plan.
    Plus,
    /// Point of sale.
    PosPro,
}

impl Plan {
    /// Every plan.
    pub const ALL: [Self; 6] =
        [Self::Starter, Self::Basic, Self::Standard, Self::Advanced, Self::Plus, Self::PosPro];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Starter => "starter",
            Self::Basic => "basic",
            Self::Standard => "standard",
            Self::Advanced => "advanced",
            Self::Plus => "plus",
            Self::PosPro => "pos_pro",
        }
    }

    /// The plan that a product's leads are about.
    #[must_use]
    pub fn of_product(product: Product) -> Self {
        match product {
            Product::Plus => Self::Plus,
            Product::Pos => Self::PosPro,
        }
    }
}

/// The plan, and what said so. Whatever was said last counts, in whichever order one hears of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenPlan {
    /// The plan.
    pub plan: Plan,
    /// When it was chosen, in business time.
    pub at: DateTime<Utc>,
    /// Which event said so; empty for what a lead began with. Decides between two of one moment.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

impl ChosenPlan {
    /// Whether it was said later than another.
    #[must_use]
    pub fn is_later_than(&self, other: &Self) -> bool {
        (self.at, &self.by) > (other.at, &other.by)
    }
}

/// Where a record's payout stands: derived from the record and the account. *Awarded* on the lead says nothing
/// about this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ReferralState {
    /// Nothing was earned yet.
    Awaiting,
    /// Something was earned that comes with a payout run.
    Scheduled,
    /// All that was earned was paid out.
    Paid,
    /// The award was taken back; the record no longer counts.
    Reversed,
}

impl ReferralState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Awaiting, Self::Scheduled, Self::Paid, Self::Reversed];

    pub(super) fn of(is_reversed: bool, last_period: Option<Period>, paid_through: Option<Period>) -> Self {
        if is_reversed {
            return Self::Reversed;
        }
        match (last_period, paid_through) {
            (None, _) => Self::Awaiting,
            (Some(last), Some(paid)) if last <= paid => Self::Paid,
            (Some(_), _) => Self::Scheduled,
        }
    }

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Awaiting => "awaiting",
            Self::Scheduled => "scheduled",
            Self::Paid => "paid",
            Self::Reversed => "reversed",
        }
    }
}

/// A merchant whom the partner referred.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralRecord {
    /// Its id within the organisation.
    pub id: ReferralId,
    /// Whose referral it is.
    pub org: OrgId,
    /// Where it came from.
    pub source: Source,
    /// The merchant's name.
    pub merchant: String,
    /// The lead that it came from, if one.
    pub lead: Option<LeadId>,
    /// With or without sales support, if it came from a lead.
    pub support: Option<Support>,
    /// The plan that the merchant chose; `None` until they chose one.
    pub plan: Option<ChosenPlan>,
    /// When the merchant was referred; never moves, whatever happens to the plan.
    pub referred_at: DateTime<Utc>,
    /// The terms that it earns under; `None` for a source that has none here.
    pub terms: Option<String>,
    /// Whether the award was taken back, so that the record no longer counts.
    pub is_reversed: bool,
    /// What was earned: in each currency the sum of the record's entries in the ledger.
    pub revenue: Sums,
    /// What taking the award back took away. It comes back when the lead is awarded again.
    pub taken_back: Sums,
    /// When the newest entry was booked, in business time.
    pub last_adjusted_at: Option<DateTime<Utc>>,
    /// The newest period that an entry was booked in.
    pub last_period: Option<Period>,
    /// One more with every change.
    pub version: u64,
}

impl ReferralRecord {
    /// Whether the record counts.
    #[must_use]
    pub fn is_live(&self) -> bool {
        !self.is_reversed
    }

    /// The plan that the merchant chose last.
    #[must_use]
    pub fn plan(&self) -> Option<Plan> {
        self.plan.as_ref().map(|chosen| chosen.plan)
    }

    /// Where its payout stands, if the organisation's accounts were paid through this period: the earliest of those
    /// in whose currencies the record has earned.
    #[must_use]
    pub fn state(&self, paid_through: Option<Period>) -> ReferralState {
        ReferralState::of(self.is_reversed, self.last_period, paid_through)
    }

    /// Takes over a plan, unless a later one is known.
    pub(super) fn choose(&mut self, chosen: ChosenPlan) {
        if self.plan.as_ref().is_none_or(|known| chosen.is_later_than(known)) {
            self.plan = Some(chosen);
        }
    }
}

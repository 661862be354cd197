//! A payout as a run left it: final, whatever happens later.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{HeldReason, PayoutDetails, Period, Verdict};
use crate::ids::OrgId;
use crate::money::Money;

/// How a payout ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "end", rename_all = "snake_case")]
pub enum Settlement {
    /// It was paid.
    Paid {
        /// Where to: the details as they were.
        to: PayoutDetails,
    },
    /// It was kept back and comes with the next run.
    Held {
        /// Why.
        reason: HeldReason,
    },
}

/// What a run did about one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payout {
    /// Whose.
    pub org: OrgId,
    /// What the organisation was called.
    pub name: String,
    /// The run's period.
    pub period: Period,
    /// How much was paid or kept back; what was kept back may be below nothing.
    pub amount: Money,
    /// How it ended.
    pub settlement: Settlement,
    /// When, in business time.
    pub at: DateTime<Utc>,
}

impl Settlement {
    /// What follows from a verdict; `None` if there is nothing to do. Without details nothing is ever paid.
    #[must_use]
    pub fn of(verdict: Verdict, details: Option<&PayoutDetails>) -> Option<Self> {
        match (verdict, details) {
            (Verdict::Nothing, _) => None,
            (Verdict::Hold(reason), _) => Some(Self::Held { reason }),
            (Verdict::Pay, Some(details)) => Some(Self::Paid { to: details.clone() }),
            (Verdict::Pay, None) => Some(Self::Held { reason: HeldReason::DetailsMissing }),
        }
    }
}

impl Payout {
    /// Whether money went out.
    #[must_use]
    pub fn is_paid(&self) -> bool {
        matches!(self.settlement, Settlement::Paid { .. })
    }

    /// Why it was kept back, if it was.
    #[must_use]
    pub fn held(&self) -> Option<HeldReason> {
        match self.settlement {
            Settlement::Held { reason } => Some(reason),
            Settlement::Paid { .. } => None,
        }
    }
}

//! A referral record with its ledger. Entries are only ever added; a refund is a negative one.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{LeadId, OrgId};
use crate::lead::Product;
use crate::money::{Currency, Money, MoneyError};

/// Names a record within its organisation: `lead:<32 hexadecimal digits>` or `store:<name>`.
///
/// A record from a lead has the lead's own key, so no lead can ever have two.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReferralId(String);

/// A text that names no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a referral id")]
pub struct InvalidReferralId;

impl ReferralId {
    /// The record of a lead.
    #[must_use]
    pub fn of_lead(lead: &LeadId) -> Self {
        Self(format!("lead:{}", lead.key().simple()))
    }

    /// The id's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ReferralId {
    type Err = InvalidReferralId;

    fn from_str(text: &str) -> Result<Self, InvalidReferralId> {
        let (kind, name) = text.split_once(':').ok_or(InvalidReferralId)?;
        let known = matches!(kind, "lead" | "store" | "affiliate");
        let fits = (1..=64).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if known && fits { Ok(Self(text.to_owned())) } else { Err(InvalidReferralId) }
    }
}

impl TryFrom<String> for ReferralId {
    type Error = InvalidReferralId;

    fn try_from(text: String) -> Result<Self, InvalidReferralId> {
        text.parse()
    }
}

impl From<ReferralId> for String {
    fn from(id: ReferralId) -> Self {
        id.0
    }
}

impl fmt::Display for ReferralId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a referral came from. The list grows with the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Source {
    /// An awarded Plus lead.
    PlusLead,
    /// An awarded or paid POS lead.
    PosLead,
    /// A store that the partner created for the merchant.
    StoreCreated,
    /// A merchant who followed the partner's link.
    Affiliate,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 4] = [Self::PlusLead, Self::PosLead, Self::StoreCreated, Self::Affiliate];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::PlusLead => "plus_lead",
            Self::PosLead => "pos_lead",
            Self::StoreCreated => "store_created",
            Self::Affiliate => "affiliate",
        }
    }

    pub(super) fn of_product(product: Product) -> Self {
        match product {
            Product::Plus => Self::PlusLead,
            Product::Pos => Self::PosLead,
        }
    }
}

/// The plan that the merchant chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Plan {
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
    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Standard => "standard",
            Self::Advanced => "advanced",
            Self::Plus => "plus",
            Self::PosPro => "pos_pro",
        }
    }

    pub(super) fn of_product(product: Product) -> Self {
        match product {
            Product::Plus => Self::Plus,
            Product::Pos => Self::PosPro,
        }
    }
}

/// Where a record's payout stands. *Awarded* on the lead says nothing about this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ReferralState {
    /// Earning; the payout comes with the next run.
    Scheduled,
    /// Paid out.
    Paid,
    /// The award was taken back; the record no longer counts.
    Reversed,
}

impl ReferralState {
    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Scheduled => "scheduled",
            Self::Paid => "paid",
            Self::Reversed => "reversed",
        }
    }
}

/// What an entry of the ledger is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum LedgerKind {
    /// A share of what the merchant pays.
    Commission,
    /// A one-time bonus.
    Bonus,
    /// A correction, a refund among them.
    Adjustment,
    /// A tax.
    Tax,
}

/// One entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerEntry {
    /// What for.
    pub kind: LedgerKind,
    /// How much, to the partner; negative takes back.
    pub amount: Money,
    /// When, in business time.
    pub at: DateTime<Utc>,
    /// Why, for a correction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A merchant whom the partner referred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<LeadId>,
    /// The plan that the merchant chose.
    pub plan: Plan,
    /// When the merchant was referred; never moves, whatever happens to the plan.
    pub referred_at: DateTime<Utc>,
    /// The terms that it earns under.
    pub terms: String,
    /// Where its payout stands.
    pub state: ReferralState,
    /// The currency of the whole ledger.
    pub currency: Currency,
    /// The ledger.
    pub entries: Vec<LedgerEntry>,
    /// One more with every change.
    pub version: u64,
}

impl ReferralRecord {
    /// What the partner earned: the sum of the ledger.
    ///
    /// # Errors
    /// When an entry is in another currency, or the sum is out of range.
    pub fn revenue(&self) -> Result<Money, MoneyError> {
        self.entries.iter().try_fold(Money::zero(self.currency), |sum, entry| sum.plus(entry.amount))
    }

    /// Whether the record counts.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.state != ReferralState::Reversed
    }
}

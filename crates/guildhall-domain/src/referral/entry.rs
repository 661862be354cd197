//! An entry of the ledger. Entries are only ever added; a refund is a negative one.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{EventId, ReferralId};
use crate::ids::{LeadId, OrgId};
use crate::money::Money;
use crate::payout::Period;

/// What an entry of the ledger is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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

impl LedgerKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Commission, Self::Bonus, Self::Adjustment, Self::Tax];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Commission => "commission",
            Self::Bonus => "bonus",
            Self::Adjustment => "adjustment",
            Self::Tax => "tax",
        }
    }
}

/// Names an entry: 32 hexadecimal digits that follow from what caused it, so what is told twice is booked once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntryId(Uuid);

/// A text that names no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an entry is named by 32 hexadecimal digits")]
pub struct InvalidEntryId;

const ENTRY_NAMESPACE: Uuid = Uuid::from_u128(0x91d0_6b2e_3f58_4c1d_a7e4_52b9_0c86_f73a);

impl EntryId {
    /// The entry of an organisation that something caused. An event of the platform causes one; taking an award back
    /// causes one in each currency.
    #[must_use]
    pub fn derive(org: &OrgId, cause: &Cause, amount: Money) -> Self {
        let name = match &cause.by {
            CausedBy::PlatformEvent { event } => format!("{org}\nevent\n{event}"),
            CausedBy::LeadEvent { lead, seq } => format!("{org}\nlead\n{lead}\n{seq}\n{}", amount.currency),
        };
        Self(Uuid::new_v5(&ENTRY_NAMESPACE, name.as_bytes()))
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.simple())
    }
}

impl FromStr for EntryId {
    type Err = InvalidEntryId;

    fn from_str(text: &str) -> Result<Self, InvalidEntryId> {
        // One spelling per id: Uuid itself would also take hyphens, braces and capitals.
        if text.len() != 32 || !text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            return Err(InvalidEntryId);
        }
        Uuid::parse_str(text).map(Self).map_err(|_| InvalidEntryId)
    }
}

impl TryFrom<String> for EntryId {
    type Error = InvalidEntryId;

    fn try_from(text: String) -> Result<Self, InvalidEntryId> {
        text.parse()
    }
}

impl From<EntryId> for String {
    fn from(id: EntryId) -> Self {
        id.to_string()
    }
}

/// Why an entry is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// What happened.
    pub what: CauseKind,
    /// What told of it.
    #[serde(flatten)]
    pub by: CausedBy,
}

/// What happened that an entry came of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CauseKind {
    /// The merchant paid for a plan.
    MerchantPaid,
    /// The merchant got money back.
    Refunded,
    /// The programme corrected something.
    Adjusted,
    /// The lead was awarded.
    Awarded,
    /// A payout was issued for a lead without sales support.
    PayoutIssued,
    /// The award was taken back.
    AwardReversed,
    /// The lead was awarded again after the award had been taken back.
    AwardRestored,
}

impl CauseKind {
    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::MerchantPaid => "merchant_paid",
            Self::Refunded => "refunded",
            Self::Adjusted => "adjusted",
            Self::Awarded => "awarded",
            Self::PayoutIssued => "payout_issued",
            Self::AwardReversed => "award_reversed",
            Self::AwardRestored => "award_restored",
        }
    }
}

/// What told of something that an entry came of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum CausedBy {
    /// An event of the platform.
    PlatformEvent {
        /// Its id.
        event: EventId,
    },
    /// An event of a lead.
    LeadEvent {
        /// The lead.
        lead: LeadId,
        /// The event's place in the timeline.
        seq: u64,
    },
}

/// One entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerEntry {
    /// Its id within the organisation.
    pub id: EntryId,
    /// Whose it is.
    pub org: OrgId,
    /// The referral that earned it. The merchant's name stands there and nowhere else, so that an entry never has to
    /// be changed.
    pub record: ReferralId,
    /// What for.
    pub kind: LedgerKind,
    /// How much, to the partner; negative takes back.
    pub amount: Money,
    /// When it happened, in business time.
    pub occurred_at: DateTime<Utc>,
    /// When it was booked, in business time.
    pub booked_at: DateTime<Utc>,
    /// The period that it is paid with.
    pub period: Period,
    /// The programme's words, for a correction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Why.
    pub cause: Cause,
}

/// When something is booked, and the period that it is paid with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booked {
    /// When, in business time.
    pub at: DateTime<Utc>,
    /// The period.
    pub period: Period,
}

impl Booked {
    /// At this moment, and so in the period that it lies in.
    #[must_use]
    pub fn at(at: DateTime<Utc>) -> Self {
        Self { at, period: Period::of(at) }
    }

    /// At this moment, but in a period that has ended: for what a run finds out about it.
    #[must_use]
    pub fn in_period(at: DateTime<Utc>, period: Period) -> Self {
        Self { at, period }
    }
}

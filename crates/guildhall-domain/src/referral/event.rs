//! What the platform tells of merchants: a store was made, a plan was chosen, a merchant paid or got money back.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{LedgerKind, Plan, ReferralId, Source};
use crate::ids::OrgId;
use crate::money::Money;
use crate::policy::Fees;

/// How far an event may lie in the future, since no two clocks agree.
pub const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(5);

/// The largest amount of one event, in minor units: sums of thousands of them still fit.
pub const MOST_OF_ONE_EVENT: i64 = 1_000_000_000_000_000;

/// The platform's own id of an event: 1 to 64 of `A-Z`, `a-z`, `0-9`, `-`, `_`, `.`, `:`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EventId(String);

/// A text that names no event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an event is named by 1 to 64 letters, digits or any of - _ . :")]
pub struct InvalidEventId;

const EVENT_NAMESPACE: Uuid = Uuid::from_u128(0x3d7a_90c4_e812_4b6f_8a15_d02c_67fb_49e1);

impl EventId {
    /// The id's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands for it in keys, which must not show what others chose.
    #[must_use]
    pub fn key(&self) -> Uuid {
        Uuid::new_v5(&EVENT_NAMESPACE, self.0.as_bytes())
    }
}

impl FromStr for EventId {
    type Err = InvalidEventId;

    fn from_str(text: &str) -> Result<Self, InvalidEventId> {
        let fits = (1..=64).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b':'));
        if fits { Ok(Self(text.to_owned())) } else { Err(InvalidEventId) }
    }
}

impl TryFrom<String> for EventId {
    type Error = InvalidEventId;

    fn try_from(text: String) -> Result<Self, InvalidEventId> {
        text.parse()
    }
}

impl From<EventId> for String {
    fn from(id: EventId) -> Self {
        id.0
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The sorts of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum EventType {
    /// The partner created a store for a merchant.
    StoreCreated,
    /// A merchant followed the partner's link.
    AffiliateJoined,
    /// A merchant was referred in a way that came later.
    Referred,
    /// The merchant chose another plan.
    PlanChanged,
    /// The merchant paid for a plan.
    MerchantPaid,
    /// The merchant got money back.
    Refunded,
    /// The programme corrects something.
    Adjusted,
}

impl EventType {
    /// Every type.
    pub const ALL: [Self; 7] = [
        Self::StoreCreated,
        Self::AffiliateJoined,
        Self::Referred,
        Self::PlanChanged,
        Self::MerchantPaid,
        Self::Refunded,
        Self::Adjusted,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::StoreCreated => "store_created",
            Self::AffiliateJoined => "affiliate_joined",
            Self::Referred => "referred",
            Self::PlanChanged => "plan_changed",
            Self::MerchantPaid => "merchant_paid",
            Self::Refunded => "refunded",
            Self::Adjusted => "adjusted",
        }
    }
}

/// The merchant, as an event that makes a referral tells of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merchant {
    /// The name.
    pub name: String,
    /// The website, which makes them known as a customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// The address, which makes them known as a customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// What the platform tells, checked for form but not yet against what is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlatformEvent {
    /// Its id; what comes again with the same id is the same event.
    pub id: EventId,
    /// When it happened, in business time.
    pub occurred_at: DateTime<Utc>,
    /// Whose referral it is about.
    pub org: OrgId,
    /// Which one.
    pub record: ReferralId,
    /// What happened.
    #[serde(flatten)]
    pub happened: Happening,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Happening {
    /// A merchant was referred without a lead: a store was created, a link was followed, or anything that came later.
    Referred {
        /// How.
        source: Source,
        /// Who.
        merchant: Merchant,
        /// The plan, if they chose one already.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plan: Option<Plan>,
    },
    /// The merchant chose another plan.
    PlanChanged {
        /// The plan.
        plan: Plan,
    },
    /// The merchant paid for a plan.
    MerchantPaid {
        /// The plan that was paid for.
        plan: Plan,
        /// What was paid.
        fees: Fees,
    },
    /// The merchant got money back.
    Refunded {
        /// The plan that had been paid for.
        plan: Plan,
        /// What was paid back, in positive amounts.
        fees: Fees,
    },
    /// The programme corrects something.
    Adjusted {
        /// As what it is booked; never a commission.
        kind: LedgerKind,
        /// How much, to the partner; negative takes back.
        amount: Money,
        /// Why, in words that the partner reads.
        reason: String,
    },
}

impl PlatformEvent {
    /// What sort of event it is.
    #[must_use]
    pub fn event_type(&self) -> EventType {
        match &self.happened {
            Happening::Referred { source: Source::StoreCreated, .. } => EventType::StoreCreated,
            Happening::Referred { source: Source::Affiliate, .. } => EventType::AffiliateJoined,
            Happening::Referred { .. } => EventType::Referred,
            Happening::PlanChanged { .. } => EventType::PlanChanged,
            Happening::MerchantPaid { .. } => EventType::MerchantPaid,
            Happening::Refunded { .. } => EventType::Refunded,
            Happening::Adjusted { .. } => EventType::Adjusted,
        }
    }

    /// Whether it says that it happened in the future.
    #[must_use]
    pub fn is_from_the_future(&self, now: DateTime<Utc>) -> bool {
        self.occurred_at > now + CLOCKS_DIFFER
    }
}

//! What the platform tells of merchants, and what of it waits.

mod query;
mod read;

pub use query::{WAITING_ORDER, WaitingColumn, WaitingQuery, read_waiting_query, write_waiting_query};
pub use read::{EVENT_BODY_MAX, read_platform_event};

use chrono::{DateTime, Utc};
use guildhall_domain::money::Money;
use guildhall_domain::policy::Fees;
use guildhall_domain::referral::{EventType, LedgerKind, Plan};
use serde::{Deserialize, Serialize};

/// An event of the platform, as it is told. Which fields belong to it depends on its `type`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlatformEventBody {
    /// The platform's id of the event: 1 to 64 letters, digits or any of `- _ . :`. What comes again with the same id is
    /// the same event.
    #[cfg_attr(
        feature = "openapi",
        schema(min_length = 1, max_length = 64, pattern = r"^[A-Za-z0-9_.:-]+$")
    )]
    pub id: String,
    /// What sort of event it is.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// When it happened; at most five minutes in the future.
    pub occurred_at: DateTime<Utc>,
    /// The id of the partner organisation whose referral it is about.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 32))]
    pub organisation: String,
    /// Which referral it is about.
    pub referral: ReferralName,
    /// Who was referred. With `store_created`, `affiliate_joined` and `referred`, and only there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant: Option<MerchantBody>,
    /// The plan that was chosen or paid for. With all but `adjusted`; those that make a referral may leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// What was paid, or paid back, in positive amounts. With `merchant_paid` and `refunded`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fees: Option<Fees>,
    /// As what it is booked: `adjustment`, `tax` or `bonus`. With `adjusted`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<LedgerKind>,
    /// How much, to the partner; negative takes back. With `adjusted`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Why, in words that the partner reads, without an e-mail address; 200 characters. With `adjusted`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub reason: Option<String>,
}

/// Which referral an event is about: one of these, and for `other` both fields.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReferralName {
    /// The id of a lead of the organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// The name of a store: 1 to 64 of `a-z`, `0-9` and `-`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub store: Option<String>,
    /// The code of a link that was followed: 1 to 64 of `a-z`, `0-9` and `-`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliate: Option<String>,
    /// A referral of another source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<OtherName>,
}

/// A referral of a source that came later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OtherName {
    /// The source's code: 2 to 32 of `a-z`, `0-9` and `_`, a letter first.
    pub source: String,
    /// The referral's name within the source: 1 to 64 of `a-z`, `0-9` and `-`.
    pub name: String,
}

/// The merchant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MerchantBody {
    /// The name; 120 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 120))]
    pub name: String,
    /// The website. Whoever asks about it before the work is told to ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// The e-mail address, for the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum EventOutcome {
    /// It was applied now.
    Applied,
    /// It had been applied before.
    Known,
    /// It waits.
    Waiting,
}

/// What an event waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum EventWaitsFor {
    /// The referral: a lead that is not awarded yet, or a store that nobody has told of.
    Referral,
    /// The award, which was taken back, to be made again.
    Award,
}

/// What became of an event that was told, or tried again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordedEvent {
    /// The event's id.
    pub id: String,
    /// What became of it.
    pub outcome: EventOutcome,
    /// What it waits for, if it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<EventWaitsFor>,
    /// What it added to the ledger now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<String>,
}

/// An event that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingEventItem {
    /// What to name it by when trying again.
    pub key: String,
    /// The platform's id of it.
    pub id: String,
    /// What sort of event it is.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// Whose referral it is about.
    pub organisation: String,
    /// Which one.
    pub referral: String,
    /// The lead, if the referral is one's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_id: Option<String>,
    /// What it waits for.
    pub waits_for: EventWaitsFor,
}

/// A page of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingEventPage {
    /// The events, in order.
    pub items: Vec<WaitingEventItem>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
}

//! What partner and merchant wrote to each other in the marketplace.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Customer, MarketplaceId};
use crate::ids::OrgId;
use crate::personal::Personal;

/// Whether one could still write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ConversationStatus {
    /// One could.
    Active,
    /// One of the two had blocked the other.
    Blocked,
}

impl ConversationStatus {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Active, Self::Blocked];

    /// The word on the wire, as the marketplace wrote it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Active => "ACTIVE",
            Self::Blocked => "BLOCKED",
        }
    }
}

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Party {
    /// The partner.
    Partner,
    /// The merchant.
    Merchant,
}

/// How a message was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MessageVia {
    /// On the marketplace's own pages.
    Dashboard,
    /// By mail.
    Email,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Message {
    /// What it says.
    pub body: Personal,
    /// Where its files were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub file_urls: Vec<String>,
    /// When.
    pub sent_at: DateTime<Utc>,
    /// By whom.
    pub sent_by: Party,
    /// How.
    pub sent_via: MessageVia,
}

/// A conversation. It was imported and is only ever read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// Its name in the marketplace.
    pub id: MarketplaceId,
    /// Whose it is.
    pub org: OrgId,
    /// Whether one could still write.
    pub status: ConversationStatus,
    /// Whether the partner had not read all of it.
    #[serde(default)]
    pub has_unread: bool,
    /// With whom.
    pub customer: Customer,
    /// What was written, oldest first.
    pub messages: Vec<Message>,
}

//! Lists of conversations.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::super::{Conversation, ConversationStatus, Customer, MarketplaceId};
use super::words_of;
use crate::listing::{Key, Row};
use crate::text::fold;

/// What a list shows of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationSummary {
    /// Its name in the marketplace.
    pub id: MarketplaceId,
    /// Whether one could still write.
    pub status: ConversationStatus,
    /// Whether the partner had not read all of it.
    pub has_unread: bool,
    /// With whom.
    pub customer: Customer,
    /// How many messages there are.
    pub messages: u32,
    /// When the last one was sent; `None` if nobody wrote.
    pub last_message_at: Option<DateTime<Utc>>,
}

impl From<&Conversation> for ConversationSummary {
    fn from(conversation: &Conversation) -> Self {
        Self {
            id: conversation.id.clone(),
            status: conversation.status,
            has_unread: conversation.has_unread,
            customer: conversation.customer.clone(),
            messages: u32::try_from(conversation.messages.len()).unwrap_or(u32::MAX),
            last_message_at: conversation.messages.iter().map(|message| message.sent_at).max(),
        }
    }
}

/// A conversation in a list, with what it is searched and sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationRow {
    /// What is shown.
    pub conversation: ConversationSummary,
    /// One more with every writing of the conversation.
    pub version: u64,
    name: Box<str>,
    text: Box<str>,
}

impl ConversationRow {
    /// A row of a conversation as it stands at a version.
    #[must_use]
    pub fn new(conversation: ConversationSummary, version: u64) -> Self {
        let name = fold(conversation.customer.name.as_str());
        let email = conversation.customer.email.as_ref().map(|email| fold(email.as_str()));
        let text = [&name, &email.unwrap_or_default(), &fold(conversation.id.as_str())]
            .map(String::as_str)
            .join("\n");
        Self { conversation, version, name: name.into_boxed_str(), text: text.into_boxed_str() }
    }

    /// About how many bytes the row holds in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        size_of::<Self>() + 3 * self.text.len() + 64
    }
}

/// What conversations are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ConversationColumn {
    /// When the last message was sent.
    LastMessageAt,
    /// The customer's name.
    Customer,
}

impl ConversationColumn {
    /// Both.
    pub const ALL: [Self; 2] = [Self::LastMessageAt, Self::Customer];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::LastMessageAt => "last_message_at",
            Self::Customer => "customer",
        }
    }
}

impl Row for ConversationRow {
    type Id = MarketplaceId;
    type Column = ConversationColumn;

    fn id(&self) -> &MarketplaceId {
        &self.conversation.id
    }

    fn key(&self, column: ConversationColumn) -> Key<'_> {
        match column {
            ConversationColumn::LastMessageAt => self
                .conversation
                .last_message_at
                .map_or(Key::Missing, |at| Key::Number(at.timestamp_micros())),
            ConversationColumn::Customer => Key::Text(&self.name),
        }
    }
}

/// What a list of conversations is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ConversationFilter {
    /// Any of these; empty narrows nothing.
    pub statuses: Vec<ConversationStatus>,
    /// Words that must all occur in id or customer.
    pub search: String,
}

impl ConversationFilter {
    /// The rows that pass, in one pass.
    pub fn narrow<'a>(&self, rows: impl Iterator<Item = &'a ConversationRow>) -> Vec<&'a ConversationRow> {
        let words = words_of(&self.search);
        let takes = |row: &&ConversationRow| {
            (self.statuses.is_empty() || self.statuses.contains(&row.conversation.status))
                && words.iter().all(|word| row.text.contains(word))
        };
        rows.filter(takes).collect()
    }
}

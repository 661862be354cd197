//! Conversations, for the partner.

use chrono::{DateTime, Utc};
use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::marketplace::listing::{ConversationColumn, ConversationFilter, ConversationSummary};
use guildhall_domain::marketplace::{Conversation, ConversationStatus, Customer, MarketplaceId, Message};
use serde::{Deserialize, Serialize};

use crate::fields::FieldError;
use crate::query::{self, ListColumn, ListQuery};

/// A row of a table of conversations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConversationItem {
    /// Its name in the marketplace, without `gid://…/`.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: MarketplaceId,
    /// Whether one could still write.
    pub status: ConversationStatus,
    /// Whether the partner had not read all of it.
    pub has_unread: bool,
    /// With whom.
    pub customer: Customer,
    /// How many messages there are.
    #[serde(rename = "message_count")]
    pub messages: u32,
    /// When the last one was sent; `null` if nobody wrote.
    pub last_message_at: Option<DateTime<Utc>>,
}

impl From<&ConversationSummary> for ConversationItem {
    fn from(conversation: &ConversationSummary) -> Self {
        Self {
            id: conversation.id.clone(),
            status: conversation.status,
            has_unread: conversation.has_unread,
            customer: conversation.customer.clone(),
            messages: conversation.messages,
            last_message_at: conversation.last_message_at,
        }
    }
}

/// A page of conversations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConversationPage {
    /// The rows, in order.
    pub items: Vec<ConversationItem>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
}

/// One conversation, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConversationDetails {
    /// What the list shows.
    #[serde(flatten)]
    pub item: ConversationItem,
    /// Everything that was written, oldest first.
    pub messages: Vec<Message>,
}

impl From<Conversation> for ConversationDetails {
    fn from(conversation: Conversation) -> Self {
        let item = ConversationItem::from(&ConversationSummary::from(&conversation));
        Self { item, messages: conversation.messages }
    }
}

/// Which conversations, in which order, which page.
pub type ConversationQuery = ListQuery<ConversationFilter, ConversationColumn>;

/// Newest message first.
const ORDER: Order<ConversationColumn> =
    Order { column: ConversationColumn::LastMessageAt, direction: Direction::Desc };

impl ListColumn for ConversationColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// Reads the query of a list of conversations.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_conversation_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<ConversationQuery, Vec<FieldError>> {
    ConversationQuery::read(pairs, |filter, name, value| {
        Some(match name {
            "statuses" => query::choices(name, value, &ConversationStatus::ALL, ConversationStatus::code)
                .map(|found| filter.statuses = found),
            "q" => query::search(value).map(|found| filter.search = found),
            _ => return None,
        })
    })
}

/// Writes a query so that [`read_conversation_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_conversation_query(wanted: &ConversationQuery) -> Vec<(&'static str, String)> {
    wanted.write(vec![
        ("q", wanted.filter.search.clone()),
        ("statuses", query::join(&wanted.filter.statuses, ConversationStatus::code)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_reads_back_as_written() {
        let wanted = ConversationQuery {
            filter: ConversationFilter {
                statuses: vec![ConversationStatus::Blocked],
                search: "anna@acme".to_owned(),
            },
            order: Order { column: ConversationColumn::Customer, direction: Direction::Asc },
            limit: 7,
            cursor: Some("abc".to_owned()),
        };
        let written = write_conversation_query(&wanted);
        let pairs = written.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(read_conversation_query(pairs), Ok(wanted));
        assert!(read_conversation_query([("statuses", "GONE")]).is_err());
    }
}

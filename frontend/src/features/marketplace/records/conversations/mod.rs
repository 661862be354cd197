//! The partner's conversations of the marketplace: the list, and one of them.

mod address;
mod columns;
mod details;
mod page;
mod wording;

pub use details::ConversationPage;
pub use page::ConversationsPage;

use guildhall_contract::marketplace::{self, ConversationQuery};

use crate::features::list::Listing;

type Conversations = Listing<ConversationQuery, marketplace::ConversationPage>;

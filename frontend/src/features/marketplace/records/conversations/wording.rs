//! The words of the list, and the orders that it can be sorted by.

use guildhall_domain::marketplace::listing::ConversationColumn;

use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) const WORDING: Wording<ConversationColumn> = Wording {
    orders: Orders { columns: &ConversationColumn::ALL, code: ConversationColumn::code, name, scale },
    caption: texts::records::conversations_caption,
    loading: texts::records::conversations_loading,
    failed: texts::records::conversations_failed,
    search: texts::records::conversations_search,
    search_in: texts::records::conversations_search_in,
    no_match: texts::records::conversations_no_match,
    no_match_for: texts::records::conversations_no_match_for,
    no_match_text: texts::records::conversations_no_match_text,
    pages: texts::records::conversations_pages,
};

fn name(column: ConversationColumn) -> &'static str {
    match column {
        ConversationColumn::Customer => texts::records::customer(),
        ConversationColumn::LastMessageAt => texts::records::last_message(),
    }
}

fn scale(column: ConversationColumn) -> Scale {
    match column {
        ConversationColumn::Customer => Scale::Name,
        ConversationColumn::LastMessageAt => Scale::Time,
    }
}

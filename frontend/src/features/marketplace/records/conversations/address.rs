//! `/records/conversations?…`: the same words in the address as in the request.

use guildhall_contract::marketplace::{ConversationQuery, read_conversation_query};

use crate::api::marketplace::conversations_written;
use crate::features::address::{Form, read_what_fits};

pub(super) static FORM: Form<ConversationQuery> = Form {
    path: "/records/conversations",
    read,
    write: conversations_written,
    to_first_page: |query| query.cursor = None,
};

fn read(pairs: &[(String, String)]) -> ConversationQuery {
    read_what_fits(pairs, |pairs| read_conversation_query(pairs.iter().copied()))
}

//! A conversation as the marketplace's interface wrote it.

use guildhall_domain::marketplace::{Conversation, ConversationStatus, Message, MessageVia, Party};
use guildhall_domain::personal::Personal;
use serde_json::{Map, Value};

use super::old_job::{read_customer, read_inside};
use super::reading::{
    ID, LINE, LIST_MAX, object, optional, read_id, read_moment, read_org, read_text, read_word, required,
};
use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Reader};

const STATUS: FieldRule = required("status", LINE);
const UNREAD: FieldRule = optional("hasUnreadMessages", FieldKind::Flag);
const BODY: FieldRule = optional("body", FieldKind::Paragraph { max: 40_000 });
const SENT_AT: FieldRule = required("sentAt", LINE);
const SENT_BY: FieldRule = required("sentBy", LINE);
const SENT_VIA: FieldRule = required("sentVia", LINE);
/// The most messages of a conversation.
const MESSAGES_MAX: usize = 10_000;

/// Reads a conversation; its messages are put in the order in which they were sent.
pub(super) fn read_conversation(body: &Map<String, Value>) -> Result<Conversation, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let id = read_id(&mut reader, &ID);
    let org = read_org(&mut reader);
    let status = read_word(&mut reader, &STATUS, &ConversationStatus::ALL, ConversationStatus::code);
    let has_unread = reader.flag(&UNREAD);
    if reader.raw("merchantUser").is_none_or(Value::is_null) {
        reader.refuse(FieldError::field("merchantUser", FieldCode::Required));
    }
    let customer = read_inside(&mut reader, "merchantUser", read_customer);
    let mut messages = reader.list("messages", MESSAGES_MAX, read_message);
    messages.sort_by_key(|message| message.sent_at);
    let errors = reader.finish();
    match (id, org, status, customer) {
        (Some(id), Some(org), Some(status), Some(customer)) if errors.is_empty() => {
            Ok(Conversation { id, org, status, has_unread, customer, messages })
        }
        _ => Err(errors),
    }
}

fn read_message(value: &Value, place: String) -> Result<Message, Vec<FieldError>> {
    let mut reader = Reader::within(object(value, &place)?, place);
    let body = reader.text(&BODY).map(Personal::new).unwrap_or_default();
    let file_urls = reader.list("fileUrls", LIST_MAX, read_text);
    let sent_at = read_moment(&mut reader, &SENT_AT);
    let sent_by = read_word(&mut reader, &SENT_BY, &[Party::Partner, Party::Merchant], |party| match party {
        Party::Partner => "PARTNER",
        Party::Merchant => "MERCHANT",
    });
    let sent_via =
        read_word(&mut reader, &SENT_VIA, &[MessageVia::Dashboard, MessageVia::Email], |via| match via {
            MessageVia::Dashboard => "DASHBOARD",
            MessageVia::Email => "EMAIL",
        });
    let errors = reader.finish();
    match (sent_at, sent_by, sent_via) {
        (Some(sent_at), Some(sent_by), Some(sent_via)) if errors.is_empty() => {
            Ok(Message { body, file_urls, sent_at, sent_by, sent_via })
        }
        _ => Err(errors),
    }
}

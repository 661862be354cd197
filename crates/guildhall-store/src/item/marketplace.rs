//! Jobs and conversations of the Experts Marketplace. What lists show stands in `record`, the rest beside it.

use chrono::{DateTime, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::listing::ConversationSummary;
use guildhall_domain::marketplace::{
    Conversation, ConversationStatus, Customer, Job, JobStatus, MarketplaceId, Message, MessageVia, Party,
    Requested, Requirement, Shop,
};
use guildhall_domain::migration::RunId;
use guildhall_domain::personal::Personal;
use serde::{Deserialize, Serialize};

use super::writing::{Draft, nested};
use super::{Attributes, Reader, kind};
use crate::StoreError;
use crate::keys::{self, Key};
use crate::table::TYPE;

/// What lists show.
pub(crate) const RECORD: &str = "record";
/// What no list shows of a job.
pub(crate) const REQUIREMENTS: &str = "requirements";
/// The messages of a part.
pub(crate) const MESSAGES: &str = "messages";

#[derive(Debug, Serialize, Deserialize)]
struct StoredJob {
    created: i64,
    last_event: i64,
    status: JobStatus,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    services: Vec<Requested>,
    shop: Shop,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    customer: Option<Customer>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    conversation: Option<MarketplaceId>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    confirmed: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ends: Option<i64>,
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredConversation {
    status: ConversationStatus,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    unread: bool,
    customer: Customer,
    messages: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last: Option<i64>,
    /// The run that brought the messages.
    run: RunId,
    /// In how many parts they stand.
    parts: u32,
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredMessage {
    body: Personal,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    files: Vec<String>,
    at: i64,
    #[serde(rename = "from")]
    sent_by: Party,
    via: MessageVia,
}

/// What is written of a job.
pub(crate) fn job_content(job: &Job) -> Result<Attributes, StoreError> {
    let stored = StoredJob {
        created: job.created_at.timestamp_micros(),
        last_event: job.last_event_at.timestamp_micros(),
        status: job.status,
        services: job.services.clone(),
        shop: job.shop.clone(),
        customer: job.customer.clone(),
        conversation: job.conversation.clone(),
        confirmed: job.confirmed_completed,
        ends: job.ends_at.map(|end| end.timestamp_micros()),
    };
    let mut content = Attributes::from([(RECORD.to_owned(), nested(&stored)?)]);
    if !job.requirements.is_empty() {
        content.insert(REQUIREMENTS.to_owned(), nested(&job.requirements)?);
    }
    Ok(content)
}

/// The job of an item, or of an index of it, which has no requirements.
pub(crate) fn read_job(mut reader: Reader) -> Result<Job, StoreError> {
    if !reader.is(kind::JOB) {
        return Err(reader.damage(TYPE));
    }
    let (org, id) = reader.key(keys::job_at)?;
    let stored: StoredJob = reader.nested(RECORD)?;
    let requirements: Option<Vec<Requirement>> = reader.optional_nested(REQUIREMENTS)?;
    let moment = |micros| moment(&reader, micros);
    Ok(Job {
        id,
        org,
        created_at: moment(stored.created)?,
        last_event_at: moment(stored.last_event)?,
        status: stored.status,
        services: stored.services,
        requirements: requirements.unwrap_or_default(),
        shop: stored.shop,
        customer: stored.customer,
        conversation: stored.conversation,
        confirmed_completed: stored.confirmed,
        ends_at: stored.ends.map(moment).transpose()?,
    })
}

/// What is written of a conversation whose messages a run brought in so many parts.
pub(crate) fn conversation_content(
    conversation: &Conversation,
    run: RunId,
    parts: u32,
) -> Result<Attributes, StoreError> {
    let summary = ConversationSummary::from(conversation);
    let stored = StoredConversation {
        status: summary.status,
        unread: summary.has_unread,
        customer: summary.customer,
        messages: summary.messages,
        last: summary.last_message_at.map(|at| at.timestamp_micros()),
        run,
        parts,
    };
    Ok(Attributes::from([(RECORD.to_owned(), nested(&stored)?)]))
}

/// A conversation without its messages.
#[derive(Debug)]
pub(crate) struct ConversationHead {
    /// Whose it is.
    pub(crate) org: OrgId,
    /// What lists show.
    pub(crate) summary: ConversationSummary,
    /// The run that brought the messages.
    pub(crate) run: RunId,
    /// In how many parts they stand.
    pub(crate) parts: u32,
}

/// The head of a conversation, or of an index of it.
pub(crate) fn read_conversation(mut reader: Reader) -> Result<ConversationHead, StoreError> {
    if !reader.is(kind::CONVERSATION) {
        return Err(reader.damage(TYPE));
    }
    let (org, id) = reader.key(keys::conversation_at)?;
    let stored: StoredConversation = reader.nested(RECORD)?;
    let last_message_at = stored.last.map(|at| moment(&reader, at)).transpose()?;
    let summary = ConversationSummary {
        id,
        status: stored.status,
        has_unread: stored.unread,
        customer: stored.customer,
        messages: stored.messages,
        last_message_at,
    };
    Ok(ConversationHead { org, summary, run: stored.run, parts: stored.parts })
}

/// A part of the messages.
pub(crate) fn part_item(key: &Key, messages: &[&Message]) -> Result<Attributes, StoreError> {
    let stored = messages.iter().map(|message| StoredMessage {
        body: message.body.clone(),
        files: message.file_urls.clone(),
        at: message.sent_at.timestamp_micros(),
        sent_by: message.sent_by,
        via: message.sent_via,
    });
    let stored: Vec<_> = stored.collect();
    Ok(Draft::new(key, kind::CONVERSATION_PART).put(MESSAGES, nested(&stored)?).finish())
}

/// The messages of a part.
pub(crate) fn read_part(mut reader: Reader) -> Result<Vec<Message>, StoreError> {
    if !reader.is(kind::CONVERSATION_PART) {
        return Err(reader.damage(TYPE));
    }
    let stored: Vec<StoredMessage> = reader.nested(MESSAGES)?;
    let message = |stored: StoredMessage| {
        Ok(Message {
            body: stored.body,
            file_urls: stored.files,
            sent_at: moment(&reader, stored.at)?,
            sent_by: stored.sent_by,
            sent_via: stored.via,
        })
    };
    stored.into_iter().map(message).collect()
}

/// A job without what is the customer's: what stays once they are erased.
pub(crate) fn without_customer(job: Job, struck: &str) -> Job {
    let shop = Shop { name: struck.to_owned(), domain: struck.to_owned(), ..job.shop };
    Job { requirements: Vec::new(), shop, customer: None, ..job }
}

fn moment(reader: &Reader, micros: i64) -> Result<DateTime<Utc>, StoreError> {
    DateTime::from_timestamp_micros(micros).ok_or_else(|| reader.damage(RECORD))
}

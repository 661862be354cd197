//! What the carrier tells of a message: here somebody presses a button, and the report that SES would publish
//! goes to the worker that SES's reports go to.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, Utc};
use guildhall_domain::delivery::Delivery;
use guildhall_store::{MailId, MailItem, Mails, StoreError, Table};
use guildhall_worker::{Event, EventEntry, WorkError};
use serde_json::{Value, json};

use super::{Mailbox, Message, SENDER};
use crate::random;

/// How often a report that came too early is handed over again, and how long after. EventBridge would do so in a
/// minute.
const TRIES: u32 = 30;
const PAUSE: Duration = Duration::from_millis(100);

/// What the carrier can be made to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Delivered,
    Bounced,
    Complained,
}

impl Told {
    pub(super) const ALL: [Self; 3] = [Self::Delivered, Self::Bounced, Self::Complained];

    /// The word in the address.
    pub(super) fn verb(self) -> &'static str {
        match self {
            Self::Delivered => "deliver",
            Self::Bounced => "bounce",
            Self::Complained => "complain",
        }
    }

    pub(super) fn of_verb(verb: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.verb() == verb)
    }
}

/// The mailbox with the way back from it.
#[derive(Clone)]
pub(crate) struct Carrier {
    pub(super) mailbox: Arc<Mailbox>,
    mails: Mails,
    reports: EventEntry,
}

impl Carrier {
    /// Carries to this mailbox and reports to this worker, which keeps its books in this table.
    pub(crate) fn new(mailbox: Arc<Mailbox>, table: &Table, reports: EventEntry) -> Self {
        Self { mailbox, mails: Mails::new(table.clone()), reports }
    }

    /// Reports something of a message.
    pub(super) async fn report(&self, message: &Message, told: Told) -> Result<(), WorkError> {
        let unwritable = |error: serde_json::Error| WorkError::Lasting(error.to_string());
        let event: Event = serde_json::from_value(event(message, told, Utc::now())).map_err(unwritable)?;
        for _ in 1..TRIES {
            match (self.reports)(event.clone()).await {
                Err(error) if error.is_passing() => tokio::time::sleep(PAUSE).await,
                outcome => return outcome,
            }
        }
        (self.reports)(event).await
    }

    /// How far each message came, as the books of the mails have it; `None` if they do not know it.
    pub(super) async fn deliveries(&self, messages: &[Message]) -> Result<Vec<Option<Delivery>>, StoreError> {
        let mut ids: Vec<MailId> = messages.iter().filter_map(|message| message.mail.parse().ok()).collect();
        // The table refuses to be asked for one item twice in a call.
        ids.sort_by_key(ToString::to_string);
        ids.dedup();
        let mails = self.mails.get_many(&ids).await?;
        let mails: HashMap<String, MailItem> =
            mails.into_iter().map(|mail| (mail.id.to_string(), mail)).collect();
        Ok(messages.iter().map(|message| delivery(mails.get(&message.mail)?, &message.id)).collect())
    }
}

/// A mail may have been sent several times; each message is one of them.
fn delivery(mail: &MailItem, message: &str) -> Option<Delivery> {
    if mail.message.as_deref() == Some(message) {
        return Some(mail.delivery());
    }
    let earlier = mail.outcomes.iter().find(|outcome| outcome.message.as_deref() == Some(message));
    earlier.map(|outcome| outcome.delivery)
}

/// The event as SES publishes it to EventBridge.
fn event(message: &Message, told: Told, now: DateTime<Utc>) -> Value {
    let at = now.to_rfc3339_opts(SecondsFormat::Millis, true);
    let mail = json!({
        "timestamp": message.sent_at.to_rfc3339_opts(SecondsFormat::Millis, true),
        "source": SENDER,
        "sendingAccountId": "000000000000",
        "messageId": message.id,
        "destination": [message.to],
        "headersTruncated": false,
        "headers": [],
        "commonHeaders": { "from": [SENDER], "to": [message.to], "subject": message.subject },
        "tags": { "mail": [message.mail], "topic": [message.topic], "ses:configuration-set": ["mailbox"] },
    });
    let (kind, event_type, name, beside) = match told {
        Told::Delivered => {
            let delivery =
                json!({ "timestamp": at, "recipients": [message.to], "processingTimeMillis": 546 });
            ("Email Delivered", "Delivery", "delivery", delivery)
        }
        Told::Bounced => {
            let words = format!("smtp; 550 5.1.1 <{}>: user unknown", message.to);
            let recipient = json!({
                "emailAddress": message.to, "action": "failed", "status": "5.1.1", "diagnosticCode": words,
            });
            let bounce = json!({
                "bounceType": "Permanent", "bounceSubType": "General",
                "bouncedRecipients": [recipient], "timestamp": at, "feedbackId": random::request_id(),
            });
            ("Email Bounced", "Bounce", "bounce", bounce)
        }
        Told::Complained => {
            let complaint = json!({
                "complainedRecipients": [{ "emailAddress": message.to }],
                "complaintFeedbackType": "abuse", "timestamp": at, "feedbackId": random::request_id(),
            });
            ("Email Complaint Received", "Complaint", "complaint", complaint)
        }
    };
    let mut detail = json!({ "eventType": event_type, "mail": mail });
    detail[name] = beside;
    json!({
        "version": "0",
        "id": random::request_id(),
        "detail-type": kind,
        "source": "aws.ses",
        "account": "000000000000",
        "time": now.to_rfc3339_opts(SecondsFormat::Secs, true),
        "region": "local",
        "resources": [],
        "detail": detail,
    })
}

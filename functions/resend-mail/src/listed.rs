//! An open mail as it is listed and as it is answered.

use chrono::{DateTime, Utc};
use guildhall_contract::mails::{MailAbout, MailAttempt, MailColumn, OpenMail};
use guildhall_domain::listing::{Key, Row};
use guildhall_domain::notice::Topic;
use guildhall_store::{MailId, MailItem, MailRecord, Outcome};

/// A row of the list of open mails.
pub(crate) struct Listed {
    pub(crate) id: MailId,
    name: String,
    since: i64,
}

impl Listed {
    pub(crate) fn new(mail: &MailItem) -> Self {
        Self { id: mail.id, name: mail.id.to_string(), since: mail.since.0 }
    }
}

impl Row for Listed {
    type Id = String;
    type Column = MailColumn;

    fn id(&self) -> &String {
        &self.name
    }

    fn key(&self, column: MailColumn) -> Key<'_> {
        match column {
            MailColumn::Since => Key::Number(self.since),
        }
    }
}

/// The mail as it goes over the wire.
pub(crate) fn answered(mail: &MailItem) -> OpenMail {
    OpenMail {
        id: mail.id.to_string(),
        topic: Topic::of_code(&mail.record.topic),
        audience: mail.record.audience.clone(),
        about: about(&mail.record),
        delivery: mail.delivery(),
        reason: mail.reason.clone(),
        attempts: mail.attempt.unwrap_or_default(),
        since: moment(mail.since.0),
        asked: mail.asked.clone(),
        earlier: mail.outcomes.iter().map(attempt).collect(),
        may_be_sent_again: mail.may_be_sent_again(),
        may_be_dismissed: mail.may_be_dismissed(),
    }
}

fn about(record: &MailRecord) -> MailAbout {
    match (record.lead(), record.inquiry()) {
        (Some(id), _) => MailAbout::Lead { id },
        (None, Some(id)) => MailAbout::Inquiry { id },
        (None, None) => MailAbout::Other,
    }
}

fn attempt(outcome: &Outcome) -> MailAttempt {
    MailAttempt {
        attempt: outcome.attempt,
        at: moment(outcome.at),
        delivery: outcome.delivery,
        reason: outcome.reason.clone(),
    }
}

/// A moment of the machine's clock. It wrote the number itself, so it is one.
fn moment(micros: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(micros).unwrap_or_default()
}

//! How a mail is spelt in the table.

use aws_sdk_dynamodb::types::AttributeValue;

use super::record::{MailId, MailRecord};
use crate::item::{Reader, kind};
use crate::table::TYPE;
use crate::{Micros, StoreError};

pub(super) const STATE: &str = "status";
pub(super) const ATTEMPT: &str = "attempt";
/// When the state was last written, by the machine's clock. Not `changed_at`: that would put every mail
/// into an index which nobody reads for mails.
pub(super) const SINCE: &str = "updated";
pub(super) const RECORD: &str = "record";
pub(super) const MESSAGE: &str = "message";
pub(super) const REASON: &str = "reason";

/// What is known of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailState {
    /// Somebody is sending it.
    Claimed,
    /// It did not go out yet and may be sent.
    Waiting,
    /// It was handed over.
    Sent,
    /// It was refused for good.
    Failed,
    /// Nobody knows whether it went out.
    Unknown,
}

impl MailState {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Claimed, Self::Waiting, Self::Sent, Self::Failed, Self::Unknown];

    /// The word in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }
}

/// A mail as the table knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailItem {
    /// Which mail.
    pub id: MailId,
    /// What it tells of.
    pub record: MailRecord,
    /// What is known of it.
    pub state: MailState,
    /// Since when, by the machine's clock.
    pub since: Micros,
    /// How often it was claimed. A list of mails does not say.
    pub attempt: Option<u64>,
    /// The carrier's own id, once it was handed over. A list does not say.
    pub message: Option<String>,
    /// Why it was refused. A list does not say.
    pub reason: Option<String>,
}

impl MailItem {
    pub(super) fn read(mut reader: Reader) -> Result<Self, StoreError> {
        if !reader.is(kind::MAIL) {
            return Err(reader.damage(TYPE));
        }
        Ok(Self {
            id: reader.key(|pk, _| pk.strip_prefix("MAIL#")?.parse().ok())?,
            record: reader.nested(RECORD)?,
            state: reader.choice(STATE, &MailState::ALL, MailState::code)?,
            since: Micros(reader.number(SINCE)?),
            attempt: reader.optional_number(ATTEMPT)?,
            message: reader.optional_text(MESSAGE)?,
            reason: reader.optional_text(REASON)?,
        })
    }
}

/// A state as a value of the table.
pub(super) fn state(state: MailState) -> AttributeValue {
    crate::item::text(state.code())
}

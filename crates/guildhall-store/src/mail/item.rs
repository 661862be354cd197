//! How a mail is spelt in the table.

use aws_sdk_dynamodb::types::AttributeValue;
use guildhall_domain::actor::Stamp;
use guildhall_domain::delivery::Delivery;

use super::erase::ERASED;
use super::outcome::Outcome;
use super::record::{MailId, MailRecord};
use super::report::CarrierCode;
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
/// How far a mail came that was handed over.
pub(super) const DELIVERY: &str = "delivery";
/// What became of the attempts before this one.
pub(super) const OUTCOMES: &str = "outcomes";
/// Who decided that nothing more is to be done about it.
pub(super) const DISMISSED: &str = "dismissed";
/// Who decided that it be sent once more.
pub(super) const ASKED: &str = "asked";
/// How much of the limit on sending it again is used up.
pub(super) const FULL_AT: &str = "full_at";

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
    /// Why it was refused, or what the carrier says of its way: a code. A list does not say.
    pub reason: Option<String>,
    /// What became of the attempts before this one, oldest first. A list does not say.
    pub outcomes: Vec<Outcome>,
    /// Who decided that nothing more is to be done about it. A list does not say.
    pub dismissed: Option<Stamp>,
    /// Who decided last that it be sent once more. A list does not say.
    pub asked: Option<Stamp>,
    pub(super) carried: Option<Delivery>,
    pub(super) full_at: Option<i64>,
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
            outcomes: reader.optional_nested(OUTCOMES)?.unwrap_or_default(),
            dismissed: reader.optional_nested(DISMISSED)?,
            asked: reader.optional_nested(ASKED)?,
            carried: reader.optional_choice(DELIVERY, &Delivery::ALL, Delivery::code)?,
            full_at: reader.optional_number(FULL_AT)?,
        })
    }

    /// How far this attempt came. A list knows no more than [`Delivery::Sent`] of what was handed over.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        match self.state {
            MailState::Claimed | MailState::Waiting => Delivery::Pending,
            MailState::Sent => self.carried.unwrap_or(Delivery::Sent),
            MailState::Failed => Delivery::Failed,
            MailState::Unknown => Delivery::Unknown,
        }
    }

    /// Whether somebody may decide to send it again: it did not arrive, or may not have. Whoever called it
    /// unwanted is left alone.
    #[must_use]
    pub fn may_be_sent_again(&self) -> bool {
        !self.is_erased() && (self.delivery().may_be_sent_again() || self.was_given_up())
    }

    /// Whether what it told of was erased.
    #[must_use]
    pub fn is_erased(&self) -> bool {
        self.state == MailState::Failed && self.reason.as_deref() == Some(ERASED)
    }

    /// Whether it needs somebody's eye and nobody dismissed it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        let on_its_way = self.delivery() == Delivery::Pending;
        on_its_way || (self.may_be_dismissed() && self.dismissed.is_none())
    }

    /// Whether there is anything to dismiss.
    #[must_use]
    pub fn may_be_dismissed(&self) -> bool {
        !self.is_erased() && (self.delivery().needs_an_eye() || self.was_given_up())
    }

    /// Whether the carrier stopped trying for a reason that may pass. That says nothing against the address,
    /// so it is no bounce, but the mail is not there either.
    fn was_given_up(&self) -> bool {
        self.delivery() == Delivery::Sent && self.reason.as_deref() == Some(CarrierCode::Transient.code())
    }
}

/// A state as a value of the table.
pub(super) fn state(state: MailState) -> AttributeValue {
    crate::item::text(state.code())
}

//! What the carrier tells of a mail on its way. Reports come in any order and more than once.

use guildhall_domain::delivery::Delivery;

use super::item::{DELIVERY, DISMISSED, MESSAGE, OUTCOMES, REASON, SINCE, STATE, state};
use super::settle::{as_read, opened};
use super::{MailId, MailItem, MailState, Mails};
use crate::changes::Changes;
use crate::item::{Attributes, Reader, nested, number, text};
use crate::keys::Key;
use crate::mail::claim::Change;
use crate::{Micros, StoreError};

/// How often a note that met another one starts over.
const TRIES: u32 = 8;

/// Why a mail came no further, as the carrier's code. Its words may quote an address and are never kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CarrierCode {
    /// The address does not take mail and never will.
    Permanent,
    /// The reader's server did not take it in time; another day it might.
    Transient,
    /// The reader's server sent it back and did not say why.
    Undetermined,
    /// It is late; the carrier still tries.
    Delayed,
    /// The reader called it unwanted.
    Complaint,
    /// The carrier found something harmful in it.
    Rejected,
    /// The carrier could not put it together.
    Unwritable,
}

impl CarrierCode {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Permanent,
        Self::Transient,
        Self::Undetermined,
        Self::Delayed,
        Self::Complaint,
        Self::Rejected,
        Self::Unwritable,
    ];

    /// The word in the table and on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Permanent => "permanent",
            Self::Transient => "transient",
            Self::Undetermined => "undetermined",
            Self::Delayed => "delayed",
            Self::Complaint => "complaint",
            Self::Rejected => "rejected",
            Self::Unwritable => "unwritable",
        }
    }
}

/// One report of the carrier's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The carrier's own id of the message, which tells the attempts of a mail apart.
    pub message: String,
    /// How far it came.
    pub delivery: Delivery,
    /// Why no further.
    pub code: Option<CarrierCode>,
}

/// What a report changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reported {
    /// It is about the present attempt; this is how the mail stands, whether or not the report was news.
    Present(Box<MailItem>),
    /// It is about an earlier attempt, so it says nothing about how the mail stands.
    Past,
    /// Whoever sends the mail has not yet written down that they did: too early to say.
    TooEarly,
    /// There is no such mail.
    Missing,
}

/// What a report is about.
enum About {
    Present,
    /// The outcome at this place.
    Past(Option<usize>),
    Unsettled,
}

impl Mails {
    /// Notes how far a mail came. Nothing is forgotten for what came before it.
    ///
    /// # Errors
    /// When the table does not answer, the item is damaged, or the mail keeps changing all the while.
    pub async fn record_delivery(&self, id: &MailId, report: &Report) -> Result<Reported, StoreError> {
        for _ in 0..TRIES {
            let Some(item) = self.table.get(&Key::mail(id), true).await? else {
                return Ok(Reported::Missing);
            };
            let stored = MailItem::read(Reader::new(item.clone()))?;
            let mail = self.as_of_now(stored);
            let (changes, ended) = match about(&mail, &report.message) {
                About::Unsettled => return Ok(Reported::TooEarly),
                About::Present => match present(&mail, report)? {
                    None => return Ok(Reported::Present(Box::new(mail))),
                    Some(changes) => (changes, false),
                },
                About::Past(place) => match past(&mail, place, report)? {
                    None => return Ok(Reported::Past),
                    Some(changes) => (changes, true),
                },
            };
            if !self.write_over(id, changes, &item).await? {
                continue;
            }
            if ended {
                return Ok(Reported::Past);
            }
            return match self.get(id).await? {
                // Somebody may have sent it again since, which is their news and not this report's.
                Some(now) if now.attempt == mail.attempt => Ok(Reported::Present(Box::new(now))),
                Some(_) => Ok(Reported::Past),
                None => Ok(Reported::Missing),
            };
        }
        Err(StoreError::of_code("UpdateItem", Some("TransactionConflict")))
    }

    /// Writes, provided that the mail is still as it was read.
    pub(super) async fn write_over(
        &self,
        id: &MailId,
        mut changes: Changes,
        read: &Attributes,
    ) -> Result<bool, StoreError> {
        let condition = as_read(&mut changes, read);
        Ok(matches!(self.change(id, changes, condition).await?, Change::Done(_)))
    }
}

fn about(mail: &MailItem, message: &str) -> About {
    if mail.message.as_deref() == Some(message) {
        return About::Present;
    }
    let earlier = |outcome: &super::Outcome| outcome.message.as_deref() == Some(message);
    if let Some(place) = mail.outcomes.iter().position(earlier) {
        return About::Past(Some(place));
    }
    // An attempt of unknown outcome left no id behind.
    let nameless = mail.outcomes.iter().position(|outcome| outcome.message.is_none());
    match mail.state {
        MailState::Claimed => About::Unsettled,
        MailState::Unknown if mail.message.is_none() => About::Present,
        // The carrier did not name the message when it took it.
        MailState::Sent if mail.message.as_deref().is_none_or(str::is_empty) => About::Present,
        MailState::Unknown | MailState::Sent | MailState::Waiting | MailState::Failed => {
            About::Past(nameless)
        }
    }
}

/// What a report changes about the present attempt; `None` if it is no news.
fn present(mail: &MailItem, report: &Report) -> Result<Option<Changes>, StoreError> {
    let known = mail.delivery();
    let goes_on = report.delivery.follows().contains(&known);
    let code = report.code.map(CarrierCode::code);
    // While it is on its way, what holds it up may change.
    let is_held_up = known == Delivery::Sent
        && report.delivery == Delivery::Sent
        && code.is_some_and(|code| {
            let given_up = mail.reason.as_deref() == Some(CarrierCode::Transient.code());
            mail.reason.as_deref() != Some(code) && !given_up
        });
    if !goes_on && !is_held_up {
        return Ok(None);
    }
    let now = Micros::now();
    let after = MailItem {
        state: MailState::Sent,
        carried: Some(report.delivery),
        reason: code.map(str::to_owned),
        dismissed: None,
        ..mail.clone()
    };
    let changes = Changes::default()
        // Whatever the carrier tells of was handed over, also if nobody knew.
        .put(STATE, Some(state(MailState::Sent)))
        .put(SINCE, Some(number(now.0)))
        .put(MESSAGE, Some(text(&report.message)))
        .put(DELIVERY, Some(nested(&report.delivery)?))
        .put(REASON, code.map(text))
        .put(DISMISSED, None);
    Ok(Some(opened(changes, after.is_open(), now)))
}

/// What a report changes about an earlier attempt; `None` if it is no news.
fn past(mail: &MailItem, place: Option<usize>, report: &Report) -> Result<Option<Changes>, StoreError> {
    let mut outcomes = mail.outcomes.clone();
    let Some(outcome) = place.and_then(|place| outcomes.get_mut(place)) else { return Ok(None) };
    if !report.delivery.follows().contains(&outcome.delivery) {
        return Ok(None);
    }
    outcome.message = Some(report.message.clone());
    outcome.delivery = report.delivery;
    outcome.reason = report.code.map(|code| code.code().to_owned());
    Ok(Some(Changes::default().put(OUTCOMES, Some(nested(&outcomes)?))))
}

//! What became of the attempts before the present one.

use guildhall_domain::delivery::Delivery;
use serde::{Deserialize, Serialize};

use super::MailItem;

/// How many of them are kept.
const KEPT: usize = 10;

/// What became of one attempt to send a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The how-manieth it was, from 1.
    pub attempt: u64,
    /// Since when this is known, by the machine's clock, in microseconds.
    pub at: i64,
    /// The carrier's own id, if it was handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// How far it came.
    pub delivery: Delivery,
    /// Why no further: a code, never the carrier's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The outcomes once the present attempt is one of them: the last few.
pub(super) fn with_present(mail: &MailItem) -> Vec<Outcome> {
    let present = Outcome {
        attempt: mail.attempt.unwrap_or_default(),
        at: mail.since.0,
        message: mail.message.clone(),
        delivery: mail.delivery(),
        reason: mail.reason.clone(),
    };
    let mut outcomes = mail.outcomes.clone();
    outcomes.push(present);
    outcomes.drain(..outcomes.len().saturating_sub(KEPT));
    outcomes
}

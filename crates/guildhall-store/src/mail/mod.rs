//! Mail that never lies: who sends which mail, and what became of it.
//!
//! A mail is claimed by a conditional write before it is handed over and settled by another one after.
//! Its id is derived from what it tells of, so neither a repeated stream record nor a second worker can
//! make two of it. A worker that dies between the two writes leaves a claim behind; whoever finds it when
//! its lease has run out does not send again, since nobody knows whether the mail left, but says so:
//! *outcome unknown*. Sending again is somebody's decision ([`Mails::send_again`]), and so is leaving it
//! ([`Mails::dismiss`]). What the carrier tells later of a mail that it took is noted by
//! [`Mails::record_delivery`], for the attempt that it is about.

mod again;
mod claim;
mod decide;
mod erase;
mod item;
mod listing;
mod outcome;
mod record;
mod report;
mod settle;
mod subject;

use std::time::Duration;

pub use again::asked_again;
pub use claim::{Claim, Claiming};
pub use decide::Decided;
pub use item::{MailItem, MailState};
pub use outcome::Outcome;
pub use record::{MailId, MailRecord};
pub use report::{CarrierCode, Report, Reported};
pub use subject::MailSubjects;

use crate::item::Reader;
use crate::keys::Key;
use crate::{Micros, StoreError, Table};

/// How long a worker may take from claim to completion. Well above the longest that its function runs, so
/// that a claim whose lease has run out has nobody at work on it.
const LEASE: Duration = Duration::from_secs(300);
/// How long the table knows of a mail. No stream and no dead-letter queue brings a record again so late.
const KEPT_SECONDS: i64 = 180 * 24 * 60 * 60;
/// The owner partition of every mail that is not safely on its way: claimed, waiting, unknown or failed, sent
/// back or called unwanted. A mail that was sent leaves it, and so does one that somebody dismissed, so the
/// list of what needs somebody's eye stays short.
pub const OPEN_MAILS: &str = "MAILS#OPEN";

/// The mails of the table.
#[derive(Debug, Clone)]
pub struct Mails {
    table: Table,
    lease: Duration,
}

impl Mails {
    /// The mails of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table, lease: LEASE }
    }

    /// The same with another lease, for whoever cannot wait for it.
    #[must_use]
    pub fn with_lease(self, lease: Duration) -> Self {
        Self { lease, ..self }
    }

    /// What the table knows of a mail.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self, id: &MailId) -> Result<Option<MailItem>, StoreError> {
        let Some(found) = self.table.get(&Key::mail(id), true).await? else { return Ok(None) };
        let reader = Reader::new(found);
        if reader.has_expired(Micros::now()) {
            return Ok(None);
        }
        Ok(Some(self.as_of_now(MailItem::read(reader)?)))
    }

    /// A mail as it is to be understood now: a claim whose lease has run out is an unknown outcome, whether
    /// or not anybody wrote that down.
    fn as_of_now(&self, mail: MailItem) -> MailItem {
        match mail.state {
            MailState::Claimed if self.has_run_out(mail.since) => {
                MailItem { state: MailState::Unknown, ..mail }
            }
            MailState::Claimed
            | MailState::Waiting
            | MailState::Sent
            | MailState::Failed
            | MailState::Unknown => mail,
        }
    }

    fn has_run_out(&self, claimed: Micros) -> bool {
        let lease = i64::try_from(self.lease.as_micros()).unwrap_or(i64::MAX);
        claimed.0.saturating_add(lease) <= Micros::now().0
    }
}

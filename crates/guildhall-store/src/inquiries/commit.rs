//! Committing what happened to an inquiry.

use guildhall_domain::inquiry::{Inquiry, InquiryEvent};

use super::{Inquiries, living};
use crate::changes::Changes;
use crate::item::{Attributes, EVENTS, event_entry, lead_of, moved, number, stamped};
use crate::keys::Key;
use crate::table::{VERSION, Written};
use crate::{Micros, StoreError};

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InquiryCommit {
    /// It is written.
    Done,
    /// Somebody was faster; this is how the inquiry stands now, or `None` if it is gone.
    Conflict(Option<Box<Inquiry>>),
}

impl Inquiries {
    /// Writes the newest event of an inquiry, provided that nothing happened since it was read.
    ///
    /// `after` is the inquiry after exactly one [`Inquiry::apply`] that told of something.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn commit(&self, after: &Inquiry) -> Result<InquiryCommit, StoreError> {
        let Some(event) = after.events.last() else {
            return Err(StoreError::Unwritable("an inquiry without events".to_owned()));
        };
        let mut changes = Changes::default();
        let columns = stamped(after.version, Micros::now()).into_iter().chain(moved(after));
        for (name, value) in columns.chain(lead_of(after)) {
            changes = changes.put(name, Some(value));
        }
        let mut changes = changes.append(EVENTS, event_entry(event)?);
        let expected = number(event.seq.saturating_sub(1));
        let condition = format!("{} = {}", changes.name(VERSION), changes.value("expected", expected));
        let update = self.table.update(&Key::inquiry(&after.id), changes, condition)?;
        match self.table.update_alone(update).await? {
            Written::Done => Ok(InquiryCommit::Done),
            Written::Refused(there) => conflict(there, event),
        }
    }
}

/// What a failed condition means. If the event itself stands in the inquiry already, an earlier attempt of
/// this very write went through and only its answer was lost.
fn conflict(there: Option<Attributes>, event: &InquiryEvent) -> Result<InquiryCommit, StoreError> {
    let there = match there {
        Some(item) => living(item)?.map(|(inquiry, _)| inquiry),
        None => None,
    };
    let is_written = there.as_ref().is_some_and(|inquiry| inquiry.events.contains(event));
    if is_written { Ok(InquiryCommit::Done) } else { Ok(InquiryCommit::Conflict(there.map(Box::new))) }
}

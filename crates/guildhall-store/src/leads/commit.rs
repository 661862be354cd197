//! Committing what happened to a lead: one conditional write, or one transaction when the referral
//! history moves along.

use aws_sdk_dynamodb::types::Update;
use guildhall_domain::lead::{Event, EventKind, Lead};
use guildhall_domain::referral::{Booked, change_of};

use super::Leads;
use crate::changes::Changes;
use crate::item::{
    Attributes, LeadItem, Sight, StoredEvent, TIMELINE, form_columns, moving_columns, nested, number, text,
};
use crate::keys::Key;
use crate::table::{VERSION, Written};
use crate::{Micros, StoreError};

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Commit {
    /// It is written.
    Done,
    /// Somebody was faster; this is how the lead stands now, or `None` if it is gone.
    Conflict(Option<Box<Lead>>),
}

impl Leads {
    /// Writes the newest event of a lead and what follows from it, provided that the lead still is what
    /// the event was decided on: its version AND its status are part of the condition.
    ///
    /// `after` is the lead after exactly one [`Lead::apply`].
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn commit(&self, after: &Lead) -> Result<Commit, StoreError> {
        let event = newest(after)?;
        self.commit_booked(after, Booked::at(event.at)).await
    }

    /// As [`Self::commit`], with what the event earns booked at another moment, or in a period that has ended.
    ///
    /// # Errors
    /// As [`Self::commit`].
    pub async fn commit_booked(&self, after: &Lead, booked: Booked) -> Result<Commit, StoreError> {
        let event = newest(after)?;
        let update = self.update_of(after, event)?;
        let written = match change_of(after, event) {
            None => self.table.update_alone(update).await?,
            Some(change) => self.update_with_referral(update, after, event, &change, booked).await?,
        };
        match written {
            Written::Done => Ok(Commit::Done),
            Written::Refused(there) => conflict(there, event),
        }
    }

    fn update_of(&self, after: &Lead, event: &Event) -> Result<Update, StoreError> {
        let from = event.change.and_then(|change| change.from).unwrap_or(after.status);
        let mut changes = Changes::default();
        let corrected = match &event.kind {
            EventKind::InformationProvided { .. } | EventKind::DetailsCorrected { .. } => {
                form_columns(&after.form)?.into()
            }
            _ => Vec::new(),
        };
        let moving = moving_columns(after, Micros::now())?;
        for (name, value) in moving.into_iter().chain(Sight::of(after).moving()?).chain(corrected) {
            changes = changes.put(name, value);
        }
        let mut changes = changes.append(TIMELINE, nested(&[StoredEvent::from(event)])?);
        let condition = format!(
            "{} = {} AND {} = {}",
            changes.name(VERSION),
            changes.value("expected", number(event.seq.saturating_sub(1))),
            changes.name("status"),
            changes.value("from", text(from.code())),
        );
        self.table.update(&Key::lead(&after.id), changes, condition)
    }
}

fn newest(lead: &Lead) -> Result<&Event, StoreError> {
    lead.timeline.last().ok_or_else(|| StoreError::Unwritable("a lead without events".to_owned()))
}

/// What a failed condition means. If the event itself stands in the lead already, an earlier attempt of
/// this very write went through and only its answer was lost.
fn conflict(there: Option<Attributes>, event: &Event) -> Result<Commit, StoreError> {
    let there = there.and_then(LeadItem::living).map(LeadItem::read).transpose()?;
    let is_written = there.as_ref().is_some_and(|lead| lead.timeline.contains(event));
    if is_written { Ok(Commit::Done) } else { Ok(Commit::Conflict(there.map(Box::new))) }
}

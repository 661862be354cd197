//! Claiming a mail: at most one worker at a time has it, and none after it was sent.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{ReturnValue, ReturnValuesOnConditionCheckFailure};

use super::item::{ATTEMPT, RECORD, SINCE, STATE, state};
use super::{KEPT_SECONDS, MailItem, MailRecord, MailState, Mails, OPEN_MAILS};
use crate::changes::Changes;
use crate::item::{Attributes, Reader, kind, nested, number, text};
use crate::keys::Key;
use crate::table::{EXPIRES_AT, GSI1PK, GSI1SK, PK, SK, TYPE};
use crate::{MailId, Micros, StoreError};

/// The right to send one mail once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Which mail.
    pub id: MailId,
    /// The how-manieth try this is, from 1.
    pub attempt: u64,
}

/// What came of asking for a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claiming {
    /// It is ours to send.
    Ours(Claim),
    /// Somebody else is sending it right now.
    Busy,
    /// There is nothing to do; this is how it stands: sent, failed or unknown.
    Settled(MailState),
}

impl Mails {
    /// Claims a mail before it is sent. An old claim without an ending is marked as *unknown* here.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn claim(&self, record: &MailRecord) -> Result<Claiming, StoreError> {
        let id = record.id();
        let now = Micros::now();
        let mut changes = Changes::default()
            .put(TYPE, Some(text(kind::MAIL)))
            .put(RECORD, Some(nested(record)?))
            .put(STATE, Some(state(MailState::Claimed)))
            .put(SINCE, Some(number(now.0)))
            .put(EXPIRES_AT, Some(number(now.seconds() + KEPT_SECONDS)))
            .put(GSI1PK, Some(text(OPEN_MAILS)))
            .put(GSI1SK, Some(text(now.padded())))
            .count_up(ATTEMPT);
        let condition = format!(
            "attribute_not_exists({PK}) OR {} = {}",
            changes.name(STATE),
            changes.value("waiting", state(MailState::Waiting))
        );
        match self.change(&id, changes, condition).await? {
            Change::Done(written) => {
                let attempt = Reader::new(written).number(ATTEMPT)?;
                Ok(Claiming::Ours(Claim { id, attempt }))
            }
            Change::Refused(found) => self.met(&id, found).await,
        }
    }

    /// What it means that the mail was there already.
    async fn met(&self, id: &MailId, found: Option<Attributes>) -> Result<Claiming, StoreError> {
        let Some(found) = found else { return Ok(Claiming::Busy) };
        let mail = MailItem::read(Reader::new(found))?;
        match mail.state {
            MailState::Sent | MailState::Failed | MailState::Unknown => Ok(Claiming::Settled(mail.state)),
            // It was waiting a moment ago, or is about to be settled: the next try will see.
            MailState::Waiting => Ok(Claiming::Busy),
            MailState::Claimed if !self.has_run_out(mail.since) => Ok(Claiming::Busy),
            MailState::Claimed => {
                let claim = Claim { id: *id, attempt: mail.attempt.unwrap_or_default() };
                let is_marked = self.mark_unknown(&claim).await?;
                Ok(if is_marked { Claiming::Settled(MailState::Unknown) } else { Claiming::Busy })
            }
        }
    }

    /// One conditional write of a mail.
    pub(super) async fn change(
        &self,
        id: &MailId,
        changes: Changes,
        condition: String,
    ) -> Result<Change, StoreError> {
        let (expression, names, values) = changes.finish();
        let key = Key::mail(id);
        let request = self.table.client().update_item().table_name(self.table.name());
        let answer = request
            .key(PK, text(&key.pk))
            .key(SK, text(&key.sk))
            .update_expression(expression)
            .condition_expression(condition)
            .set_expression_attribute_names(Some(names))
            .set_expression_attribute_values(Some(values))
            .return_values(ReturnValue::UpdatedNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .set_return_consumed_capacity(self.table.metering())
            .send()
            .await;
        let error = match answer {
            Ok(answer) => {
                self.table.note("UpdateItem", answer.consumed_capacity.as_slice());
                return Ok(Change::Done(answer.attributes.unwrap_or_default()));
            }
            Err(error) => error,
        };
        self.table.note("UpdateItem", &[]);
        match error.as_service_error() {
            Some(UpdateItemError::ConditionalCheckFailedException(failed)) => {
                Ok(Change::Refused(failed.item().cloned()))
            }
            _ => Err(StoreError::of("UpdateItem", &error)),
        }
    }
}

/// What came of a conditional write.
pub(super) enum Change {
    /// It is written; what was written.
    Done(Attributes),
    /// The condition failed; what stood there.
    Refused(Option<Attributes>),
}

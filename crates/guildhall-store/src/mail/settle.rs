//! What became of a claimed mail. Each of these is a conditional write on the claim itself, so a worker
//! that comes back late cannot overwrite what happened since.

use super::claim::{Change, Claim};
use super::item::{ATTEMPT, DELIVERY, DISMISSED, FULL_AT, MESSAGE, OUTCOMES, REASON, SINCE, STATE, state};
use super::{MailItem, MailState, Mails, OPEN_MAILS};
use crate::changes::Changes;
use crate::item::{Attributes, Reader, number, text};
use crate::table::{GSI1PK, GSI1SK};
use crate::{Micros, StoreError};

impl Mails {
    /// The mail was handed over. Known for sure, so it also settles an outcome that somebody meanwhile
    /// thought unknown. `false` if the claim is no longer ours.
    ///
    /// # Errors
    /// When the table does not answer. The outcome is then unknown to everybody else.
    pub async fn complete(&self, claim: &Claim, message: &str) -> Result<bool, StoreError> {
        let changes = to(MailState::Sent)
            .put(MESSAGE, Some(text(message)))
            .put(REASON, None)
            .put(GSI1PK, None)
            .put(GSI1SK, None);
        match self.try_to_settle(claim, changes, &[MailState::Claimed, MailState::Unknown]).await? {
            Change::Done(_) => Ok(true),
            Change::Refused(None) => Ok(false),
            // The carrier told of the mail before we came to write it down.
            Change::Refused(Some(found)) => {
                let mail = MailItem::read(Reader::new(found))?;
                let is_ours = mail.attempt == Some(claim.attempt) && mail.message.as_deref() == Some(message);
                Ok(is_ours && mail.state == MailState::Sent)
            }
        }
    }

    /// The mail certainly did not go out, and may be sent later. `false` if the claim is no longer ours.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn release(&self, claim: &Claim) -> Result<bool, StoreError> {
        self.settle(claim, to(MailState::Waiting), &[MailState::Claimed]).await
    }

    /// The mail was refused for good; `reason` is the carrier's code, never its words, which may quote an
    /// address. `false` if the claim is no longer ours.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn fail(&self, claim: &Claim, reason: &str) -> Result<bool, StoreError> {
        let changes = to(MailState::Failed).put(REASON, Some(text(reason)));
        self.settle(claim, changes, &[MailState::Claimed]).await
    }

    /// Nobody knows whether the mail went out. `false` if the claim is no longer there.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn mark_unknown(&self, claim: &Claim) -> Result<bool, StoreError> {
        self.settle(claim, to(MailState::Unknown), &[MailState::Claimed]).await
    }

    async fn settle(&self, claim: &Claim, changes: Changes, from: &[MailState]) -> Result<bool, StoreError> {
        Ok(matches!(self.try_to_settle(claim, changes, from).await?, Change::Done(_)))
    }

    async fn try_to_settle(
        &self,
        claim: &Claim,
        mut changes: Changes,
        from: &[MailState],
    ) -> Result<Change, StoreError> {
        let attempt = changes.name(ATTEMPT);
        let ours = changes.value("ours", number(claim.attempt));
        let status = changes.name(STATE);
        let from: Vec<_> =
            from.iter().map(|one| changes.value(&format!("from_{}", one.code()), state(*one))).collect();
        let condition = format!("{attempt} = {ours} AND {status} IN ({})", from.join(", "));
        self.change(&claim.id, changes, condition).await
    }
}

/// The changes that every move of the state makes.
pub(super) fn to(new: MailState) -> Changes {
    Changes::default().put(STATE, Some(state(new))).put(SINCE, Some(number(Micros::now().0)))
}

/// Puts a mail among the open ones, as the newest of them, or takes it out.
pub(super) fn opened(changes: Changes, is_open: bool, now: Micros) -> Changes {
    changes.put(GSI1PK, is_open.then(|| text(OPEN_MAILS))).put(GSI1SK, is_open.then(|| text(now.padded())))
}

/// The condition that a mail stands as it was read, in everything that decides what may come next.
pub(super) fn as_read(changes: &mut Changes, read: &Attributes) -> String {
    let decisive = [STATE, ATTEMPT, MESSAGE, DELIVERY, REASON, OUTCOMES, DISMISSED, FULL_AT];
    let conditions = decisive.map(|attribute| {
        let name = changes.name(attribute);
        match read.get(attribute) {
            None => format!("attribute_not_exists({name})"),
            Some(value) => format!("{name} = {}", changes.value(&format!("read_{attribute}"), value.clone())),
        }
    });
    conditions.join(" AND ")
}

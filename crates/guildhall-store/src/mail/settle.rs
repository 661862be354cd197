//! What became of a claimed mail. Each of these is a conditional write on the claim itself, so a worker
//! that comes back late cannot overwrite what happened since.

use super::claim::{Change, Claim};
use super::item::{ATTEMPT, MESSAGE, REASON, SINCE, STATE, state};
use super::{MailId, MailState, Mails};
use crate::changes::Changes;
use crate::item::{number, text};
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
        self.settle(claim, changes, &[MailState::Claimed, MailState::Unknown]).await
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

    async fn settle(
        &self,
        claim: &Claim,
        mut changes: Changes,
        from: &[MailState],
    ) -> Result<bool, StoreError> {
        let attempt = changes.name(ATTEMPT);
        let ours = changes.value("ours", number(claim.attempt));
        let status = changes.name(STATE);
        let from: Vec<_> =
            from.iter().map(|one| changes.value(&format!("from_{}", one.code()), state(*one))).collect();
        let condition = format!("{attempt} = {ours} AND {status} IN ({})", from.join(", "));
        Ok(matches!(self.change(&claim.id, changes, condition).await?, Change::Done(_)))
    }

    /// Somebody decided that a mail shall be sent again, though it may arrive twice. It waits from now on;
    /// the write itself is what tells the worker. `false` if the mail is not there, or neither failed nor
    /// unknown.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn send_again(&self, id: &MailId) -> Result<bool, StoreError> {
        let Some(mail) = self.get(id).await? else { return Ok(false) };
        let mut changes = to(MailState::Waiting);
        let from = match mail.state {
            MailState::Failed => MailState::Failed,
            // Nobody may have written down yet that a claim has run out.
            MailState::Unknown => {
                let claim = Claim { id: *id, attempt: mail.attempt.unwrap_or_default() };
                self.mark_unknown(&claim).await?;
                MailState::Unknown
            }
            MailState::Claimed | MailState::Waiting | MailState::Sent => return Ok(false),
        };
        let condition = format!("{} = {}", changes.name(STATE), changes.value("from", state(from)));
        Ok(matches!(self.change(id, changes, condition).await?, Change::Done(_)))
    }
}

/// The changes that every move of the state makes.
fn to(new: MailState) -> Changes {
    Changes::default().put(STATE, Some(state(new))).put(SINCE, Some(number(Micros::now().0)))
}

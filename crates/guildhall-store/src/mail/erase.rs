//! Erasing what a mail tells of. The claim stays: it is what keeps the mail from being sent a second time.

use super::claim::Change;
use super::item::{DELIVERY, MESSAGE, OUTCOMES, REASON, STATE, state};
use super::{MailId, MailState, Mails};
use crate::StoreError;
use crate::changes::Changes;
use crate::item::text;
use crate::table::{GSI1PK, GSI1SK, PK};

/// Why a mail that tells of an erased thing is never sent again.
pub(super) const ERASED: &str = "erased";

impl Mails {
    /// What the mail told of was erased: the carrier's own ids go, and nobody may send or dismiss it any more. `false` if
    /// there is no such mail, or it is known already.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn erase(&self, id: &MailId) -> Result<bool, StoreError> {
        let mut changes =
            Changes::default().put(STATE, Some(state(MailState::Failed))).put(REASON, Some(text(ERASED)));
        for gone in [MESSAGE, DELIVERY, OUTCOMES, GSI1PK, GSI1SK] {
            changes = changes.put(gone, None);
        }
        let reason = changes.name(REASON);
        let erased = changes.value("known", text(ERASED));
        let condition =
            format!("attribute_exists({PK}) AND (attribute_not_exists({reason}) OR {reason} <> {erased})");
        Ok(matches!(self.change(id, changes, condition).await?, Change::Done(_)))
    }
}

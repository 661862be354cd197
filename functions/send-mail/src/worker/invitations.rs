//! What is told to whoever is invited. How far the mail comes shows on the invitation.

use guildhall_domain::delivery::Delivery;
use guildhall_domain::organisation::{Invitation, InvitationState};
use guildhall_store::{Kept, MailRecord};

use super::{SendMail, Trouble};
use crate::{Mailer, invitation};

/// The code of a mail that somebody sends again once the invitation is another, or none any more.
const CLOSED: &str = "Closed";

impl<M: Mailer> SendMail<M> {
    /// Each time that an invitation is sent out or renewed is a revision of it, and a mail.
    pub(super) async fn tell_of_invitation(&self, invitation: &Kept<Invitation>) -> Result<(), Trouble> {
        let (revision, id) = (invitation.revision, invitation.value.id);
        let mail = invitation::mail(&invitation.value, revision, &self.site)?;
        if let Some(delivery) = self.post.send(&mail).await?.delivery() {
            self.members.record_delivery(id, revision, delivery).await?;
        }
        Ok(())
    }

    /// Somebody decided to send the mail again.
    pub(super) async fn tell_of_invitation_again(
        &self,
        invitation: &Kept<Invitation>,
        record: &MailRecord,
    ) -> Result<(), Trouble> {
        let is_the_same =
            invitation.revision == record.event && invitation.value.state == InvitationState::Open;
        if !is_the_same {
            // It waits in the books, and must not do so for ever.
            self.post.give_up(record, CLOSED).await?;
            return Ok(());
        }
        self.members.record_delivery(invitation.value.id, record.event, Delivery::Pending).await?;
        self.tell_of_invitation(invitation).await
    }
}

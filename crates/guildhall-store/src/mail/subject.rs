//! What mails tell of shows how its mail stands: leads, inquiries and invitations do.

use guildhall_domain::delivery::Delivery;
use guildhall_domain::ids::InquiryId;
use guildhall_domain::notice::{Audience, Topic};
use guildhall_domain::organisation::InvitationId;

use super::MailRecord;
use crate::keys::Key;
use crate::{Inquiries, Leads, Members, StoreError, Table};

/// The number of an inquiry's event that its mails tell of: the sending itself.
const INQUIRY_SENT: u64 = 1;

impl MailRecord {
    /// The mail that brings an inquiry to its partner.
    #[must_use]
    pub fn of_inquiry(id: &InquiryId) -> Self {
        Self::new(&Key::inquiry(id), INQUIRY_SENT, Audience::Partner.code(), Topic::Inquiry.code())
    }

    /// The mail that brings this revision of an invitation.
    #[must_use]
    pub fn of_invitation(id: InvitationId, revision: u64) -> Self {
        Self::new(&Key::invitation(id), revision, Audience::Invited.code(), Topic::Invitation.code())
    }
}

/// The leads, inquiries and invitations that mails tell of.
#[derive(Debug, Clone)]
pub struct MailSubjects {
    leads: Leads,
    inquiries: Inquiries,
    members: Members,
}

impl MailSubjects {
    /// Those of a table.
    #[must_use]
    pub fn new(table: &Table) -> Self {
        let (leads, inquiries) = (Leads::new(table.clone()), Inquiries::new(table.clone()));
        Self { leads, inquiries, members: Members::new(table.clone()) }
    }

    /// Notes at what a mail tells of how far the mail came, by the rules of [`Leads::record_delivery`],
    /// [`Inquiries::record_delivery`] and [`Members::record_delivery`]. Of an inquiry's mails only the one to the partner carries it.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn note(&self, mail: &MailRecord, delivery: Delivery) -> Result<(), StoreError> {
        if let Some(lead) = mail.lead() {
            self.leads.record_delivery(&lead, mail, delivery).await?;
        }
        if let Some(inquiry) = mail.inquiry()
            && mail.audience == Audience::Partner.code()
        {
            self.inquiries.record_delivery(&inquiry, delivery).await?;
        }
        if let Some(invitation) = mail.invitation() {
            self.members.record_delivery(invitation, mail.event, delivery).await?;
        }
        Ok(())
    }
}

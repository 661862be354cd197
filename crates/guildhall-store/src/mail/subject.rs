//! What mails tell of shows how its mail stands: leads and inquiries do.

use guildhall_domain::delivery::Delivery;
use guildhall_domain::ids::InquiryId;
use guildhall_domain::notice::{Audience, Topic};

use super::MailRecord;
use crate::keys::Key;
use crate::{Inquiries, Leads, StoreError, Table};

/// The number of an inquiry's event that its mails tell of: the sending itself.
const INQUIRY_SENT: u64 = 1;

impl MailRecord {
    /// The mail that brings an inquiry to its partner.
    #[must_use]
    pub fn of_inquiry(id: &InquiryId) -> Self {
        Self::new(&Key::inquiry(id), INQUIRY_SENT, Audience::Partner.code(), Topic::Inquiry.code())
    }
}

/// The leads and inquiries that mails tell of.
#[derive(Debug, Clone)]
pub struct MailSubjects {
    leads: Leads,
    inquiries: Inquiries,
}

impl MailSubjects {
    /// Those of a table.
    #[must_use]
    pub fn new(table: &Table) -> Self {
        Self { leads: Leads::new(table.clone()), inquiries: Inquiries::new(table.clone()) }
    }

    /// Notes at what a mail tells of how far the mail came, by the rules of [`Leads::record_delivery`] and
    /// [`Inquiries::record_delivery`]. Of an inquiry's mails only the one to the partner carries it.
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
        Ok(())
    }
}

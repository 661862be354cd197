//! What is told of inquiries.

use guildhall_domain::inquiry::{Delivery, Inquiry};
use guildhall_store::MailRecord;
use guildhall_store::keys::Key;

use super::{SendMail, Trouble};
use crate::{Audience, Mailer, inquiry};

impl<M: Mailer> SendMail<M> {
    /// Trouble with one of the mails does not keep the other back, unless that would meet the same.
    pub(super) async fn tell_of_inquiry(&self, inquiry: &Inquiry, source: &Key) -> Result<(), Trouble> {
        let told_partner = self.tell_partner(inquiry, source).await;
        if let Err(trouble) = &told_partner
            && trouble.holds_up_others()
        {
            return told_partner;
        }
        self.tell_merchant(inquiry, source).await?;
        told_partner
    }

    /// What becomes of the partner's mail shows in the inquiry, wherever it is shown.
    async fn tell_partner(&self, inquiry: &Inquiry, source: &Key) -> Result<(), Trouble> {
        let posted = self.post.send(&inquiry::to_partner(inquiry, source, &self.site)?).await?;
        if let Some(delivery) = posted.delivery() {
            self.inquiries.record_delivery(&inquiry.id, delivery).await?;
        }
        Ok(())
    }

    async fn tell_merchant(&self, inquiry: &Inquiry, source: &Key) -> Result<(), Trouble> {
        self.post.send(&inquiry::to_merchant(inquiry, source, &self.site)?).await?;
        Ok(())
    }

    /// Somebody decided to send one of the mails again.
    pub(super) async fn tell_of_inquiry_again(
        &self,
        inquiry: &Inquiry,
        record: &MailRecord,
    ) -> Result<(), Trouble> {
        let source = record.source();
        match Audience::of_code(&record.audience) {
            Some(Audience::Partner) => {
                self.inquiries.record_delivery(&inquiry.id, Delivery::Pending).await?;
                self.tell_partner(inquiry, &source).await
            }
            Some(Audience::Merchant) => self.tell_merchant(inquiry, &source).await,
            _ => Ok(()),
        }
    }
}

//! What is told of leads. What becomes of each mail shows on the lead.

use guildhall_domain::delivery::Delivery;
use guildhall_domain::lead::{Event, Lead};
use guildhall_domain::notice::{Telling, told_of};
use guildhall_store::MailRecord;
use guildhall_store::keys::Key;

use super::{SendMail, Trouble};
use crate::lead::{self, AddressBook, Recipient};
use crate::{Audience, Mailer};

/// The code of a mail that somebody sends again to a reader who does not want it any more.
const NOT_WANTED: &str = "NotWanted";

impl<M: Mailer> SendMail<M> {
    /// Everything that the events of one write call for. Trouble with one mail does not keep the others back,
    /// unless they would only meet the same.
    pub(super) async fn tell_of_events(&self, lead: &Lead, events: &[Event]) -> Result<(), Trouble> {
        let book = AddressBook::look_up(&self.people, &self.roster, lead, events).await?;
        let mut told = Ok(());
        for event in events {
            for telling in told_of(lead, event) {
                let recipient = book.recipient(telling, lead, event);
                if let Err(trouble) = self.tell_one(lead, event, telling, &recipient).await {
                    if trouble.holds_up_others() {
                        return Err(trouble);
                    }
                    told = told.and(Err(trouble));
                }
            }
        }
        told
    }

    async fn tell_one(
        &self,
        lead: &Lead,
        event: &Event,
        telling: &Telling,
        recipient: &Recipient,
    ) -> Result<(), Trouble> {
        let record = record(lead, event, telling);
        let delivery = match recipient {
            Recipient::Nobody => None,
            Recipient::NotWanted => Some(Delivery::NotWanted),
            Recipient::Unreachable(code) => self.post.give_up(&record, code).await?.delivery(),
            Recipient::Reader(reader) => {
                let mail = lead::mail(lead, event, telling, reader, &self.site)?;
                self.post.send(&mail).await?.delivery()
            }
        };
        if let Some(delivery) = delivery {
            self.leads.record_delivery(&lead.id, &record, delivery).await?;
        }
        Ok(())
    }

    /// Somebody decided to send one of the mails again: it tells of the same event, to whoever plays the part now.
    pub(super) async fn tell_of_event_again(&self, lead: &Lead, record: &MailRecord) -> Result<(), Trouble> {
        let Some(event) = lead.timeline.iter().find(|event| event.seq == record.event) else {
            return Ok(());
        };
        let Some(audience) = Audience::of_code(&record.audience) else { return Ok(()) };
        let Some(telling) = told_of(lead, event).find(|telling| telling.audience == audience) else {
            return Ok(());
        };
        let events = std::slice::from_ref(event);
        let recipient = AddressBook::look_up(&self.people, &self.roster, lead, events)
            .await?
            .recipient(telling, lead, event);
        self.leads.record_delivery(&lead.id, record, Delivery::Pending).await?;
        if matches!(recipient, Recipient::Nobody | Recipient::NotWanted) {
            // It waits in the books, and must not do so for ever.
            self.post.give_up(record, NOT_WANTED).await?;
        }
        self.tell_one(lead, event, telling, &recipient).await
    }
}

fn record(lead: &Lead, event: &Event, telling: &Telling) -> MailRecord {
    MailRecord::new(&Key::lead(&lead.id), event.seq, telling.audience.code(), telling.topic.code())
}

//! Notes what the carrier tells of mails on their way: on the mail, and on what it tells of.
//!
//! The carrier's reports come in any order and more than once. On the mail they are told apart by attempt
//! ([`Mails::record_delivery`]); what the mail tells of takes over how the mail stands then, so a report
//! that was handled half-way is finished when it comes again.

mod ses;

use guildhall_domain::delivery::Delivery;
use guildhall_store::{CarrierCode, MailItem, MailSubjects, Mails, Reported, StoreError, Table};
use guildhall_worker::{Event, EventWorker, WorkError};
use tracing::{info, warn};

/// How often what a mail tells of is brought in line with it, when somebody sends it again meanwhile.
const TRIES: u32 = 3;

/// Notes deliveries.
#[derive(Debug)]
pub struct RecordDelivery {
    mails: Mails,
    subjects: MailSubjects,
}

impl RecordDelivery {
    /// Writes to this table.
    #[must_use]
    pub fn new(table: &Table) -> Self {
        Self { mails: Mails::new(table.clone()), subjects: MailSubjects::new(table) }
    }

    /// Notes at what a mail tells of how the mail stands. If somebody sends it again at the same moment, what was
    /// just noted may be about the attempt before, so it is looked at once more.
    async fn bring_in_line(&self, mut mail: MailItem) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            self.subjects.note(&mail.record, mail.delivery()).await?;
            if !mail.delivery().may_be_sent_again() {
                return Ok(());
            }
            let Some(now) = self.mails.get(&mail.id).await? else { return Ok(()) };
            if now.attempt == mail.attempt && now.delivery() == mail.delivery() {
                return Ok(());
            }
            self.subjects.note(&now.record, Delivery::Pending).await?;
            mail = now;
        }
        Ok(())
    }
}

impl EventWorker for RecordDelivery {
    async fn handle(&self, event: &Event) -> Result<(), WorkError> {
        let Some((id, report)) = ses::read(event)? else {
            info!(event = event.id, kind = event.kind, "nothing about the way of one of our mails");
            return Ok(());
        };
        let (delivery, code) = (report.delivery.code(), report.code.map(CarrierCode::code));
        match self.mails.record_delivery(&id, &report).await? {
            Reported::Present(mail) => {
                info!(mail = %id, delivery, code, now = mail.delivery().code(), "the carrier told of a mail");
                self.bring_in_line(*mail).await?;
            }
            Reported::Past => info!(mail = %id, delivery, code, "the carrier told of an earlier attempt"),
            // Whoever sends it is about to write it down: the event comes again in a minute.
            Reported::TooEarly => return Err(WorkError::Passing("the mail is being sent".to_owned())),
            Reported::Missing => {
                warn!(mail = %id, delivery, code, "the carrier told of a mail that is not here");
            }
        }
        Ok(())
    }
}

//! What became of the mails about a lead.

use guildhall_domain::delivery::Delivery;
use guildhall_domain::ids::LeadId;

use super::Leads;
use crate::changes::Changes;
use crate::item::{MAILS, StoredTold, UNDELIVERED, nested, number, text};
use crate::keys::Key;
use crate::mail::MailRecord;
use crate::table::{CHANGED_AT, GSI1SK, TYPE, Written};
use crate::{Micros, StoreError, kind};

/// How often a note that met another one starts over.
const TRIES: u32 = 8;

impl Leads {
    /// Notes at the lead how far a mail about it came; `false` if that is known already, or something that comes after
    /// it, or there is no such lead. The lead's version stays, since nothing happened to the lead itself.
    ///
    /// # Errors
    /// When the table does not answer, or the lead's mails keep changing all the while.
    pub async fn record_delivery(
        &self,
        id: &LeadId,
        mail: &MailRecord,
        delivery: Delivery,
    ) -> Result<bool, StoreError> {
        for _ in 0..TRIES {
            let Some(lead) = self.get(id).await? else { return Ok(false) };
            let mail_id = mail.id().to_string();
            let known = lead.mails.iter().find(|told| told.mail == mail_id).map(|told| told.delivery);
            let is_news = known.is_none_or(|known| {
                delivery.follows().contains(&known)
                    || (delivery == Delivery::Pending && known.may_be_sent_again())
            });
            if !is_news {
                return Ok(false);
            }
            let others = lead.mails.iter().filter(|told| told.mail != mail_id);
            let undelivered =
                delivery.needs_an_eye() || others.into_iter().any(|told| told.delivery.needs_an_eye());
            let note = StoredTold { seq: mail.event, audience: mail.audience.clone(), delivery };
            if self.note(id, &mail_id, note, known, undelivered).await? {
                return Ok(true);
            }
        }
        Err(StoreError::of_code("UpdateItem", Some("TransactionConflict")))
    }

    async fn note(
        &self,
        id: &LeadId,
        mail: &str,
        note: StoredTold,
        known: Option<Delivery>,
        undelivered: bool,
    ) -> Result<bool, StoreError> {
        let now = Micros::now();
        let place = format!("{MAILS}.{mail}");
        let undelivered = undelivered.then_some(aws_sdk_dynamodb::types::AttributeValue::Bool(true));
        let mut changes = Changes::default()
            .put(&place, Some(nested(&note)?))
            .put(UNDELIVERED, undelivered)
            .put(CHANGED_AT, Some(number(now.0)))
            .put(GSI1SK, Some(text(now.padded())));
        let is_lead = format!("{} = {}", changes.name(TYPE), changes.value("lead", text(kind::LEAD)));
        let as_known = match known {
            None => format!("attribute_not_exists({})", changes.name(&place)),
            Some(known) => {
                let delivery = changes.name(&format!("{place}.delivery"));
                format!("{delivery} = {}", changes.value("known", nested(&known)?))
            }
        };
        let update = self.table.update(&Key::lead(id), changes, format!("{is_lead} AND {as_known}"))?;
        Ok(matches!(self.table.update_alone(update).await?, Written::Done))
    }
}

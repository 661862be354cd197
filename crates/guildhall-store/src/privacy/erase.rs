//! Erasing what is tied to a person, as the table of treatments says.

use guildhall_domain::privacy::{Fate, Holding, STRUCK, Tie, treatment};
use serde_json::Value;

use super::data::named;
use super::dependents::{Dependents, dependents};
use super::marks::Marks;
use super::{Held, Privacy};
use crate::changes::Changes;
use crate::item::{
    Attributes, Reader, audit_item, kind, note_erased_words, number, read_audit, read_inquiry, text,
};
use crate::keys::{self, Key};
use crate::table::{CHANGED_AT, GSI1SK, TYPE, VERSION, Written};
use crate::{Inquiries, Leads, Mails, Marketplace, Members, Micros, Reviews, StoreError};

/// How often an item that changed in between is taken up again.
const TRIES: u32 = 8;
/// The merchant of a referral record.
const MERCHANT: &str = "record.merchant";

impl Privacy {
    /// Does with an item what is to be done with it, and tells what was done.
    pub(super) async fn treat(
        &self,
        holding: Holding,
        key: &Key,
        item: Attributes,
        ties: &[Tie],
        marks: &Marks<'_>,
        held: &mut Vec<Held>,
    ) -> Result<(), StoreError> {
        let treatment = treatment(holding);
        for tie in ties {
            let is_done = match (tie, treatment.of(*tie)) {
                (_, Fate::Kept) => false,
                (Tie::Own, Fate::Erased) => {
                    let hanging = dependents(holding, key, &item)?;
                    self.treat_dependents(hanging, held).await?;
                    self.replace_with_mark(holding, key, &item).await?
                }
                (_, Fate::Deleted) => {
                    let hanging = dependents(holding, key, &item)?;
                    self.treat_dependents(hanging, held).await?;
                    self.delete(holding, key, &item).await?;
                    true
                }
                (Tie::Own, Fate::Blanked) => self.blank(holding, key, &item).await?,
                (Tie::Mentioned | Tie::Signed, Fate::Blanked | Fate::Erased) => {
                    self.strike(holding, key, item.clone(), *tie, marks).await?
                }
            };
            if is_done {
                held.push(named(holding, key, *tie, Value::Null));
            }
        }
        Ok(())
    }

    async fn treat_dependents(&self, hanging: Dependents, held: &mut Vec<Held>) -> Result<(), StoreError> {
        // Where there is no record, its name cannot be struck out.
        if let Some(referral) = &hanging.referral
            && !self.table.get_many(&[referral]).await?.is_empty()
            && self.blank_referral(referral).await?
        {
            held.push(named(Holding::Referral, referral, Tie::Own, Value::Null));
        }
        let mails = Mails::new(self.table.clone());
        for mail in &hanging.mails {
            if mails.erase(mail).await? {
                held.push(named(Holding::Mail, &Key::mail(mail), Tie::Own, Value::Null));
            }
        }
        for entry in &hanging.entries {
            // Also where nobody has written it yet: whoever does so later finds this one in place.
            self.table.put(audit_item(entry, Micros::now())?).await?;
            held.push(named(Holding::Audit, &Key::audit(entry.month(), entry.id), Tie::Own, Value::Null));
        }
        Ok(())
    }

    async fn replace_with_mark(
        &self,
        holding: Holding,
        key: &Key,
        item: &Attributes,
    ) -> Result<bool, StoreError> {
        match holding {
            Holding::Lead => match keys::lead_at(&key.pk, &key.sk) {
                Some(lead) => Leads::new(self.table.clone()).erase(&lead).await,
                None => Ok(false),
            },
            Holding::Review => match keys::review_at(&key.pk, &key.sk) {
                Some(review) => Reviews::new(self.table.clone()).erase(&review).await,
                None => Ok(false),
            },
            Holding::Inquiry => {
                let (inquiry, _) = read_inquiry(Reader::new(item.clone()))?;
                Inquiries::new(self.table.clone()).erase(&inquiry).await.map(|()| true)
            }
            // No other kind is erased to a mark.
            _ => Ok(false),
        }
    }

    async fn delete(&self, holding: Holding, key: &Key, item: &Attributes) -> Result<(), StoreError> {
        match holding {
            Holding::Membership | Holding::Invitation => {
                Members::new(self.table.clone()).erase(key, item).await
            }
            _ => self.table.delete(key).await,
        }
    }

    /// Takes what is personal out of an item that stays.
    async fn blank(&self, holding: Holding, key: &Key, item: &Attributes) -> Result<bool, StoreError> {
        match holding {
            Holding::Mail => match key.pk.strip_prefix("MAIL#").and_then(|id| id.parse().ok()) {
                Some(mail) => Mails::new(self.table.clone()).erase(&mail).await,
                None => Ok(false),
            },
            Holding::Audit => {
                let entry = read_audit(Reader::new(item.clone()))?.blanked();
                self.table.put(audit_item(&entry, Micros::now())?).await.map(|()| true)
            }
            Holding::Job => Marketplace::new(self.table.clone()).erase_job(key).await,
            Holding::Conversation => Marketplace::new(self.table.clone()).erase_conversation(key).await,
            _ => self.blank_referral(key).await,
        }
    }

    async fn blank_referral(&self, key: &Key) -> Result<bool, StoreError> {
        let mut changes = Changes::default()
            .put(MERCHANT, Some(text(STRUCK)))
            .put(CHANGED_AT, Some(number(Micros::now().0)))
            .count_up(VERSION);
        let (sort, merchant) = (changes.name(TYPE), changes.name(MERCHANT));
        let referral = changes.value("sort", text(kind::REFERRAL));
        let struck = changes.value("struck", text(STRUCK));
        let condition = format!("{sort} = {referral} AND {merchant} <> {struck}");
        let update = self.table.update(key, changes, condition)?;
        Ok(matches!(self.table.update_alone(update).await?, Written::Done))
    }

    /// Strikes the person out of an item that is about somebody else. Its version stays, since nothing happened to the
    /// thing itself; lists take the change over by its time.
    async fn strike(
        &self,
        holding: Holding,
        key: &Key,
        mut item: Attributes,
        tie: Tie,
        marks: &Marks<'_>,
    ) -> Result<bool, StoreError> {
        for _ in 0..TRIES {
            let read = item.clone();
            if holding == Holding::Audit {
                item = audit_item(&read_audit(Reader::new(item))?.blanked(), Micros::now())?;
            }
            match tie {
                Tie::Signed => marks.strike_signatures(&mut item),
                Tie::Own | Tie::Mentioned => marks.strike_mentions(&mut item),
            }
            if item == read {
                return Ok(false);
            }
            if holding == Holding::Lead {
                note_erased_words(&read, &mut item)?;
            }
            if self.put_over(holding, item, &read).await? {
                return Ok(true);
            }
            let Some(now) = self.table.get(key, true).await? else { return Ok(false) };
            item = now;
        }
        Err(StoreError::of_code("PutItem", Some("TransactionConflict")))
    }

    /// Writes an item over what was read; `false` if somebody else wrote it meanwhile.
    async fn put_over(
        &self,
        holding: Holding,
        mut item: Attributes,
        read: &Attributes,
    ) -> Result<bool, StoreError> {
        let now = Micros::now();
        if item.contains_key(CHANGED_AT) {
            item.insert(CHANGED_AT.to_owned(), number(now.0));
        }
        // Elsewhere the place in an index is no moment of change.
        if matches!(holding, Holding::Lead | Holding::Inquiry) {
            item.insert(GSI1SK.to_owned(), text(now.padded()));
        }
        let put = self.table.put_where(item, &[TYPE, VERSION, CHANGED_AT], read)?;
        Ok(matches!(self.table.put_alone(put).await?, Written::Done))
    }
}

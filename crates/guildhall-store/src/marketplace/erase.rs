//! A customer who wishes to be erased leaves the record of a job without anything of theirs.

use guildhall_domain::marketplace::{Conversation, Customer};
use guildhall_domain::privacy::STRUCK;

use super::Marketplace;
use super::layer::{ERASED, erased, is_gone};
use crate::item::{
    Attributes, Reader, conversation_content, job_content, read_conversation, read_job, without_customer,
};
use crate::keys::{self, Key};
use crate::table::Written;
use crate::table::{CHANGED_AT, TYPE, VERSION};
use crate::{Micros, StoreError};

/// How often an item that changed in between is taken up again.
const TRIES: u32 = 8;

impl Marketplace {
    /// Takes the customer out of a job: their contact, what they said and the name of their store. That there was a job,
    /// when, and what became of it stays the partner's. `false` if it was done before.
    ///
    /// # Errors
    /// When the table does not answer, or the job keeps changing all the while.
    pub(crate) async fn erase_job(&self, key: &Key) -> Result<bool, StoreError> {
        self.erase(key, |item| job_content(&without_customer(read_job(Reader::new(item))?, STRUCK))).await
    }

    /// Takes the customer out of a conversation, and all that was written in it.
    ///
    /// # Errors
    /// As [`Self::erase_job`].
    pub(crate) async fn erase_conversation(&self, key: &Key) -> Result<bool, StoreError> {
        let is_done = self.erase(key, without_words).await?;
        if let Some((org, id)) = keys::conversation_at(&key.pk, &key.sk) {
            let parts = self.table.all_of(&keys::messages_of(&org), &keys::all_parts_of(&id)).await?;
            for part in parts {
                self.table.delete(&part.place()?).await?;
            }
        }
        Ok(is_done)
    }

    async fn erase(
        &self,
        key: &Key,
        content: impl Fn(Attributes) -> Result<Attributes, StoreError>,
    ) -> Result<bool, StoreError> {
        for _ in 0..TRIES {
            let there = self.table.get(key, true).await?;
            let Some(item) = there.filter(|item| !is_gone(item) && !item.contains_key(ERASED)) else {
                return Ok(false);
            };
            let left = erased(&item, content(item.clone())?, Micros::now())?;
            let put = self.table.put_where(left, &[TYPE, VERSION, CHANGED_AT], &item)?;
            if matches!(self.table.put_alone(put).await?, Written::Done) {
                return Ok(true);
            }
        }
        Err(StoreError::of_code("PutItem", Some("TransactionConflict")))
    }
}

fn without_words(item: Attributes) -> Result<Attributes, StoreError> {
    let head = read_conversation(Reader::new(item))?;
    let left = Conversation {
        id: head.summary.id,
        org: head.org,
        status: head.summary.status,
        has_unread: false,
        customer: Customer { name: STRUCK.into(), email: None, phone: None },
        messages: Vec::new(),
    };
    conversation_content(&left, head.run, 0)
}

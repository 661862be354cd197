//! Reading records one by one, and all of them in the order of their ids.

use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::{Conversation, Job, MarketplaceId, Message};

use super::layer::is_gone;
use super::{Marketplace, MerchantKey};
use crate::StoreError;
use crate::item::{Attributes, ConversationHead, Reader, kind, read_conversation, read_job, read_part};
use crate::keys::{self, Key};

/// How many parts are asked for in one call; DynamoDB's own limit.
const BATCH: usize = 100;

/// A stretch of an organisation's records, in the order of their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch<T> {
    /// The records.
    pub records: Vec<T>,
    /// The id to go on behind; `None` at the end.
    pub next: Option<MarketplaceId>,
}

impl Marketplace {
    /// A job, whole.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn job(&self, org: &OrgId, id: &MarketplaceId) -> Result<Option<Job>, StoreError> {
        let item = self.table.get(&Key::job(org, id), true).await?.filter(|item| !is_gone(item));
        item.map(|item| read_job(Reader::new(item))).transpose()
    }

    /// A conversation with all its messages, oldest first.
    ///
    /// # Errors
    /// As [`Self::job`].
    pub async fn conversation(
        &self,
        org: &OrgId,
        id: &MarketplaceId,
    ) -> Result<Option<Conversation>, StoreError> {
        let item = self.table.get(&Key::conversation(org, id), true).await?.filter(|item| !is_gone(item));
        let Some(item) = item else { return Ok(None) };
        self.with_messages(read_conversation(Reader::new(item))?).await.map(Some)
    }

    /// So many of an organisation's jobs behind an id, whole. Fewer may come although there are more.
    ///
    /// # Errors
    /// As [`Self::job`].
    pub async fn jobs_after(
        &self,
        org: &OrgId,
        after: Option<&MarketplaceId>,
        limit: usize,
    ) -> Result<Stretch<Job>, StoreError> {
        let (partition, after) = (keys::jobs_of(org), after.map(|id| Key::job(org, id)));
        let (items, next) = self.table.stretch_after(&partition, after.as_ref(), limit).await?;
        let next = next.and_then(|sk| keys::job_at(&partition, &sk)).map(|(_, id)| id);
        let living = items.into_iter().filter(|item| !is_gone(item));
        let records = living.map(|item| read_job(Reader::new(item))).collect::<Result<_, _>>()?;
        Ok(Stretch { records, next })
    }

    /// So many of an organisation's conversations behind an id, whole. Fewer may come although there are more.
    ///
    /// # Errors
    /// As [`Self::job`].
    pub async fn conversations_after(
        &self,
        org: &OrgId,
        after: Option<&MarketplaceId>,
        limit: usize,
    ) -> Result<Stretch<Conversation>, StoreError> {
        let (partition, after) = (keys::conversations_of(org), after.map(|id| Key::conversation(org, id)));
        let (items, next) = self.table.stretch_after(&partition, after.as_ref(), limit).await?;
        let next = next.and_then(|sk| keys::conversation_at(&partition, &sk)).map(|(_, id)| id);
        let mut records = Vec::new();
        for item in items.into_iter().filter(|item| !is_gone(item)) {
            records.push(self.with_messages(read_conversation(Reader::new(item))?).await?);
        }
        Ok(Stretch { records, next })
    }

    /// The jobs that a merchant has with whomever, by their address, without requirements. A moment behind, since an
    /// index says so; a call for each megabyte.
    ///
    /// # Errors
    /// As [`Self::job`].
    pub async fn jobs_by(&self, merchants: &MerchantKey, email: &str) -> Result<Vec<Job>, StoreError> {
        let items = self.table.all_of_owner(&merchants.jobs_by(email)).await?;
        items.into_iter().filter(|reader| reader.is(kind::JOB)).map(read_job).collect()
    }

    async fn with_messages(&self, head: ConversationHead) -> Result<Conversation, StoreError> {
        let keys = head.part_keys();
        let mut messages: Vec<Message> = Vec::new();
        for keys in keys.chunks(BATCH) {
            let mut parts = self.table.get_many(&keys.iter().collect::<Vec<_>>()).await?;
            for key in keys {
                // A part that is gone was somebody's who wished so.
                let Some(part) = parts.remove(key) else { continue };
                messages.extend(read_part(Reader::new(part))?);
            }
        }
        let ConversationHead { org, summary, .. } = head;
        Ok(Conversation {
            id: summary.id,
            org,
            status: summary.status,
            has_unread: summary.has_unread,
            customer: summary.customer,
            messages,
        })
    }
}

impl ConversationHead {
    /// Where its messages stand.
    pub(crate) fn part_keys(&self) -> Vec<Key> {
        let key = |number| Key::conversation_part(&self.org, &self.summary.id, self.run, number);
        (0..self.parts).map(key).collect()
    }
}

/// Where the messages stand that the top of an item brought; none but conversations have any.
pub(super) fn parts_brought(item: &Attributes) -> Result<Vec<Key>, StoreError> {
    let reader = Reader::new(item.clone());
    if !reader.is(kind::CONVERSATION) {
        return Ok(Vec::new());
    }
    read_conversation(reader).map(|head| head.part_keys())
}

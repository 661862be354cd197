//! All that is kept of an organisation, list by list, for its archive; and the way back into a table.

mod json;
mod place;
mod record;
mod restore;

use guildhall_domain::archive::ArchiveList;
use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::marketplace::listing::{
    ConversationRow, ConversationSummary, CustomerRow, JobRow, customers_of,
};

pub use record::Archived;
pub use restore::RestoreRefused;

use crate::keys::Key;
use crate::marketplace::Stretch;
use crate::{Marketplace, StoreError, Table};
use place::partition_of;

/// So many records are asked for in one call; a call holds a megabyte at most.
const RECORDS: usize = 1_000;
/// So many conversations, each of which takes calls of its own.
const CONVERSATIONS: usize = 50;

/// The archives of a table.
#[derive(Debug, Clone)]
pub struct Archives {
    table: Table,
    marketplace: Marketplace,
}

/// Some records of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivePage {
    /// The records, in the order of the table.
    pub records: Vec<Archived>,
    /// Behind what to go on; `None` at the end. It names nobody.
    pub next: Option<String>,
}

impl Archives {
    /// The archives of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { marketplace: Marketplace::new(table.clone()), table }
    }

    /// The records of a list behind a place, as they stand now. Fewer may come although there are more.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn page(
        &self,
        org: &OrgId,
        list: ArchiveList,
        after: Option<&str>,
    ) -> Result<ArchivePage, StoreError> {
        let id = after.and_then(|after| after.parse::<MarketplaceId>().ok());
        match (list, partition_of(org, list)) {
            (ArchiveList::Jobs, _) => {
                let jobs = self.marketplace.jobs_after(org, id.as_ref(), RECORDS).await?;
                Ok(page_of(jobs, |job| Archived::Job(Box::new(job))))
            }
            (ArchiveList::Conversations, _) => {
                let all = self.marketplace.conversations_after(org, id.as_ref(), CONVERSATIONS).await?;
                Ok(page_of(all, |conversation| Archived::Conversation(Box::new(conversation))))
            }
            (_, Some(pk)) => {
                let after = after.map(|sk| Key { pk: pk.clone(), sk: sk.to_owned() });
                let (items, next) = self.table.stretch_after(&pk, after.as_ref(), RECORDS).await?;
                let records = items.into_iter().filter_map(|item| Archived::read(list, item).transpose());
                Ok(ArchivePage { records: records.collect::<Result<_, _>>()?, next })
            }
            (_, None) => {
                let records = self.customers(org).await?;
                let records = records.into_iter().map(|row| Archived::Customer(Box::new(row))).collect();
                Ok(ArchivePage { records, next: None })
            }
        }
    }

    /// Whom the jobs and conversations of an organisation were with.
    async fn customers(&self, org: &OrgId) -> Result<Vec<CustomerRow>, StoreError> {
        let (mut jobs, mut conversations) = (Vec::new(), Vec::new());
        let mut after: Option<MarketplaceId> = None;
        loop {
            let page = self.marketplace.jobs_after(org, after.as_ref(), RECORDS).await?;
            jobs.extend(page.records.into_iter().map(|job| JobRow::new(job, 0)));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        loop {
            let page = self.marketplace.conversations_after(org, after.as_ref(), CONVERSATIONS).await?;
            let rows = page.records.iter().map(|one| ConversationRow::new(ConversationSummary::from(one), 0));
            conversations.extend(rows);
            after = page.next;
            if after.is_none() {
                return Ok(customers_of(jobs.iter(), conversations.iter()));
            }
        }
    }
}

fn page_of<T>(stretch: Stretch<T>, record: impl Fn(T) -> Archived) -> ArchivePage {
    let next = stretch.next.map(|id| id.to_string());
    ArchivePage { records: stretch.records.into_iter().map(record).collect(), next }
}

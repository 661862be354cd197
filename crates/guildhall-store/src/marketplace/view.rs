//! The lists of an organisation's records.

use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::marketplace::listing::{ConversationRow, JobRow};

use crate::item::{Item, Reader, read_conversation, read_job};
use crate::table::VERSION;
use crate::view::{Listed, Seen, Source, seen};
use crate::{StoreError, keys};

impl Listed for JobRow {
    type List = OrgId;
    type Id = MarketplaceId;

    fn source(org: &OrgId) -> Source {
        Source::Partition(keys::jobs_of(org))
    }

    fn read(item: Item) -> Result<Seen<Self>, StoreError> {
        let id = |pk: &str, sk: &str| keys::job_at(pk, sk).map(|(_, id)| id);
        seen(
            item,
            id,
            |row: &Self| row.version,
            |mut reader: Reader| {
                let version = reader.number(VERSION)?;
                Ok(Self::new(read_job(reader)?, version))
            },
        )
    }

    fn weight(&self) -> usize {
        Self::weight(self)
    }
}

impl Listed for ConversationRow {
    type List = OrgId;
    type Id = MarketplaceId;

    fn source(org: &OrgId) -> Source {
        Source::Partition(keys::conversations_of(org))
    }

    fn read(item: Item) -> Result<Seen<Self>, StoreError> {
        let id = |pk: &str, sk: &str| keys::conversation_at(pk, sk).map(|(_, id)| id);
        seen(
            item,
            id,
            |row: &Self| row.version,
            |mut reader: Reader| {
                let version = reader.number(VERSION)?;
                Ok(Self::new(read_conversation(reader)?.summary, version))
            },
        )
    }

    fn weight(&self) -> usize {
        Self::weight(self)
    }
}

//! All that is kept of an organisation, list by list, for its archive; and the way back into a table.

mod json;
mod place;
mod record;
mod restore;

use guildhall_domain::archive::ArchiveList;
use guildhall_domain::ids::OrgId;

pub use record::Archived;
pub use restore::RestoreRefused;

use crate::{StoreError, Table};
use place::Place;

/// The archives of a table.
#[derive(Debug, Clone)]
pub struct Archives {
    table: Table,
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
        Self { table }
    }

    /// The records of a list behind a place, as they stand now: one call, a megabyte at most. A list that follows from
    /// others has none.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn page(
        &self,
        org: &OrgId,
        list: ArchiveList,
        after: Option<&str>,
    ) -> Result<ArchivePage, StoreError> {
        let Some(Place { pk, beginning }) = Place::of(org, list) else {
            return Ok(ArchivePage { records: Vec::new(), next: None });
        };
        let (items, next) = self.table.stretch_of(&pk, &beginning, after, None).await?;
        let records = items.into_iter().filter_map(|item| Archived::read(list, item).transpose());
        Ok(ArchivePage { records: records.collect::<Result<_, _>>()?, next })
    }
}

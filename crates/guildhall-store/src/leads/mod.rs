//! Writing and reading leads, each one item.

mod commit;
mod create;
mod delivery;
mod erase;
mod plan;
mod referenced;
mod referral;

use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::Lead;

pub use commit::Commit;
pub use create::Created;
pub(crate) use create::Unique;

use crate::item::LeadItem;
use crate::keys::Key;
use crate::{StoreError, Table};

/// The leads of the table.
#[derive(Debug, Clone)]
pub struct Leads {
    table: Table,
}

impl Leads {
    /// The leads of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// One lead with its whole story, as it stands now: one strongly consistent read. `None` if there
    /// is none, or none any more.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self, id: &LeadId) -> Result<Option<Lead>, StoreError> {
        let Some(item) = self.table.get(&Key::lead(id), true).await? else { return Ok(None) };
        LeadItem::living(item).map(LeadItem::read).transpose()
    }
}

//! Writing and reading leads, each one item.

mod commit;
mod create;
mod erase;

use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::Lead;

pub use commit::Commit;
pub use create::Created;
pub(crate) use create::reference_item;

use crate::item::{Attributes, LeadItem, text};
use crate::keys::Key;
use crate::table::{PK, SK};
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

impl Table {
    /// One item by its key.
    pub(crate) async fn get(&self, key: &Key, consistent: bool) -> Result<Option<Attributes>, StoreError> {
        let request = self.client().get_item().table_name(self.name()).consistent_read(consistent);
        let request = request.key(PK, text(&key.pk)).key(SK, text(&key.sk));
        let answer = request.set_return_consumed_capacity(self.metering()).send().await;
        let answer = answer.map_err(|error| StoreError::of("GetItem", &error))?;
        self.note("GetItem", answer.consumed_capacity.as_slice());
        Ok(answer.item)
    }

    /// Writes one item, whatever was there.
    pub(crate) async fn put(&self, item: Attributes) -> Result<(), StoreError> {
        let request = self.client().put_item().table_name(self.name()).set_item(Some(item));
        let answer = request.set_return_consumed_capacity(self.metering()).send().await;
        let answer = answer.map_err(|error| StoreError::of("PutItem", &error))?;
        self.note("PutItem", answer.consumed_capacity.as_slice());
        Ok(())
    }
}

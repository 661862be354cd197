//! Inquiries: written once however often they are sent, and within the limits.

mod arrival;
mod commit;
mod create;
mod delivery;
mod erase;
mod sender;

use guildhall_domain::ids::InquiryId;
use guildhall_domain::inquiry::Inquiry;

pub use arrival::{Arrival, Sender};
pub use commit::InquiryCommit;
pub use create::InquiryCreated;

use crate::item::{Attributes, Reader, kind, read_inquiry};
use crate::keys::Key;
use crate::{Micros, StoreError, Table};

/// The inquiries of the table.
#[derive(Debug, Clone)]
pub struct Inquiries {
    table: Table,
}

impl Inquiries {
    /// The inquiries of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// One inquiry as it stands now: one strongly consistent read.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self, id: &InquiryId) -> Result<Option<Inquiry>, StoreError> {
        let Some(item) = self.table.get(&Key::inquiry(id), true).await? else { return Ok(None) };
        Ok(living(item)?.map(|(inquiry, _)| inquiry))
    }
}

/// The inquiry of an item and the request that it came from, unless the item was erased or has expired.
fn living(item: Attributes) -> Result<Option<(Inquiry, String)>, StoreError> {
    let reader = Reader::new(item);
    if reader.is(kind::ERASED) || reader.has_expired(Micros::now()) {
        return Ok(None);
    }
    read_inquiry(reader).map(Some)
}

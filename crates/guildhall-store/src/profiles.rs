//! Public profiles, each found by its handle.

use guildhall_domain::profile::{Handle, Profile};

use crate::item::{Reader, kind, plain_item, read_plain};
use crate::keys::Key;
use crate::{Micros, StoreError, Table};

/// The profiles of the table.
#[derive(Debug, Clone)]
pub struct Profiles {
    table: Table,
}

impl Profiles {
    /// The profiles of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// Writes a profile as it is.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn put(&self, profile: &Profile) -> Result<(), StoreError> {
        self.table.put(plain_item(&Key::profile(&profile.handle), kind::PROFILE, profile)?).await
    }

    /// One profile. The read is eventually consistent: it costs half, and a public page may be a moment
    /// old.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self, handle: &Handle) -> Result<Option<Profile>, StoreError> {
        let Some(item) = self.table.get(&Key::profile(handle), false).await? else { return Ok(None) };
        let reader = Reader::new(item);
        if reader.has_expired(Micros::now()) {
            return Ok(None);
        }
        read_plain(reader, kind::PROFILE).map(Some)
    }
}

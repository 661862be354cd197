//! Weekly summaries, each written once: the write itself is what the mail is sent for.

use guildhall_domain::ids::UserId;
use guildhall_domain::notice::{Digest, Week};

use crate::item::{digest_item, read_digest};
use crate::kept::living;
use crate::keys::{Key, digest_at};
use crate::table::{Expected, Written};
use crate::{Micros, StoreError, Table};

/// How long a summary stands there. Its mail may be sent again so long.
const KEPT_SECONDS: i64 = 60 * 24 * 60 * 60;

/// The summaries of the table.
#[derive(Debug, Clone)]
pub struct Digests {
    table: Table,
}

impl Digests {
    /// The summaries of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// Writes a reader's summary of a week; `false` if there is one already, which then stays.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn write(&self, digest: &Digest) -> Result<bool, StoreError> {
        let expires_at = Micros::now().seconds() + KEPT_SECONDS;
        let put = self.table.put_expecting(digest_item(digest, expires_at)?, Expected::Nothing)?;
        match self.table.put_alone(put).await? {
            Written::Done => Ok(true),
            Written::Refused(_) => Ok(false),
        }
    }

    /// A reader's summary of a week.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self, reader: &UserId, week: Week) -> Result<Option<Digest>, StoreError> {
        let item = self.table.get(&Key::digest(reader, week), true).await?;
        item.and_then(living).map(read_digest).transpose()
    }

    /// The summary at a place; `None` if the place is none of a summary.
    ///
    /// # Errors
    /// As [`Self::get`].
    pub async fn at(&self, place: &Key) -> Result<Option<Digest>, StoreError> {
        match digest_at(&place.pk, &place.sk) {
            Some((reader, week)) => self.get(&reader, week).await,
            None => Ok(None),
        }
    }
}

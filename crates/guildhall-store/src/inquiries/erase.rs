//! Erasing an inquiry: everything personal goes, a mark without content stays in both of its lists.

use guildhall_domain::inquiry::Inquiry;

use super::{Inquiries, living};
use crate::item::{Draft, Reader, kind, text};
use crate::keys::{self, Key};
use crate::table::{Expected, GSI1PK, GSI1SK, PK, SK, Written};
use crate::{Micros, StoreError};

/// How often an erasure that met another change of the inquiry starts over.
const TRIES: u32 = 8;
/// Whose last inquiry a marker names.
const LAST: &str = "last";

impl Inquiries {
    /// Erases an inquiry and the marker that it was its sender's last. Its key stays used, and the mark stays in the
    /// partner's list and in the merchant's, so that whoever holds them drops it.
    ///
    /// # Errors
    /// When the table does not answer, or the inquiry keeps changing all the while.
    pub async fn erase(&self, inquiry: &Inquiry) -> Result<(), StoreError> {
        self.forget_sender(inquiry).await?;
        let key = Key::inquiry(&inquiry.id);
        let mut version = inquiry.version;
        for _ in 0..TRIES {
            let now = Micros::now();
            let mark = Draft::new(&key, kind::ERASED)
                .listed(version + 1, now)
                .put(GSI1PK, text(keys::inquiries_by(&inquiry.merchant)))
                .put(GSI1SK, text(now.padded()))
                .finish();
            let put = self.table.put_expecting(mark, Expected::Version(version))?;
            match self.table.put_alone(put).await? {
                Written::Done => return Ok(()),
                Written::Refused(there) => match there.map(living).transpose()?.flatten() {
                    Some((there, _)) => version = there.version,
                    None => return Ok(()),
                },
            }
        }
        Err(StoreError::of_code("PutItem", Some("TransactionConflict")))
    }

    /// The marker stands at a hash that takes a secret to make, so it is found by what it says.
    async fn forget_sender(&self, inquiry: &Inquiry) -> Result<(), StoreError> {
        let id = inquiry.id.to_string();
        for item in self.table.all_of_partition(&keys::senders_of(inquiry.id.org())).await? {
            let mut reader = Reader::new(item);
            if reader.optional_text(LAST)?.as_deref() == Some(id.as_str()) {
                self.table.delete(&Key { pk: reader.text(PK)?, sk: reader.text(SK)? }).await?;
            }
        }
        Ok(())
    }
}

//! The mails that need somebody's eye.

use super::{MailId, MailItem, Mails, OPEN_MAILS};
use crate::StoreError;
use crate::item::Reader;
use crate::keys::Key;

/// DynamoDB's own limit of one call.
const BATCH: usize = 100;

impl Mails {
    /// Every mail that is not safely on its way, oldest first: being sent, waiting, failed, of unknown
    /// outcome, sent back or called unwanted. A worker that died without a trace is among them. The index is
    /// a moment behind, and does not know everything about a mail: see [`Self::get_many`].
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn open(&self) -> Result<Vec<MailItem>, StoreError> {
        let readers = self.table.all_of_owner(OPEN_MAILS).await?;
        readers.into_iter().map(|reader| Ok(self.as_of_now(MailItem::read(reader)?))).collect()
    }

    /// These mails as they stand now with everything that is known of them, in the order asked for; those
    /// that are gone are left out. One call for each hundred.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn get_many(&self, ids: &[MailId]) -> Result<Vec<MailItem>, StoreError> {
        let keys: Vec<_> = ids.iter().map(Key::mail).collect();
        let mut mails = Vec::with_capacity(keys.len());
        for keys in keys.chunks(BATCH) {
            let wanted: Vec<_> = keys.iter().collect();
            let mut found = self.table.get_many(&wanted).await?;
            for item in keys.iter().filter_map(|key| found.remove(key)) {
                mails.push(self.as_of_now(MailItem::read(Reader::new(item))?));
            }
        }
        Ok(mails)
    }
}

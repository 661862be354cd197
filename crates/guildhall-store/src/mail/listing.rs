//! The mails that need somebody's eye.

use super::{MailItem, Mails, OPEN_MAILS};
use crate::item::{Reader, text};
use crate::table::{BY_OWNER, GSI1PK};
use crate::{Micros, StoreError};

impl Mails {
    /// Every mail that is not safely on its way, oldest first: being sent, waiting, failed, or of unknown
    /// outcome. A worker that died without a trace is among them. The index is a moment behind.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn open(&self) -> Result<Vec<MailItem>, StoreError> {
        let mut open = Vec::new();
        let mut from = None;
        loop {
            let request = self.table.client().query().table_name(self.table.name()).index_name(BY_OWNER);
            let answer = request
                .key_condition_expression("#pk = :pk")
                .expression_attribute_names("#pk", GSI1PK)
                .expression_attribute_values(":pk", text(OPEN_MAILS))
                .set_exclusive_start_key(from)
                .set_return_consumed_capacity(self.table.metering())
                .send()
                .await
                .map_err(|error| StoreError::of("Query", &error))?;
            self.table.note("Query", answer.consumed_capacity.as_slice());
            for item in answer.items.unwrap_or_default() {
                let reader = Reader::new(item);
                if !reader.has_expired(Micros::now()) {
                    open.push(self.as_of_now(MailItem::read(reader)?));
                }
            }
            from = answer.last_evaluated_key;
            if from.is_none() {
                return Ok(open);
            }
        }
    }
}

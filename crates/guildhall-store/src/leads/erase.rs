//! Erasing a lead: everything personal goes, a tombstone without content stays.

use aws_sdk_dynamodb::types::{Delete, Put, TransactWriteItem};
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::Lead;

use super::{Leads, Unique};
use crate::item::{number, text, tombstone};
use crate::keys::Key;
use crate::table::{PK, SK, VERSION};
use crate::transaction::Ending;
use crate::{Micros, StoreError};

/// How often an erasure that met another change of the lead starts over.
const TRIES: u32 = 8;

impl Leads {
    /// Erases a lead and frees its reference and its inquiry; `false` if there was none. Its key stays used, and its
    /// referral record stays: the ledger is kept by law and names no person.
    ///
    /// # Errors
    /// When the table does not answer, or the lead keeps changing all the while.
    pub async fn erase(&self, id: &LeadId) -> Result<bool, StoreError> {
        for _ in 0..TRIES {
            let Some(lead) = self.get(id).await? else { return Ok(false) };
            if self.replace_with_tombstone(&lead).await? {
                return Ok(true);
            }
        }
        Err(StoreError::of_code("TransactWriteItems", Some("TransactionConflict")))
    }

    async fn replace_with_tombstone(&self, lead: &Lead) -> Result<bool, StoreError> {
        let unwritable =
            |error: aws_sdk_dynamodb::error::BuildError| StoreError::Unwritable(error.to_string());
        let key = Key::lead(&lead.id);
        let put = Put::builder()
            .table_name(self.table.name())
            .set_item(Some(tombstone(&key, lead.version + 1, Micros::now())))
            .condition_expression("#version = :expected")
            .expression_attribute_names("#version", VERSION)
            .expression_attribute_values(":expected", number(lead.version))
            .build()
            .map_err(unwritable)?;
        let mut writes = vec![TransactWriteItem::builder().put(put).build()];
        for unique in Unique::of(lead) {
            let marker = unique.key(lead.id.org());
            let delete = Delete::builder()
                .table_name(self.table.name())
                .key(PK, text(marker.pk))
                .key(SK, text(marker.sk))
                .build()
                .map_err(unwritable)?;
            writes.push(TransactWriteItem::builder().delete(delete).build());
        }
        Ok(matches!(self.table.write_together(writes).await?, Ending::Done))
    }
}

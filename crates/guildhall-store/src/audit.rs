//! The audit log: entries are added and never changed.

use guildhall_domain::audit::{AuditEntry, AuditId, Month};

use crate::item::{Reader, audit_item, read_audit};
use crate::keys::Key;
use crate::table::{Expected, Written};
use crate::{Micros, StoreError, Table};

/// The audit log of the table.
#[derive(Debug, Clone)]
pub struct Audit {
    table: Table,
}

impl Audit {
    /// The audit log of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// Adds an entry; `false` if it is there already, since whoever derived it did so before. What is there
    /// is never written over.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn keep(&self, entry: &AuditEntry) -> Result<bool, StoreError> {
        let put = self.table.put_expecting(audit_item(entry, Micros::now())?, Expected::Nothing)?;
        match self.table.put_alone(put).await? {
            Written::Done => Ok(true),
            Written::Refused(_) => Ok(false),
        }
    }

    /// One entry.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self, month: Month, id: AuditId) -> Result<Option<AuditEntry>, StoreError> {
        let item = self.table.get(&Key::audit(month, id), true).await?;
        item.map(|item| read_audit(Reader::new(item))).transpose()
    }
}

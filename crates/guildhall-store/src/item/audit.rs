//! An entry of the audit log: all of it is one map, and its list shows all of it.

use guildhall_domain::audit::AuditEntry;

use super::writing::Draft;
use super::{Attributes, Reader, kind};
use crate::keys::{self, Key};
use crate::table::TYPE;
use crate::{Micros, StoreError};

const RECORD: &str = "record";
/// An entry is written once.
pub(crate) const ONLY_VERSION: u64 = 1;

/// The whole item.
pub(crate) fn audit_item(entry: &AuditEntry, changed_at: Micros) -> Result<Attributes, StoreError> {
    let key = Key::audit(entry.month(), entry.id);
    Ok(Draft::new(&key, kind::AUDIT).listed(ONLY_VERSION, changed_at).put_nested(RECORD, entry)?.finish())
}

/// The entry of an item, or of an index of it.
pub(crate) fn read_audit(mut reader: Reader) -> Result<AuditEntry, StoreError> {
    if !reader.is(kind::AUDIT) {
        return Err(reader.damage(TYPE));
    }
    let id = reader.key(keys::audit_entry_at)?;
    let entry: AuditEntry = reader.nested(RECORD)?;
    if entry.id != id { Err(reader.damage(RECORD)) } else { Ok(entry) }
}

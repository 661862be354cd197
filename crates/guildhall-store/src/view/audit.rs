//! The audit log of a month.

use guildhall_domain::audit::listing::AuditRow;
use guildhall_domain::audit::{AuditId, Month};

use super::source::{Listed, Seen, Source, seen};
use crate::item::{Item, ONLY_VERSION, read_audit};
use crate::{StoreError, keys};

impl Listed for AuditRow {
    type List = Month;
    type Id = AuditId;

    fn source(month: &Month) -> Source {
        Source::Partition(keys::audit_of(*month))
    }

    fn read(item: Item) -> Result<Seen<Self>, StoreError> {
        seen(item, keys::audit_entry_at, |_| ONLY_VERSION, |reader| read_audit(reader).map(Self::from))
    }

    fn weight(&self) -> usize {
        Self::weight(self)
    }
}

//! How a thing that somebody keeps in order is spelt: the whole of it is one map, beside it who changed it.

use guildhall_domain::actor::{Signature, Stamp};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Reader;
use super::writing::{Draft, moment, number};
use crate::StoreError;
use crate::kept::Kept;
use crate::keys::Key;
use crate::table::{TYPE, VERSION};

const RECORD: &str = "record";
/// Who wrote the item last.
const CHANGED_BY: &str = "changed_by";
/// When, by the business clock; `changed_at` is the machine's, and for what stands in lists.
const CHANGED_AT_BUSINESS: &str = "changed_at_business";

/// The item, still without a place in any index.
pub(crate) fn kept_draft<T: Serialize>(key: &Key, kind: &str, kept: &Kept<T>) -> Result<Draft, StoreError> {
    let draft = Draft::new(key, kind).put(VERSION, number(kept.revision)).put_nested(RECORD, &kept.value)?;
    let Some(changed) = &kept.changed else { return Ok(draft) };
    Ok(draft.put_nested(CHANGED_BY, &changed.by)?.put(CHANGED_AT_BUSINESS, moment(changed.at)))
}

/// The thing of an item. An index shows it without who changed it.
pub(crate) fn read_kept<T: DeserializeOwned>(mut reader: Reader, kind: &str) -> Result<Kept<T>, StoreError> {
    if !reader.is(kind) {
        return Err(reader.damage(TYPE));
    }
    let by: Option<Signature> = reader.optional_nested(CHANGED_BY)?;
    let changed = match by {
        Some(by) => Some(Stamp { by, at: reader.moment(CHANGED_AT_BUSINESS)? }),
        None => None,
    };
    Ok(Kept { revision: reader.number(VERSION)?, changed, value: reader.nested(RECORD)? })
}

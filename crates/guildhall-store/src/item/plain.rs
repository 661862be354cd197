//! Items that nobody lists by change: the whole of them is one map.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::writing::Draft;
use super::{Attributes, Reader};
use crate::StoreError;
use crate::keys::Key;
use crate::table::TYPE;

const RECORD: &str = "record";

/// The whole item.
pub(crate) fn plain_item(key: &Key, kind: &str, record: &impl Serialize) -> Result<Attributes, StoreError> {
    Ok(Draft::new(key, kind).put_nested(RECORD, record)?.finish())
}

/// What an item of this kind holds.
pub(crate) fn read_plain<T: DeserializeOwned>(mut reader: Reader, kind: &str) -> Result<T, StoreError> {
    if !reader.is(kind) {
        return Err(reader.damage(TYPE));
    }
    reader.nested(RECORD)
}

//! A weekly summary: all of it is one map, written once and never changed.

use guildhall_domain::notice::Digest;

use super::writing::{Draft, number};
use super::{Attributes, Reader, kind};
use crate::StoreError;
use crate::keys::{self, Key};
use crate::table::{EXPIRES_AT, SK, TYPE};

const RECORD: &str = "record";

/// The whole item.
pub(crate) fn digest_item(digest: &Digest, expires_at: i64) -> Result<Attributes, StoreError> {
    let key = Key::digest(&digest.reader, digest.week);
    Ok(Draft::new(&key, kind::DIGEST)
        .put(EXPIRES_AT, number(expires_at))
        .put_nested(RECORD, digest)?
        .finish())
}

/// The summary of an item.
pub(crate) fn read_digest(mut reader: Reader) -> Result<Digest, StoreError> {
    if !reader.is(kind::DIGEST) {
        return Err(reader.damage(TYPE));
    }
    let (id, week) = reader.key(keys::digest_at)?;
    let digest: Digest = reader.nested(RECORD)?;
    if digest.reader == id && digest.week == week { Ok(digest) } else { Err(reader.damage(SK)) }
}

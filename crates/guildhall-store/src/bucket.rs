//! How much of a limit is used up, kept as one number: see [`guildhall_domain::limit`].

use std::collections::HashMap;

use aws_sdk_dynamodb::types::Update;
use guildhall_domain::limit::Limit;

use crate::changes::Changes;
use crate::item::{Attributes, Reader, kind, number, text};
use crate::keys::Key;
use crate::table::{EXPIRES_AT, PK, TYPE};
use crate::{Micros, StoreError, Table};

/// When the bucket will be full again, by the machine's clock.
const FULL_AT: &str = "full_at";

/// A bucket as it was read.
#[derive(Debug, Clone)]
pub(crate) struct Bucket {
    pub(crate) key: Key,
    limit: Limit,
    /// `None` if nobody took anything out of it yet, or not for long.
    full_at: Option<i64>,
}

impl Bucket {
    /// The bucket of somebody, not read yet.
    pub(crate) fn new(limit: Limit, of: &str) -> Self {
        Self { key: Key::limit(limit.scope, of), limit, full_at: None }
    }

    /// Takes over what stands in the table, if anything does.
    pub(crate) fn read(&mut self, found: &mut HashMap<Key, Attributes>) -> Result<(), StoreError> {
        if let Some(item) = found.remove(&self.key) {
            self.full_at = Some(Reader::new(item).number(FULL_AT)?);
        }
        Ok(())
    }

    /// What the bucket keeps once one more was taken out, or how many seconds to wait for that.
    pub(crate) fn taken(&self, now: Micros) -> Result<i64, i64> {
        self.taken_many(1, now)
    }

    /// The same for so many at once.
    pub(crate) fn taken_many(&self, many: i64, now: Micros) -> Result<i64, i64> {
        self.limit.take_many(many, self.full_at.unwrap_or(0), now.0)
    }

    /// Keeps what is left, provided that nobody took anything since the bucket was read.
    pub(crate) fn update(&self, table: &Table, full_at: i64) -> Result<Update, StoreError> {
        let mut changes = Changes::default()
            .put(TYPE, Some(text(kind::LIMIT)))
            .put(FULL_AT, Some(number(full_at)))
            // From then on a missing bucket says the same.
            .put(EXPIRES_AT, Some(number(Micros(full_at).seconds() + 1)));
        let condition = match self.full_at {
            None => format!("attribute_not_exists({PK})"),
            Some(read) => format!("{} = {}", changes.name(FULL_AT), changes.value("read", number(read))),
        };
        table.update(&self.key, changes, condition)
    }
}

/// In how many seconds to come again, if one of the buckets is empty.
pub(crate) fn retry_after(buckets: &[Bucket], now: Micros) -> Option<u32> {
    let waits = buckets.iter().filter_map(|bucket| bucket.taken(now).err());
    waits.max().map(|seconds| u32::try_from(seconds).unwrap_or(u32::MAX))
}

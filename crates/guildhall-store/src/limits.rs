//! Counting what somebody does against limits, together with the entry of the audit log that tells of it.

use aws_sdk_dynamodb::types::TransactWriteItem;
use guildhall_domain::audit::AuditEntry;
use guildhall_domain::limit::Limit;

use crate::bucket::{self, Bucket};
use crate::item::audit_item;
use crate::table::{Expected, Written};
use crate::transaction::Ending;
use crate::{Micros, StoreError, Table};

/// The limits of the table.
#[derive(Debug, Clone)]
pub struct Limits {
    table: Table,
}

/// How much of some limits was left when they were read.
#[derive(Debug, Clone)]
pub struct Allowance {
    buckets: Vec<Bucket>,
}

/// What became of taking many at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenMany {
    /// They are taken.
    Done,
    /// So many are not left: none is taken.
    Empty {
        /// In how many seconds they may be.
        retry_after: u32,
    },
}

/// How often many are taken again when somebody else takes some in between.
const TRIES: u32 = 8;

/// What became of counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// It is counted.
    Done,
    /// Something else was counted in between: what was read is out of date, and nothing is written.
    Raced,
}

impl Limits {
    /// The limits of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// How much is left of these limits, each for whoever it counts: one call. Nothing of them is kept but a hash.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn look(&self, counted: &[(Limit, &str)]) -> Result<Allowance, StoreError> {
        let mut buckets: Vec<_> = counted.iter().map(|(limit, of)| Bucket::new(*limit, of)).collect();
        let keys: Vec<_> = buckets.iter().map(|bucket| &bucket.key).collect();
        let mut found = self.table.get_many(&keys).await?;
        for bucket in &mut buckets {
            bucket.read(&mut found)?;
        }
        Ok(Allowance { buckets })
    }

    /// Takes one out of each, and adds the entry that tells of it: all of it or nothing.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn count(
        &self,
        allowance: &Allowance,
        entry: Option<&AuditEntry>,
    ) -> Result<Counted, StoreError> {
        let now = Micros::now();
        let mut updates = Vec::with_capacity(allowance.buckets.len());
        for bucket in &allowance.buckets {
            // Whoever looks again is told how long to wait.
            let Ok(full_at) = bucket.taken(now) else { return Ok(Counted::Raced) };
            updates.push(bucket.update(&self.table, full_at)?);
        }
        // A transaction of one write costs two.
        if let (1, None, Some(update)) = (updates.len(), entry, updates.first()) {
            return Ok(match self.table.update_alone(update.clone()).await? {
                Written::Done => Counted::Done,
                Written::Refused(_) => Counted::Raced,
            });
        }
        let mut writes: Vec<_> =
            updates.into_iter().map(|update| TransactWriteItem::builder().update(update).build()).collect();
        if let Some(entry) = entry {
            let put = self.table.put_expecting(audit_item(entry, now)?, Expected::Nothing)?;
            writes.push(TransactWriteItem::builder().put(put).build());
        }
        Ok(match self.table.write_together(writes).await? {
            Ending::Done => Counted::Done,
            Ending::Refused(_) => Counted::Raced,
        })
    }
}

impl Limits {
    /// Takes so many at once out of one limit of somebody, all of them or none.
    ///
    /// # Errors
    /// When the table does not answer, or others keep taking all the while.
    pub async fn take_many(&self, limit: Limit, of: &str, many: i64) -> Result<TakenMany, StoreError> {
        for _ in 0..TRIES {
            let now = Micros::now();
            let mut bucket = Bucket::new(limit, of);
            let mut found = self.table.get_many(&[&bucket.key]).await?;
            bucket.read(&mut found)?;
            let full_at = match bucket.taken_many(many, now) {
                Ok(full_at) => full_at,
                Err(seconds) => {
                    return Ok(TakenMany::Empty { retry_after: u32::try_from(seconds).unwrap_or(u32::MAX) });
                }
            };
            let update = bucket.update(&self.table, full_at)?;
            if let Written::Done = self.table.update_alone(update).await? {
                return Ok(TakenMany::Done);
            }
        }
        Err(StoreError::of_code("UpdateItem", Some("ConditionalCheckFailedException")))
    }
}

impl Allowance {
    /// In how many seconds to come again, if one of the limits is used up.
    #[must_use]
    pub fn retry_after(&self, now: Micros) -> Option<u32> {
        bucket::retry_after(&self.buckets, now)
    }
}

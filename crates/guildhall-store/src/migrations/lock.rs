//! One run at a time: whoever works at one holds it, and lets it go by saying so or by keeping silent.

use std::time::Duration;

use aws_sdk_dynamodb::types::{Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem};
use guildhall_domain::migration::{MigrationRun, RunId};

use super::Migrations;
use crate::item::{
    Attributes, LOCK_RUN, LOCK_UNTIL, Reader, migration_lock_item, migration_run_item, number,
    read_migration_lock, text,
};
use crate::kept::Kept;
use crate::keys::Key;
use crate::table::{Expected, PK, Written};
use crate::transaction::Ending;
use crate::{Micros, StoreError};

/// What became of holding a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// It is held.
    Done,
    /// Another one is.
    Other(RunId),
}

impl Migrations {
    /// Begins a run, which is held from then on.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn begin(&self, run: Kept<MigrationRun>, lease: Duration) -> Result<Holding, StoreError> {
        let lock = self.lock(run.value.id, Micros::now(), lease)?;
        let put = self.table.put_expecting(migration_run_item(&run)?, Expected::Nothing)?;
        let writes = [lock, put].map(|put| TransactWriteItem::builder().put(put).build());
        match self.table.write_together(writes.to_vec()).await? {
            Ending::Done => Ok(Holding::Done),
            Ending::Refused(mut refusals) => holder(refusals.at(0).flatten(), run.value.id),
        }
    }

    /// Holds a run for so long, if nobody holds another one.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn hold(&self, run: RunId, lease: Duration) -> Result<Holding, StoreError> {
        match self.table.put_alone(self.lock(run, Micros::now(), lease)?).await? {
            Written::Done => Ok(Holding::Done),
            Written::Refused(there) => holder(there, run),
        }
    }

    /// Lets a run go. If another one is held by now, that stays so.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn release(&self, run: RunId) -> Result<(), StoreError> {
        self.hold(run, Duration::ZERO).await.map(|_| ())
    }

    /// The run that is held right now.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn held(&self) -> Result<Option<RunId>, StoreError> {
        let Some(item) = self.table.get(&Key::migration_lock(), true).await? else { return Ok(None) };
        let (run, until) = read_migration_lock(Reader::new(item))?;
        Ok(Some(run).filter(|_| until > Micros::now()))
    }

    /// Holds a run, provided that it is held already or that nothing else is.
    fn lock(&self, run: RunId, now: Micros, lease: Duration) -> Result<Put, StoreError> {
        let lease = i64::try_from(lease.as_micros()).unwrap_or(i64::MAX);
        let until = Micros(now.0.saturating_add(lease));
        Put::builder()
            .table_name(self.table.name())
            .set_item(Some(migration_lock_item(run, until)))
            .condition_expression(format!("attribute_not_exists({PK}) OR #until <= :now OR #run = :run"))
            .expression_attribute_names("#until", LOCK_UNTIL)
            .expression_attribute_names("#run", LOCK_RUN)
            .expression_attribute_values(":now", number(now.0))
            .expression_attribute_values(":run", text(run.to_string()))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build()
            .map_err(|error| StoreError::Unwritable(error.to_string()))
    }
}

/// Who holds what was to be held.
fn holder(there: Option<Attributes>, wanted: RunId) -> Result<Holding, StoreError> {
    // Refused and nothing there: it was let go in between, so asking again helps.
    let Some(there) = there else {
        return Err(StoreError::of_code("PutItem", Some("TransactionConflict")));
    };
    let (run, _) = read_migration_lock(Reader::new(there))?;
    Ok(if run == wanted { Holding::Done } else { Holding::Other(run) })
}

//! The dates, kept in memory for a moment.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use guildhall_domain::cutover::{Behaviour, Cutover};

use super::CutoverSettings;
use crate::{StoreError, Table};

/// How long the dates are believed. A date itself holds to the second, since the moment is asked about each
/// time anew; only a change of the dates takes this long to be heard of.
const BELIEVED: Duration = Duration::from_secs(15);

/// The dates, read at most every 15 seconds.
#[derive(Debug)]
pub struct CutoverCache {
    settings: CutoverSettings,
    read: Mutex<Option<(Instant, Cutover)>>,
}

impl CutoverCache {
    /// A cache over the dates of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { settings: CutoverSettings::new(table), read: Mutex::new(None) }
    }

    /// What holds at a moment of the business clock, by the dates as of 15 seconds ago at most.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn behaviour(&self, now: DateTime<Utc>) -> Result<&'static Behaviour, StoreError> {
        Ok(self.get().await?.behaviour(now))
    }

    /// The dates, as of 15 seconds ago at most; those of the announcement while nobody has changed them.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self) -> Result<Cutover, StoreError> {
        if let Some(cutover) = self.believed() {
            return Ok(cutover);
        }
        let at = Instant::now();
        let cutover = self.settings.read(false).await?.map_or_else(Cutover::default, |kept| kept.value);
        *self.read.lock().unwrap_or_else(PoisonError::into_inner) = Some((at, cutover));
        Ok(cutover)
    }

    /// Reads the dates anew the next time, since they were changed.
    pub fn forget(&self) {
        *self.read.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn believed(&self) -> Option<Cutover> {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.as_ref().filter(|(at, _)| at.elapsed() < BELIEVED).map(|(_, cutover)| *cutover)
    }
}

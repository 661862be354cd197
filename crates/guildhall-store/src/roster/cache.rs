//! The roster, kept in memory for a moment.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use guildhall_domain::desk::Desk;
use guildhall_domain::ids::UserId;
use guildhall_domain::lead::Lead;
use guildhall_domain::representative::Representative;

use super::{Roster, Team};
use crate::{StoreError, Table};

/// How long the roster is believed. A lead may go to somebody who left this long ago.
const BELIEVED: Duration = Duration::from_secs(15);
/// How young a roster may be and still be read again for somebody it does not know, so that a made-up id
/// does not cost a read each time.
const TOO_YOUNG: Duration = Duration::from_secs(1);

/// The roster, read at most every 15 seconds.
#[derive(Debug)]
pub struct RosterCache {
    roster: Roster,
    read: Mutex<Option<Read>>,
}

/// The roster as it was read.
#[derive(Debug, Clone)]
struct Read {
    at: Instant,
    everybody: Arc<[Representative]>,
    desk: Arc<Desk>,
}

impl RosterCache {
    /// A cache over the roster of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { roster: Roster::new(table), read: Mutex::new(None) }
    }

    /// Everybody on the roster, as of 15 seconds ago at most.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn get(&self) -> Result<Arc<[Representative]>, StoreError> {
        Ok(self.read().await?.everybody)
    }

    /// The sales desk, as of 15 seconds ago at most.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn desk(&self) -> Result<Arc<Desk>, StoreError> {
        Ok(self.read().await?.desk)
    }

    /// One representative; somebody who is new is found at once.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn find(&self, id: &UserId) -> Result<Option<Representative>, StoreError> {
        let find = |everybody: &[Representative]| everybody.iter().find(|rep| rep.id == *id).cloned();
        if let Some(found) = find(&self.get().await?) {
            return Ok(Some(found));
        }
        match self.younger_than(TOO_YOUNG) {
            Some(_) => Ok(None),
            None => Ok(find(&self.refresh().await?.everybody)),
        }
    }

    /// Whoever works on a lead; `None` while nobody does, or once they have left.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn of(&self, lead: &Lead) -> Result<Option<Representative>, StoreError> {
        match &lead.representative {
            Some(reference) => self.find(&reference.id).await,
            None => Ok(None),
        }
    }

    async fn read(&self) -> Result<Read, StoreError> {
        match self.younger_than(BELIEVED) {
            Some(read) => Ok(read),
            None => self.refresh().await,
        }
    }

    fn younger_than(&self, age: Duration) -> Option<Read> {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.as_ref().filter(|read| read.at.elapsed() < age).cloned()
    }

    async fn refresh(&self) -> Result<Read, StoreError> {
        let at = Instant::now();
        let Team { representatives, desk } = self.roster.read(false).await?;
        let everybody = representatives.into_iter().map(|kept| kept.value).collect();
        let desk = desk.map(|kept| kept.value).unwrap_or_default();
        let fresh = Read { at, everybody, desk: Arc::new(desk) };
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        *read = Some(fresh.clone());
        Ok(fresh)
    }
}

//! The roster of representatives: a handful of items that nearly every request wants to know.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use guildhall_domain::ids::UserId;
use guildhall_domain::representative::Representative;

use crate::item::{Reader, kind, plain_item, read_plain, text};
use crate::keys::{Key, REPRESENTATIVES};
use crate::table::PK;
use crate::{Micros, StoreError, Table};

/// The representatives of the table.
#[derive(Debug, Clone)]
pub struct Roster {
    table: Table,
}

impl Roster {
    /// The representatives of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// Writes a representative as they are.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn put(&self, representative: &Representative) -> Result<(), StoreError> {
        let key = Key::representative(&representative.id);
        self.table.put(plain_item(&key, kind::REPRESENTATIVE, representative)?).await
    }

    /// Everybody on the roster, by id.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn all(&self) -> Result<Vec<Representative>, StoreError> {
        let mut everybody = Vec::new();
        let mut from = None;
        loop {
            let request = self.table.client().query().table_name(self.table.name());
            let answer = request
                .key_condition_expression("#pk = :pk")
                .expression_attribute_names("#pk", PK)
                .expression_attribute_values(":pk", text(REPRESENTATIVES))
                .set_exclusive_start_key(from)
                .set_return_consumed_capacity(self.table.metering())
                .send()
                .await
                .map_err(|error| StoreError::of("Query", &error))?;
            self.table.note("Query", answer.consumed_capacity.as_slice());
            for item in answer.items.unwrap_or_default() {
                let reader = Reader::new(item);
                if !reader.has_expired(Micros::now()) {
                    everybody.push(read_plain(reader, kind::REPRESENTATIVE)?);
                }
            }
            from = answer.last_evaluated_key;
            if from.is_none() {
                return Ok(everybody);
            }
        }
    }
}

/// How long the roster is believed.
const BELIEVED: Duration = Duration::from_secs(60);
/// How young a roster may be and still be read again for somebody it does not know, so that a made-up id
/// does not cost a read each time.
const TOO_YOUNG: Duration = Duration::from_secs(1);

/// The roster, read at most once a minute.
#[derive(Debug)]
pub struct RosterCache {
    roster: Roster,
    read: Mutex<Option<(Instant, Arc<[Representative]>)>>,
}

impl RosterCache {
    /// A cache over the roster of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { roster: Roster::new(table), read: Mutex::new(None) }
    }

    /// Everybody on the roster, as of a minute ago at most.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn get(&self) -> Result<Arc<[Representative]>, StoreError> {
        match self.younger_than(BELIEVED) {
            Some(everybody) => Ok(everybody),
            None => self.refresh().await,
        }
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
            None => Ok(find(&self.refresh().await?)),
        }
    }

    fn younger_than(&self, age: Duration) -> Option<Arc<[Representative]>> {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.as_ref().filter(|(at, _)| at.elapsed() < age).map(|(_, everybody)| Arc::clone(everybody))
    }

    async fn refresh(&self) -> Result<Arc<[Representative]>, StoreError> {
        let at = Instant::now();
        let everybody: Arc<[_]> = self.roster.all().await?.into();
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        *read = Some((at, Arc::clone(&everybody)));
        Ok(everybody)
    }
}

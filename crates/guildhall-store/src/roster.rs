//! The roster of representatives, and the desk that stands beside it: a handful of items that nearly every
//! request wants to know, in one partition.

mod cache;

use guildhall_domain::desk::Desk;
use guildhall_domain::representative::Representative;

pub use cache::RosterCache;

use crate::item::{Reader, desk_item, kind, read_desk, read_representative, representative_item, text};
use crate::kept::{Kept, KeptPut};
use crate::keys::REPRESENTATIVES;
use crate::table::PK;
use crate::{Micros, StoreError, Table};

/// The representatives of the table.
#[derive(Debug, Clone)]
pub struct Roster {
    table: Table,
}

/// The sales team as managers keep it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Team {
    /// Everybody who is or was a representative, by id.
    pub representatives: Vec<Kept<Representative>>,
    /// The desk, if anything was ever said of it.
    pub desk: Option<Kept<Desk>>,
}

impl Roster {
    /// The representatives of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// Writes a representative as they are from the start, whatever was there.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn put(&self, representative: &Representative) -> Result<(), StoreError> {
        self.table.put(representative_item(&Kept::first(representative.clone()))?).await
    }

    /// Writes a representative, provided that the revision before stands there.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn keep(
        &self,
        representative: Kept<Representative>,
    ) -> Result<KeptPut<Representative>, StoreError> {
        let item = representative_item(&representative)?;
        self.table.keep(representative, item, read_representative).await
    }

    /// Writes the desk, on the same condition.
    ///
    /// # Errors
    /// As [`Self::keep`].
    pub async fn keep_desk(&self, desk: Kept<Desk>) -> Result<KeptPut<Desk>, StoreError> {
        let item = desk_item(&desk)?;
        self.table.keep(desk, item, read_desk).await
    }

    /// The whole team as it is now: one call.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn team(&self) -> Result<Team, StoreError> {
        self.read(true).await
    }

    async fn read(&self, consistent: bool) -> Result<Team, StoreError> {
        let mut team = Team::default();
        let mut from = None;
        loop {
            let request = self.table.client().query().table_name(self.table.name());
            let answer = request
                .key_condition_expression("#pk = :pk")
                .expression_attribute_names("#pk", PK)
                .expression_attribute_values(":pk", text(REPRESENTATIVES))
                .consistent_read(consistent)
                .set_exclusive_start_key(from)
                .set_return_consumed_capacity(self.table.metering())
                .send()
                .await
                .map_err(|error| StoreError::of("Query", &error))?;
            self.table.note("Query", answer.consumed_capacity.as_slice());
            for item in answer.items.unwrap_or_default() {
                let reader = Reader::new(item);
                if reader.has_expired(Micros::now()) {
                    continue;
                }
                if reader.is(kind::DESK) {
                    team.desk = Some(read_desk(reader)?);
                } else {
                    team.representatives.push(read_representative(reader)?);
                }
            }
            from = answer.last_evaluated_key;
            if from.is_none() {
                return Ok(team);
            }
        }
    }
}

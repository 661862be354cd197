//! Tells when a promise to a partner was broken, once for each. Nothing is decided by the passing of time: an
//! escalated lead stands where it stood.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use guildhall_domain::actor::Actor;
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::Command;
use guildhall_domain::lead::listing::LeadRow;
use guildhall_store::{Commit, LeadList, Leads, StoreError, Table, Views};
use guildhall_worker::{ScheduledWorker, WorkError};

/// The most memory that the list of leads may hold.
const VIEW_BYTES: usize = 256 * 1024 * 1024;
/// How many leads are told of within one tick; the next tick goes on.
const BATCH: usize = 200;

/// Escalates leads.
pub struct EscalateLeads {
    leads: Leads,
    views: Views<LeadRow>,
    clock: Arc<dyn Clock>,
}

impl EscalateLeads {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { leads: Leads::new(table.clone()), views: Views::<LeadRow>::new(table, VIEW_BYTES), clock }
    }

    /// The leads that are late and that nobody was told of, the longest late first.
    async fn late(&self, now: DateTime<Utc>) -> Result<Vec<LeadId>, StoreError> {
        let snapshot = self.views.read(&LeadList::Sales).await?;
        let mut late: Vec<_> = snapshot
            .iter()
            .filter(|row| !row.lead.escalated)
            .filter_map(|row| row.lead.due.filter(|due| due.is_over(now)).map(|due| (due.at, &row.lead.id)))
            .collect();
        late.sort_unstable();
        Ok(late.into_iter().take(BATCH).map(|(_, id)| id.clone()).collect())
    }

    /// Escalates one, unless it is not late after all: the list may lag behind.
    async fn escalate(&self, id: &LeadId, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let Some(mut lead) = self.leads.get(id).await? else { return Ok(false) };
        if lead.apply(&Command::Escalate, &Actor::system(), now).is_err() {
            return Ok(false);
        }
        match self.leads.commit(&lead).await? {
            Commit::Done => Ok(true),
            // Somebody was faster, and may have done what was promised. The next tick looks again.
            Commit::Conflict(_) => Ok(false),
        }
    }
}

impl ScheduledWorker for EscalateLeads {
    async fn tick(&self) -> Result<(), WorkError> {
        let now = self.clock.now();
        let (mut escalated, mut failed) = (0_usize, None);
        for id in self.late(now).await? {
            // One that fails must not keep the others waiting.
            match self.escalate(&id, now).await {
                Ok(done) => escalated += usize::from(done),
                Err(error) => failed = Some(WorkError::from(error)),
            }
        }
        if escalated > 0 {
            tracing::info!(escalated, "told of leads that wait for longer than was promised");
        }
        failed.map_or(Ok(()), Err)
    }
}

//! Keeps what follows from committed writes: for every privileged act an entry of the audit log, and for every endpoint
//! that is to be told of something a delivery.
//!
//! Both follow from the change alone and are written at places that follow from it too, so it does not matter how
//! often, or in which order, a change is told.

mod audit;
mod hooks;

use std::collections::HashMap;

use futures::future::join_all;
use guildhall_domain::audit::AuditEntry;
use guildhall_domain::ids::OrgId;
use guildhall_domain::webhook::{HookDelivery, HookDeliveryId, HookEvent, Webhook, Webhooks};
use guildhall_store::{Audit, Hooks, StoreError, Table};
use guildhall_worker::{BatchWorker, Change, Failed, WorkError};

pub use audit::entries_of;
pub use hooks::hook_events_of;

/// How many changes are worked on at once.
const PARALLEL: usize = 8;

/// Keeps the audit log, and what endpoints are to be told of.
#[derive(Debug)]
pub struct KeepRecords {
    audit: Audit,
    hooks: Hooks,
}

/// What follows from a change.
struct Records {
    entries: Vec<AuditEntry>,
    events: Vec<HookEvent>,
}

impl KeepRecords {
    /// Writes to this table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { audit: Audit::new(table.clone()), hooks: Hooks::new(table) }
    }

    /// The endpoints of everybody whom the changes concern: most organisations have none, so this is asked once.
    async fn endpoints(&self, records: &[&Records]) -> Result<HashMap<OrgId, Webhooks>, StoreError> {
        let events = records.iter().flat_map(|records| &records.events);
        let mut orgs: Vec<_> = events.map(|event| event.org.clone()).collect();
        orgs.sort_unstable();
        orgs.dedup();
        self.hooks.of_many(&orgs).await
    }

    async fn keep(
        &self,
        records: &Records,
        endpoints: &Result<HashMap<OrgId, Webhooks>, WorkError>,
    ) -> Result<(), WorkError> {
        for entry in &records.entries {
            // That it was there already means that the change is told again.
            self.audit.keep(entry).await?;
        }
        if records.events.is_empty() {
            return Ok(());
        }
        // Who is to be told is not known: the change comes again, and entries are put only where there is none.
        let endpoints = endpoints.as_ref().map_err(WorkError::clone)?;
        for event in &records.events {
            let hooks = endpoints.get(&event.org).map_or(&[][..], |hooks| hooks.hooks.as_slice());
            for hook in hooks.iter().filter(|hook| hook.wants(event.topic)) {
                self.hooks.add_delivery(delivery(hook, event)?).await?;
            }
        }
        Ok(())
    }
}

fn records_of(change: &Change) -> Result<Records, StoreError> {
    Ok(Records { entries: entries_of(change)?, events: hook_events_of(change)? })
}

/// What an endpoint is told of something, always under the same id and in the same bytes.
fn delivery(hook: &Webhook, event: &HookEvent) -> Result<HookDelivery, StoreError> {
    let id = HookDeliveryId::derive(hook.id, &event.cause, event.at);
    let HookEvent { org, topic, at, .. } = event.clone();
    let body = serde_json::to_string(&event.clone().payload(id));
    let body = body.map_err(|error| StoreError::Unwritable(error.to_string()))?;
    Ok(HookDelivery::new(id, org, hook.id, topic, at, body))
}

impl BatchWorker for KeepRecords {
    /// No change waits for another one: each has records of its own.
    async fn handle(&self, batch: &[Change]) -> Vec<Failed> {
        let mut failed = Vec::new();
        let mut derived = Vec::with_capacity(batch.len());
        for change in batch {
            match records_of(change) {
                Ok(records) => derived.push((change, records)),
                Err(error) => failed.push(Failed::new(change, error)),
            }
        }
        let records: Vec<_> = derived.iter().map(|(_, records)| records).collect();
        let endpoints = self.endpoints(&records).await.map_err(WorkError::from);
        for some in derived.chunks(PARALLEL) {
            let kept: Vec<_> = some.iter().map(|(_, records)| self.keep(records, &endpoints)).collect();
            for ((change, _), outcome) in some.iter().zip(join_all(kept).await) {
                failed.extend(outcome.err().map(|error| Failed::new(change, error)));
            }
        }
        failed
    }
}

//! Webhooks: the endpoints of organisations, and what is delivered to them.
//!
//! The endpoints of an organisation are one small item that is written on the condition that it stands as it was read. A
//! delivery is an item of its own, put only where there is none, since it follows from a committed write: told again,
//! it comes to the same one. What waits stands in one queue by when it is due, and is taken out of it by a conditional
//! write that puts it off: whoever takes it has it for the time of the lease, and if they die it is due again.

mod deliveries;
mod secret;

use std::collections::HashMap;

use guildhall_domain::actor::Stamp;
use guildhall_domain::ids::OrgId;
use guildhall_domain::webhook::{HookHealth, HookId, HookStop, KEPT_DAYS, Webhooks};

pub use secret::{HookKey, HookSecret};

use crate::item::{health_item, read_health, read_webhooks, webhooks_item};
use crate::kept::{Kept, KeptPut, living};
use crate::keys::Key;
use crate::table::{Expected, Written};
use crate::{Micros, StoreError, Table};

/// DynamoDB's own limit of one call.
const BATCH: usize = 100;
/// How often a change that met another one starts over.
const TRIES: usize = 8;
/// How long deliveries are kept, in seconds.
const KEPT_SECONDS: i64 = KEPT_DAYS * 24 * 60 * 60;

/// The endpoints of the table.
#[derive(Debug, Clone)]
pub struct Hooks {
    table: Table,
}

impl Hooks {
    /// The endpoints of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// The endpoints of an organisation as they stand now; none of revision 0 if it never had one.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn of(&self, org: &OrgId) -> Result<Kept<Webhooks>, StoreError> {
        let item = self.table.get(&Key::webhooks(org), true).await?;
        let there = item.and_then(living).map(read_webhooks).transpose()?;
        Ok(there.unwrap_or(Kept { value: Webhooks::default(), revision: 0, changed: None }))
    }

    /// The endpoints of those organisations that have any: one call for each hundred.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn of_many(&self, orgs: &[OrgId]) -> Result<HashMap<OrgId, Webhooks>, StoreError> {
        let keys: Vec<_> = orgs.iter().map(Key::webhooks).collect();
        let mut hooks = HashMap::new();
        for (orgs, keys) in orgs.chunks(BATCH).zip(keys.chunks(BATCH)) {
            let mut found = self.table.get_many(&keys.iter().collect::<Vec<_>>()).await?;
            for (org, key) in orgs.iter().zip(keys) {
                let Some(reader) = found.remove(key).and_then(living) else { continue };
                hooks.insert(org.clone(), read_webhooks(reader)?.value);
            }
        }
        Ok(hooks)
    }

    /// Writes the endpoints of an organisation, provided that the revision before stands there.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn put(&self, org: &OrgId, hooks: Kept<Webhooks>) -> Result<KeptPut<Webhooks>, StoreError> {
        let item = webhooks_item(org, &hooks)?;
        self.table.keep(hooks, item, read_webhooks).await
    }

    /// An id for a further endpoint, by chance.
    ///
    /// # Errors
    /// When the machine gives no random numbers.
    pub fn draw_id() -> Result<HookId, StoreError> {
        secret::draw_id()
    }

    /// Switches an endpoint off because it does not work; `false` if it is off, or gone.
    ///
    /// # Errors
    /// When the table does not answer, what it holds is damaged, or others are faster all the while.
    pub async fn give_up(&self, org: &OrgId, hook: HookId, by: &Stamp) -> Result<bool, StoreError> {
        for _ in 0..TRIES {
            let mut there = self.of(org).await?;
            let Some(endpoint) = there.value.get_mut(hook).filter(|hook| hook.stopped.is_none()) else {
                return Ok(false);
            };
            endpoint.stopped = Some(HookStop::Broken);
            let kept = Kept::after(there.revision, there.value, by.clone());
            if let KeptPut::Done(_) = self.put(org, kept).await? {
                return Ok(true);
            }
        }
        Err(StoreError::of_code("PutItem", Some("TransactionConflict")))
    }

    /// How an endpoint does, with the version to write over; 0 if nothing is known of it.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn health(&self, org: &OrgId, hook: HookId) -> Result<(HookHealth, u64), StoreError> {
        let item = self.table.get(&Key::hook_health(org, hook), true).await?;
        item.and_then(living).map_or(Ok((HookHealth::default(), 0)), read_health)
    }

    /// Notes how an endpoint does over the version that was read; `false` if somebody was faster, whose word is as good.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn note_health(
        &self,
        org: &OrgId,
        hook: HookId,
        health: HookHealth,
        read: u64,
    ) -> Result<bool, StoreError> {
        let version = read.saturating_add(1);
        let expires_at = Micros::now().seconds() + KEPT_SECONDS;
        let item = health_item(org, hook, health, version, expires_at)?;
        let put = self.table.put_expecting(item, Expected::before(version))?;
        Ok(matches!(self.table.put_alone(put).await?, Written::Done))
    }
}

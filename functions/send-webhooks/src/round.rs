//! One endpoint's turn: what is due there is sent until something fails.

use std::time::Instant;

use chrono::TimeDelta;
use futures::future::join_all;
use guildhall_domain::actor::{Actor, Stamp};
use guildhall_domain::webhook::{HookAttempt, HookHealth, Webhook};
use guildhall_store::{HookSecret, StoreError, StoredDelivery};
use guildhall_worker::WorkError;

use crate::{Due, SendWebhooks};

/// How many deliveries an endpoint gets at once, after a first one has arrived.
const AT_ONCE: usize = 4;
/// How many an endpoint gets in its turn, while others wait behind the window.
const IN_A_TURN: usize = 100;
/// How long whoever takes a delivery has it. Well above the longest that the function runs.
const LEASE: TimeDelta = TimeDelta::minutes(5);
/// How long an endpoint is left alone that failed.
const PAUSE: TimeDelta = TimeDelta::minutes(1);

/// One endpoint's turn.
pub(crate) struct Round<'a> {
    worker: &'a SendWebhooks,
    due: Due,
    /// Whether others may wait behind what was looked at.
    is_crowded: bool,
    until: Instant,
}

/// What a turn came to.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Served {
    /// How many attempts were made.
    pub(crate) sent: usize,
    /// How many deliveries are not due any more.
    pub(crate) moved: usize,
}

impl<'a> Round<'a> {
    pub(crate) fn new(worker: &'a SendWebhooks, due: Due, is_crowded: bool, until: Instant) -> Self {
        Self { worker, due, is_crowded, until }
    }

    pub(crate) async fn serve(self) -> Result<Served, WorkError> {
        let there = self.worker.hooks.of(&self.due.org).await?;
        let Some(hook) = there.value.get(self.due.hook).filter(|hook| hook.stopped.is_none()) else {
            return Ok(self.drop_all().await?);
        };
        let secret = self.worker.key.open(&self.due.org, hook.id, &hook.secret).ok_or_else(|| {
            WorkError::Lasting("the secret of an endpoint was sealed with another key".to_owned())
        })?;
        let (health, version) = self.worker.hooks.health(&self.due.org, hook.id).await?;
        Ok(self.send_all(hook, &secret, health, version).await?)
    }

    /// There is nobody to tell any more.
    async fn drop_all(&self) -> Result<Served, StoreError> {
        let mut served = Served::default();
        for stored in &self.due.deliveries {
            let mut delivery = stored.delivery.clone();
            delivery.drop_it();
            self.worker.hooks.change_delivery(stored, delivery).await?;
            served.moved += 1;
        }
        Ok(served)
    }

    async fn send_all(
        &self,
        hook: &Webhook,
        secret: &HookSecret,
        before: HookHealth,
        version: u64,
    ) -> Result<Served, StoreError> {
        let mut served = Served::default();
        let mut health = before;
        let (turn, rest) = self.due.deliveries.split_at(self.due.deliveries.len().min(IN_A_TURN));
        let mut left = turn;
        let mut is_down = false;
        while !left.is_empty() && !is_down && Instant::now() < self.until {
            // The first one shows whether anybody is there at all.
            let at_once = if served.sent == 0 { 1 } else { AT_ONCE };
            let (now, later) = left.split_at(left.len().min(at_once));
            let attempts = join_all(now.iter().map(|stored| self.send(hook, secret, stored))).await;
            for attempt in attempts {
                let Some(is_success) = attempt? else { continue };
                health = health.after(is_success, self.worker.clock.now());
                is_down |= !is_success;
                served.sent += 1;
            }
            served.moved += now.len();
            left = later;
        }
        if health != before {
            self.worker.hooks.note_health(&self.due.org, hook.id, health, version).await?;
        }
        if health.is_broken(self.worker.clock.now()) {
            let by = Stamp { by: Actor::system().signature(), at: self.worker.clock.now() };
            if self.worker.hooks.give_up(&self.due.org, hook.id, &by).await? {
                tracing::warn!(hook = %hook.id, "an endpoint was switched off after repeated failures");
            }
        } else if is_down {
            served.moved += self.put_off(left).await?;
        }
        if self.is_crowded {
            served.moved += self.put_off(rest).await?;
        }
        Ok(served)
    }

    /// Has these wait for a little, without an attempt.
    async fn put_off(&self, deliveries: &[StoredDelivery]) -> Result<usize, StoreError> {
        let until = self.worker.clock.now() + PAUSE;
        for stored in deliveries {
            let mut delivery = stored.delivery.clone();
            delivery.put_off(until);
            self.worker.hooks.change_delivery(stored, delivery).await?;
        }
        Ok(deliveries.len())
    }

    /// Makes one attempt, and notes what came of it; `None` if somebody else has the delivery.
    async fn send(
        &self,
        hook: &Webhook,
        secret: &HookSecret,
        stored: &StoredDelivery,
    ) -> Result<Option<bool>, StoreError> {
        let hooks = &self.worker.hooks;
        let mut taken = stored.delivery.clone();
        taken.put_off(self.worker.clock.now() + LEASE);
        let Some(ours) = hooks.change_delivery(stored, taken).await? else { return Ok(None) };
        let began = Instant::now();
        let answered = self.worker.poster.post(&hook.url, secret, &ours.delivery).await;
        let now = self.worker.clock.now();
        let attempt = HookAttempt {
            at: now,
            ms: u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX),
            status: answered.status,
            failure: answered.failure,
        };
        let is_success = attempt.failure.is_none();
        let mut delivery = ours.delivery.clone();
        delivery.note(attempt, now);
        // If somebody asked for it once more meanwhile, it is sent once more.
        hooks.change_delivery(&ours, delivery).await?;
        Ok(Some(is_success))
    }
}

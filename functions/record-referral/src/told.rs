//! What comes without anybody waiting for an answer: the platform's events by EventBridge, and the schedule's ticks.

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::platform_events::read_platform_event;
use guildhall_store::Recorded;
use guildhall_worker::{Event, EventWorker, ScheduledWorker, WorkError};
use tracing::{info, warn};

use crate::RecordReferral;

/// How many waiting events are tried within one tick. The next tick tries the next ones, so that what waits for ever keeps
/// nothing else waiting.
const BATCH: usize = 500;
/// How far ticks are apart, in seconds.
const APART: i64 = 300;

/// No organisation has this id.
pub(crate) fn organisation_unknown() -> FieldError {
    FieldError::field("organisation", FieldCode::IdInvalid)
}

impl EventWorker for RecordReferral {
    async fn handle(&self, event: &Event) -> Result<(), WorkError> {
        let body = event.detail.as_object().ok_or_else(|| lasting("no object"))?;
        // The codes name fields and never what stood in them.
        let told = read_platform_event(body, self.clock.now()).map_err(|errors| {
            let first = errors.first().map(|error| (error.pointer.clone().unwrap_or_default(), error.code));
            lasting(&format!("{first:?}"))
        })?;
        if !self.is_known(&told).await? {
            return Err(lasting("no such organisation"));
        }
        let (id, kind) = (told.id.as_str(), told.event_type().code());
        match self.record(&told).await? {
            Recorded::Applied(entries) => {
                info!(event = id, kind, entries = entries.len(), "applied an event of the platform");
            }
            Recorded::Known => info!(event = id, kind, "an event of the platform came again"),
            Recorded::Waiting(reason) => {
                info!(event = id, kind, waits_for = reason.code(), "an event of the platform waits");
            }
            Recorded::Differs => return Err(lasting("another event has this id")),
            Recorded::Exists => return Err(lasting("the referral exists already")),
            Recorded::Money(_) => return Err(lasting("a sum would be out of range")),
        }
        Ok(())
    }
}

/// What trying again does not mend goes to the dead letters, where somebody looks.
fn lasting(why: &str) -> WorkError {
    WorkError::Lasting(format!("an event of the platform: {why}"))
}

impl ScheduledWorker for RecordReferral {
    async fn tick(&self) -> Result<(), WorkError> {
        let now = self.clock.now();
        let (mut applied, mut failed) = (0_usize, None);
        let waiting = self.events.waiting().await?;
        let pieces = waiting.len().div_ceil(BATCH).max(1);
        let turn = usize::try_from(now.timestamp() / APART).unwrap_or_default() % pieces;
        for waiting in waiting.iter().skip(turn * BATCH).take(BATCH) {
            // One that fails must not keep the others waiting.
            match self.events.record(&waiting.event, now).await {
                Ok(recorded) if recorded.is_applied() => applied += 1,
                Ok(Recorded::Waiting(_)) => {}
                Ok(refused) => {
                    warn!(event = waiting.event.id.as_str(), ?refused, "a waiting event cannot be applied");
                }
                Err(error) => failed = Some(WorkError::from(error)),
            }
        }
        if applied > 0 {
            info!(applied, "applied events of the platform that had waited");
        }
        failed.map_or(Ok(()), Err)
    }
}

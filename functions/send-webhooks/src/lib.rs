//! Delivers what endpoints are to be told of: signed, tried again later and later, and never to an address that is not of
//! the public internet.
//!
//! Whoever receives must take repetitions: a delivery whose answer was lost comes again, under the same id. An endpoint
//! gets its deliveries oldest first, but for those that are tried again; one that fails is left alone for a minute,
//! so that it keeps nobody else waiting.

mod guard;
mod poster;
mod round;

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::StreamExt;
use futures::stream;
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::OrgId;
use guildhall_domain::webhook::HookId;
use guildhall_store::{HookKey, Hooks, StoredDelivery, Table};
use guildhall_worker::{ScheduledWorker, WorkError};

pub use poster::Poster;
use round::Round;

/// How many deliveries are looked for at a time.
const WINDOW: usize = 400;
/// How many endpoints are served at once.
const ENDPOINTS: usize = 32;
/// How long a tick goes on; what it began may take until its own deadline beyond that.
const PATIENCE: Duration = Duration::from_secs(40);

/// Delivers to endpoints.
pub struct SendWebhooks {
    hooks: Hooks,
    clock: Arc<dyn Clock>,
    key: HookKey,
    poster: Poster,
}

/// What is due at one endpoint, longest first.
struct Due {
    org: OrgId,
    hook: HookId,
    deliveries: Vec<StoredDelivery>,
}

impl SendWebhooks {
    /// Works on this table, in this clock's time; secrets were sealed with this key.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>, key: HookKey, poster: Poster) -> Self {
        Self { hooks: Hooks::new(table), clock, key, poster }
    }

    async fn due(&self) -> Result<(Vec<Due>, bool), WorkError> {
        let found = self.hooks.due(self.clock.now(), WINDOW).await?;
        let is_full = found.len() >= WINDOW;
        Ok((grouped(found), is_full))
    }
}

/// The deliveries by endpoint, in the order in which they are due.
fn grouped(found: Vec<StoredDelivery>) -> Vec<Due> {
    let mut groups: Vec<Due> = Vec::new();
    for stored in found {
        let (org, hook) = (&stored.delivery.org, stored.delivery.hook);
        match groups.iter_mut().find(|group| group.hook == hook && group.org == *org) {
            Some(group) => group.deliveries.push(stored),
            None => groups.push(Due { org: org.clone(), hook, deliveries: vec![stored] }),
        }
    }
    groups
}

impl ScheduledWorker for SendWebhooks {
    async fn tick(&self) -> Result<(), WorkError> {
        let until = Instant::now() + PATIENCE;
        let mut failed = None;
        let mut sent = 0_usize;
        loop {
            let (groups, is_full) = self.due().await?;
            let rounds = stream::iter(groups).map(|due| Round::new(self, due, is_full, until).serve());
            let outcomes: Vec<_> = rounds.buffer_unordered(ENDPOINTS).collect().await;
            let mut moved = 0_usize;
            for outcome in outcomes {
                // One endpoint that cannot be served must not keep the others waiting.
                match outcome {
                    Ok(done) => (sent, moved) = (sent + done.sent, moved + done.moved),
                    Err(error) => failed = Some(error),
                }
            }
            if !is_full || moved == 0 || Instant::now() >= until {
                break;
            }
        }
        if sent > 0 {
            tracing::info!(sent, "delivered to endpoints");
        }
        failed.map_or(Ok(()), Err)
    }
}

//! Calls the scheduled workers: every second while that is little work, and at once when somebody moves the clock.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{Notify, mpsc, oneshot};

use super::ScheduledWorkers;
use crate::clock::MovableClock;

/// In AWS the schedule says how often. Here somebody sits and waits.
const EVERY: Duration = Duration::from_secs(1);
/// How much longer than its work a round rests, at most [`LONGEST_REST`]. Lists read again what changed in the last half
/// minute; while thousands of rows are written, that once a second takes more of the machine than the writing does.
const RESTS: u32 = 19;
const LONGEST_REST: Duration = Duration::from_secs(20);

/// Runs until nobody can ask for a tick any more.
pub(super) async fn run(
    workers: ScheduledWorkers,
    clock: Arc<MovableClock>,
    news: Arc<Notify>,
    mut askers: mpsc::Receiver<oneshot::Sender<()>>,
) {
    let mut rest = EVERY;
    loop {
        let asker = tokio::select! {
            asker = askers.recv() => match asker {
                Some(asker) => Some(asker),
                None => return,
            },
            () = clock.moved() => None,
            () = tokio::time::sleep(rest) => None,
        };
        let started = Instant::now();
        for worker in workers.values() {
            // A failure was logged where it happened, and the next tick comes soon.
            let _ = worker().await;
        }
        rest = EVERY.max(started.elapsed() * RESTS).min(LONGEST_REST);
        news.notify_waiters();
        if let Some(asker) = asker {
            // Whoever asked may have stopped waiting.
            let _ = asker.send(());
        }
    }
}

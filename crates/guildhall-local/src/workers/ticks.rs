//! Calls the scheduled workers: every second, and at once when somebody moves the clock.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, mpsc, oneshot};

use super::ScheduledWorkers;
use crate::clock::MovableClock;

/// In AWS the schedule says how often. Here somebody sits and waits.
const EVERY: Duration = Duration::from_secs(1);

/// Runs until nobody can ask for a tick any more.
pub(super) async fn run(
    workers: ScheduledWorkers,
    clock: Arc<MovableClock>,
    news: Arc<Notify>,
    mut askers: mpsc::Receiver<oneshot::Sender<()>>,
) {
    loop {
        let asker = tokio::select! {
            asker = askers.recv() => match asker {
                Some(asker) => Some(asker),
                None => return,
            },
            () = clock.moved() => None,
            () = tokio::time::sleep(EVERY) => None,
        };
        for worker in workers.values() {
            // A failure was logged where it happened, and the next tick comes soon.
            let _ = worker().await;
        }
        news.notify_waiters();
        if let Some(asker) = asker {
            // Whoever asked may have stopped waiting.
            let _ = asker.send(());
        }
    }
}

//! Everything that runs without a request: the workers that follow the table's stream, and those that are
//! called on a schedule. Which there are, and what each wants to hear of, stands in the template.

mod dead_letters;
mod positions;
mod pump;
mod registry;
mod subscription;
mod ticks;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use guildhall_store::stream::StreamSource;
use guildhall_worker::{EventEntry, ScheduleEntry, StreamEntry};
use tokio::sync::{Notify, mpsc, oneshot};
use tokio::task::JoinSet;

pub use dead_letters::DeadLetter;
pub(crate) use dead_letters::DeadLetters;
pub(crate) use positions::Positions;
use pump::{Asker, Pump};
#[cfg(test)]
pub(crate) use registry::carrier_reports;
pub(crate) use registry::{
    BEGIN_WITH_THE_DEMO, CARRIER_REPORTS_TO, NOT_TOLD_OF_THE_DEMO, Tools, beginnings, event_workers,
    publisher, scheduled_workers, stream_workers,
};
pub(crate) use subscription::Subscribed;
#[cfg(test)]
use subscription::Subscription;

use crate::StartError;
use crate::clock::MovableClock;
use crate::data_dir::DataDir;

/// How long work under way may take once the system is told to stop.
const STOPPING: Duration = Duration::from_secs(10);
/// How long to wait, at most, until everything is handled.
const SETTLING: Duration = Duration::from_secs(60);

/// Workers that follow the stream, by the name of their binary.
pub(crate) type StreamWorkers = BTreeMap<&'static str, StreamEntry>;
/// How workers that follow the stream can begin with everything at once, by the name of their binary.
pub(crate) type Beginnings = BTreeMap<&'static str, ScheduleEntry>;
/// Workers that are called on a schedule, by the name of their binary.
pub(crate) type ScheduledWorkers = BTreeMap<&'static str, ScheduleEntry>;
/// Workers that other services report to, by the name of their binary.
pub(crate) type EventWorkers = BTreeMap<&'static str, EventEntry>;

/// What is kept about workers.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) positions: Arc<Positions>,
    pub(crate) dead_letters: Arc<DeadLetters>,
}

impl Kept {
    pub(crate) fn open(data: &DataDir) -> Result<Self, StartError> {
        Ok(Self {
            positions: Arc::new(Positions::open(data)?),
            dead_letters: Arc::new(DeadLetters::open(data)?),
        })
    }
}

/// Workers that are ready to start.
pub(crate) struct Workers {
    pumps: Vec<Pump>,
    scheduled: ScheduledWorkers,
    clock: Arc<MovableClock>,
    news: Arc<Notify>,
}

impl Workers {
    /// Joins what the template says and the workers. Whatever the template runs must be here.
    pub(crate) fn new(
        source: &StreamSource,
        template: Subscribed,
        stream: &StreamWorkers,
        beginnings: &Beginnings,
        scheduled: ScheduledWorkers,
        clock: Arc<MovableClock>,
        kept: &Kept,
    ) -> Result<Self, StartError> {
        let news = Arc::new(Notify::new());
        let mut pumps = Vec::new();
        for function in template.scheduled {
            if !scheduled.contains_key(function.as_str()) {
                return Err(StartError::UnknownFunction { function });
            }
        }
        for subscription in template.subscriptions {
            let name = subscription.function.as_str();
            let Some(entry) = stream.get(name) else {
                return Err(StartError::UnknownFunction { function: subscription.function });
            };
            let beginning = beginnings.get(name).cloned();
            pumps.push(Pump {
                source: source.clone(),
                subscription,
                entry: Arc::clone(entry),
                beginning,
                positions: Arc::clone(&kept.positions),
                dead_letters: Arc::clone(&kept.dead_letters),
                news: Arc::clone(&news),
            });
        }
        Ok(Self { pumps, scheduled, clock, news })
    }

    /// Takes the workers that are not to hear of it past everything that is in the stream now.
    pub(crate) async fn skip(&self, positions: &Positions) -> Result<(), StartError> {
        let to_skip = positions.to_skip();
        if to_skip.is_empty() {
            return Ok(());
        }
        for pump in self.pumps.iter().filter(|pump| to_skip.contains(&pump.subscription.function)) {
            let skipped = pump.pass_over_everything().await;
            skipped.map_err(|error| StartError::Demo { reason: error.to_string() })?;
        }
        positions.note_skipped()
    }

    /// Starts them.
    pub(crate) fn start(self) -> RunningWorkers {
        let (mut tasks, mut askers) = (JoinSet::new(), Vec::new());
        for pump in self.pumps {
            let (asker, asked) = mpsc::channel(8);
            tasks.spawn(pump.run(asked));
            askers.push(asker);
        }
        let (ticker, ticks) = mpsc::channel(8);
        tasks.spawn(ticks::run(self.scheduled, self.clock, Arc::clone(&self.news), ticks));
        RunningWorkers { tasks, askers, ticker, news: self.news }
    }
}

/// Workers at work. They stop when this is dropped.
pub(crate) struct RunningWorkers {
    tasks: JoinSet<()>,
    askers: Vec<mpsc::Sender<Asker>>,
    ticker: mpsc::Sender<oneshot::Sender<()>>,
    news: Arc<Notify>,
}

impl RunningWorkers {
    /// What to tell when something may have been written, so that the workers look at once.
    pub(crate) fn news(&self) -> Arc<Notify> {
        Arc::clone(&self.news)
    }

    /// Waits until whatever is due was done and every change so far was handled, and the changes that
    /// came of that as well.
    pub(crate) async fn settle(&self) {
        let settled = async {
            loop {
                self.tick().await;
                let mut handed_over = 0;
                for pump in &self.askers {
                    handed_over += ask(pump).await.unwrap_or_default();
                }
                if handed_over == 0 {
                    return;
                }
            }
        };
        if tokio::time::timeout(SETTLING, settled).await.is_err() {
            tracing::error!("the workers do not come to rest");
        }
    }

    async fn tick(&self) {
        ask(&self.ticker).await;
    }

    /// Lets them finish what they are at.
    pub(crate) async fn stop(self) {
        let Self { mut tasks, askers, ticker, .. } = self;
        drop((askers, ticker));
        let ended = async { while tasks.join_next().await.is_some() {} };
        if tokio::time::timeout(STOPPING, ended).await.is_err() {
            tracing::warn!("workers that took too long were cut off; they begin again at the next start");
        }
    }
}

/// Asks a task and waits for its answer; `None` if it has ended.
async fn ask<T>(task: &mpsc::Sender<oneshot::Sender<T>>) -> Option<T> {
    let (asker, answer) = oneshot::channel();
    task.send(asker).await.ok()?;
    answer.await.ok()
}

#[cfg(test)]
mod tests;

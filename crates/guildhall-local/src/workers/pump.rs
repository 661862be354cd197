//! Feeds one worker from the stream, as Lambda's event source mapping does: batch by batch, shard by
//! shard, from where it ended; again after a failure, a bounded number of times; and past a change that
//! fails for good, which goes to the dead letters.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use guildhall_store::StoreError;
use guildhall_store::stream::{Shard, Start, StreamSource};
use guildhall_worker::{Change, ScheduleEntry, StreamEntry};
use tokio::sync::{Notify, mpsc, oneshot};

use super::dead_letters::DeadLetters;
use super::positions::{Place, Positions, Shards};
use super::subscription::Subscription;

/// How long a pump rests when nobody wakes it.
const REST: Duration = Duration::from_millis(250);
/// How long the first pause after a failure is; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// Feeds one worker.
pub(super) struct Pump {
    pub(super) source: StreamSource,
    pub(super) subscription: Subscription,
    pub(super) entry: StreamEntry,
    /// How the worker begins with everything at once, if it can.
    pub(super) beginning: Option<ScheduleEntry>,
    pub(super) positions: Arc<Positions>,
    pub(super) dead_letters: Arc<DeadLetters>,
    /// Tells all pumps that there may be something new.
    pub(super) news: Arc<Notify>,
}

/// Somebody who waits until a pump has nothing left, and wants to know how many changes that took.
pub(super) type Asker = oneshot::Sender<usize>;

/// Where a pump is in a stream.
struct Reading {
    stream: String,
    /// Of the shards that are not at their end.
    cursors: BTreeMap<String, String>,
    places: Shards,
}

#[derive(Debug, Default)]
struct Progress {
    read: usize,
    handed_over: usize,
}

impl Pump {
    /// Runs until nobody can ask it anything any more.
    pub(super) async fn run(self, mut askers: mpsc::Receiver<Asker>) {
        if !self.begin(&askers).await {
            return;
        }
        let (mut reading, mut pause) = (None, FIRST_PAUSE);
        let mut waiting: Vec<(Asker, usize)> = Vec::new();
        loop {
            // From here on, so that no news is missed while a round is under way.
            let mut news = pin!(self.news.notified());
            news.as_mut().enable();
            let rest = match self.round(&mut reading).await {
                Ok(Progress { read: 0, .. }) => {
                    for (asker, handed_over) in waiting.drain(..) {
                        // Whoever asked may have stopped waiting.
                        let _ = asker.send(handed_over);
                    }
                    pause = FIRST_PAUSE;
                    REST
                }
                Ok(Progress { handed_over, .. }) => {
                    waiting.iter_mut().for_each(|(_, sum)| *sum += handed_over);
                    if handed_over > 0 {
                        // What this worker wrote may be of interest to others.
                        self.news.notify_waiters();
                    }
                    Duration::ZERO
                }
                Err(error) => {
                    tracing::warn!(worker = self.subscription.function, %error, "the stream cannot be read");
                    reading = None;
                    pause = (pause * 2).min(LONGEST_PAUSE);
                    pause
                }
            };
            tokio::select! {
                asker = askers.recv() => match asker {
                    Some(asker) => waiting.push((asker, 0)),
                    None => return,
                },
                () = &mut news => {}
                () = tokio::time::sleep(rest) => {}
            }
        }
    }

    /// Lets the worker begin with everything at once, if that is still to be done; `false` if it was
    /// stopped before. The stream waits meanwhile, so nothing older comes after something newer.
    async fn begin(&self, askers: &mpsc::Receiver<Asker>) -> bool {
        let worker = self.subscription.function.as_str();
        let Some(beginning) = self.beginning.as_ref().filter(|_| self.positions.is_to_begin(worker)) else {
            return true;
        };
        let started = Instant::now();
        tracing::info!(worker, "making everything of the demo data; what is not made yet appears as it is");
        let mut pause = FIRST_PAUSE;
        for tries in 1.. {
            // A failure is logged where it happens.
            if beginning().await.is_ok() {
                break;
            }
            if askers.is_closed() {
                return false;
            }
            if tries > self.subscription.retries {
                tracing::error!(
                    worker,
                    "gave up making everything at once; it is tried again at the next start"
                );
                return true;
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
        if let Err(error) = self.positions.note_begun(worker) {
            tracing::warn!(worker, %error, "the beginning could not be noted; it is made again at the next start");
        }
        tracing::info!(worker, elapsed = ?started.elapsed(), "made everything of the demo data");
        true
    }

    /// Takes the worker past everything that is in the stream now, as if it had been handled.
    pub(super) async fn pass_over_everything(&self) -> Result<(), StoreError> {
        let Some(stream) = self.source.name().await? else { return Ok(()) };
        let mut places = Shards::new();
        for shard in self.source.shards(&stream).await? {
            if let Some(last) = self.last_number(&stream, &shard).await? {
                places.insert(shard.id, Place::After(last));
            }
        }
        self.keep(&stream, &places)
    }

    async fn last_number(&self, stream: &str, shard: &Shard) -> Result<Option<String>, StoreError> {
        let mut last = shard.last.clone();
        let start = last.clone().map_or(Start::Oldest, Start::After);
        let mut cursor = Some(self.source.cursor(stream, &shard.id, &start).await?);
        while let Some(at) = cursor {
            let page = self.source.read(&at).await?;
            let Some(change) = page.changes.last() else { break };
            last = Some(change.sequence_number.clone());
            cursor = page.next;
        }
        Ok(last)
    }

    /// Goes through all shards once.
    async fn round(&self, reading: &mut Option<Reading>) -> Result<Progress, StoreError> {
        let reading = match reading {
            Some(reading) => reading,
            None => match self.open().await? {
                Some(opened) => reading.insert(opened),
                None => return Ok(Progress::default()),
            },
        };
        let mut progress = Progress::default();
        for shard in reading.cursors.keys().cloned().collect::<Vec<_>>() {
            let of_shard = self.advance(reading, &shard).await?;
            progress.read += of_shard.read;
            progress.handed_over += of_shard.handed_over;
        }
        Ok(progress)
    }

    /// Finds the stream and the shards that can be read now.
    async fn open(&self) -> Result<Option<Reading>, StoreError> {
        let Some(stream) = self.source.name().await? else { return Ok(None) };
        let places = self.positions.of(&stream, &self.subscription.function);
        let mut reading = Reading { stream, cursors: BTreeMap::new(), places };
        self.open_shards(&mut reading).await?;
        Ok(Some(reading))
    }

    /// A shard is read once the one that it follows is at its end, so the changes of one item stay in order.
    async fn open_shards(&self, reading: &mut Reading) -> Result<(), StoreError> {
        let shards = self.source.shards(&reading.stream).await?;
        let is_there = |id: &str| shards.iter().any(|shard| shard.id == id);
        reading.places.retain(|id, _| is_there(id));
        for shard in &shards {
            let parent = shard.parent.as_deref().filter(|id| is_there(id));
            let is_ready = parent.is_none_or(|id| reading.places.get(id) == Some(&Place::End));
            let start = match reading.places.get(&shard.id) {
                Some(Place::End) => continue,
                Some(Place::After(number)) => Start::After(number.clone()),
                None => Start::Oldest,
            };
            if is_ready && !reading.cursors.contains_key(&shard.id) {
                let cursor = self.source.cursor(&reading.stream, &shard.id, &start).await?;
                reading.cursors.insert(shard.id.clone(), cursor);
            }
        }
        Ok(())
    }

    /// Reads one page of a shard and hands it over.
    async fn advance(&self, reading: &mut Reading, shard: &str) -> Result<Progress, StoreError> {
        let Some(cursor) = reading.cursors.get(shard) else { return Ok(Progress::default()) };
        let page = self.source.read(cursor).await?;
        let mut progress = Progress { read: page.changes.len(), handed_over: 0 };
        let last = page.changes.last().map(|change| change.sequence_number.clone());
        let wanted = page.changes.into_iter().filter(|change| self.subscription.wants(change));
        let wanted: Vec<_> = wanted.collect();
        for batch in wanted.chunks(self.subscription.batch_size) {
            self.hand_over(batch.to_vec()).await;
            progress.handed_over += batch.len();
            if let Some(change) = batch.last() {
                self.move_to(reading, shard, Place::After(change.sequence_number.clone()))?;
            }
        }
        if let Some(last) = last {
            self.move_to(reading, shard, Place::After(last))?;
        }
        if let Some(next) = page.next {
            reading.cursors.insert(shard.to_owned(), next);
        } else {
            reading.cursors.remove(shard);
            self.move_to(reading, shard, Place::End)?;
            self.open_shards(reading).await?;
            // The shards that follow are still to be read.
            progress.read += 1;
        }
        Ok(progress)
    }

    fn move_to(&self, reading: &mut Reading, shard: &str, place: Place) -> Result<(), StoreError> {
        if reading.places.get(shard) == Some(&place) {
            return Ok(());
        }
        reading.places.insert(shard.to_owned(), place);
        self.keep(&reading.stream, &reading.places)
    }

    /// Hands a batch over until every change of it is handled or given up.
    async fn hand_over(&self, mut batch: Vec<Change>) {
        let (mut tries, mut pause) = (0, FIRST_PAUSE);
        loop {
            let failed = (self.entry)(batch.clone()).await;
            let place = |number: &str| batch.iter().position(|change| change.sequence_number == number);
            let first = failed
                .iter()
                .filter_map(|failed| Some((place(&failed.sequence_number)?, failed)))
                .min_by_key(|(place, _)| *place);
            let Some((place, failure)) = first else { return };
            if place > 0 {
                // It got further than the last time, so what fails now has all its tries before it.
                tries = 0;
                pause = FIRST_PAUSE;
            }
            batch.drain(..place);
            if tries < self.subscription.retries && failure.error.is_passing() {
                tries += 1;
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
                continue;
            }
            let given_up = batch.remove(0);
            self.dead_letters.add(&self.subscription.function, &given_up, &failure.error);
            if batch.is_empty() {
                return;
            }
            tries = 0;
            pause = FIRST_PAUSE;
        }
    }

    fn keep(&self, stream: &str, places: &Shards) -> Result<(), StoreError> {
        self.positions.keep(stream, &self.subscription.function, places).map_err(|error| {
            StoreError::Unavailable { reason: format!("the position cannot be kept: {error}") }
        })
    }
}

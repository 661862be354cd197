//! The pump on the embedded database, with workers that remember and workers that fail.

use std::sync::Mutex;

use chrono::{TimeDelta, Utc};
use guildhall_domain::clock::Clock;
use guildhall_domain::lead::Lead;
use guildhall_store::bulk::Bulk;
use guildhall_store::{Table, stream};
use guildhall_worker::{Change, ScheduledWorker, StreamWorker, WorkError, schedule_entry, stream_entry};

use super::*;
use crate::database::EmbeddedDatabase;
use crate::demo::{self, DemoData};

const WORKER: &str = "remember";

/// Remembers which version of which lead it was handed, and fails as it is told to.
#[derive(Default, Clone)]
struct Memory {
    seen: Arc<Mutex<Vec<(String, u64)>>>,
    tries: Arc<Mutex<BTreeMap<String, u32>>>,
    /// The lead that fails, how often, and how.
    broken: Option<(String, u32, WorkError)>,
}

impl StreamWorker for Memory {
    async fn handle(&self, change: &Change) -> Result<(), WorkError> {
        if let Some((broken, times, error)) = &self.broken
            && change.key.sk == *broken
        {
            let mut tries = self.tries.lock().unwrap();
            let tried = tries.entry(broken.clone()).or_default();
            *tried += 1;
            if *tried <= *times {
                return Err(error.clone());
            }
        }
        let lead = stream::lead(change.new_image().expect("a lead was written"))?;
        self.seen.lock().unwrap().push((change.key.sk.clone(), lead.version));
        Ok(())
    }
}

impl Memory {
    fn seen(&self) -> Vec<(String, u64)> {
        self.seen.lock().unwrap().clone()
    }
}

/// A table on an embedded database, and what is kept beside it.
struct Bench {
    data: DataDir,
    _database: EmbeddedDatabase,
    table: Table,
    source: StreamSource,
}

impl Bench {
    async fn new(data: DataDir) -> Self {
        let database = EmbeddedDatabase::start(&data, None).unwrap();
        let table = Table::connect(database.endpoint(), "guildhall");
        table.ensure_created().await.unwrap();
        let source = StreamSource::connect(database.endpoint(), "guildhall");
        Self { data, _database: database, table, source }
    }

    fn workers(&self, memory: &Memory, kept: &Kept) -> Workers {
        self.workers_that_begin(memory, kept, &Beginnings::new())
    }

    fn workers_that_begin(&self, memory: &Memory, kept: &Kept, beginnings: &Beginnings) -> Workers {
        let subscription =
            Subscription { function: WORKER.to_owned(), batch_size: 3, retries: 4, filters: Vec::new() };
        let workers = StreamWorkers::from([(WORKER, stream_entry(memory.clone()))]);
        let template =
            Subscribed { subscriptions: vec![subscription], scheduled: Vec::new(), told: Vec::new() };
        Workers::new(&self.source, template, &workers, beginnings, ScheduledWorkers::new(), clock(), kept)
            .unwrap()
    }

    async fn write(&self, leads: &[Lead]) {
        // One at a time, so that the order of the stream is known.
        for lead in leads {
            Bulk::new(self.table.clone()).leads(std::slice::from_ref(lead)).await.unwrap();
        }
    }
}

fn clock() -> Arc<MovableClock> {
    Arc::new(MovableClock::open(&DataDir::Memory, None).unwrap())
}

/// Leads without a reference of their own, so that each is one item.
fn leads(count: usize) -> Vec<Lead> {
    let all = DemoData::tell(demo::anchor(None), 1).leads.into_iter();
    all.filter(|lead| lead.form.reference.is_none())
        .take(count)
        .map(|lead| Lead { version: 1, ..lead })
        .collect()
}

fn places(leads: &[Lead]) -> Vec<(String, u64)> {
    leads.iter().map(|lead| (guildhall_store::keys::Key::lead(&lead.id).sk, lead.version)).collect()
}

#[tokio::test]
async fn every_write_is_handed_over_in_its_order() {
    let bench = Bench::new(DataDir::Memory).await;
    let kept = Kept::open(&bench.data).unwrap();
    let memory = Memory::default();
    let running = bench.workers(&memory, &kept).start();
    let mut expected = Vec::new();
    for version in 1..=3 {
        let leads: Vec<_> = leads(8).into_iter().map(|lead| Lead { version, ..lead }).collect();
        bench.write(&leads).await;
        expected.extend(places(&leads));
    }
    running.settle().await;
    assert_eq!(memory.seen(), expected);
    running.stop().await;
}

#[tokio::test]
async fn a_change_that_fails_for_a_while_is_handled_in_the_end() {
    let bench = Bench::new(DataDir::Memory).await;
    let kept = Kept::open(&bench.data).unwrap();
    let leads = leads(6);
    let broken = Some((places(&leads)[1].0.clone(), 4, WorkError::Passing("asleep".to_owned())));
    let memory = Memory { broken, ..Memory::default() };
    let running = bench.workers(&memory, &kept).start();
    bench.write(&leads).await;
    running.settle().await;
    assert_eq!(memory.seen(), places(&leads));
    assert_eq!(kept.dead_letters.list(), []);
    running.stop().await;
}

#[tokio::test]
async fn a_change_that_fails_for_good_ends_among_the_dead_letters_and_stops_nobody_else() {
    for error in [WorkError::Passing("asleep".to_owned()), WorkError::Lasting("damaged".to_owned())] {
        let bench = Bench::new(DataDir::Memory).await;
        let kept = Kept::open(&bench.data).unwrap();
        let leads = leads(6);
        let mut expected = places(&leads);
        let (poison, _) = expected.remove(1);
        let broken = Some((poison.clone(), u32::MAX, error.clone()));
        let memory = Memory { broken, ..Memory::default() };
        let running = bench.workers(&memory, &kept).start();
        bench.write(&leads).await;
        running.settle().await;
        assert_eq!(memory.seen(), expected);
        let letters = kept.dead_letters.list();
        assert_eq!(letters.len(), 1);
        assert_eq!(
            (letters[0].sk.as_str(), letters[0].reason.as_str()),
            (poison.as_str(), &*error.to_string())
        );
        // What will not pass is not tried again.
        let tries = if error.is_passing() { 5 } else { 1 };
        assert_eq!(memory.tries.lock().unwrap()[&poison], tries);
        running.stop().await;
    }
}

#[tokio::test]
async fn after_a_restart_nothing_is_left_out_and_little_is_handed_over_twice() {
    let folder = std::env::temp_dir().join(format!("guildhall-pump-{}", std::process::id()));
    let all = leads(20);
    let first = Memory::default();
    {
        let bench = Bench::new(DataDir::open(&folder).unwrap()).await;
        let kept = Kept::open(&bench.data).unwrap();
        let running = bench.workers(&first, &kept).start();
        bench.write(&all[..10]).await;
        // Gone in the middle of its work, as after a kill.
        drop(running);
        bench.write(&all[10..]).await;
    }
    let bench = Bench::new(DataDir::open(&folder).unwrap()).await;
    let kept = Kept::open(&bench.data).unwrap();
    let second = Memory::default();
    let running = bench.workers(&second, &kept).start();
    running.settle().await;
    let (first, second) = (first.seen(), second.seen());
    // Together they saw everything in its order; twice, at most, the batch that was cut off.
    let twice = (first.len() + second.len()).checked_sub(all.len()).expect("nothing was left out");
    assert!(twice <= 3, "{twice} changes were handed over twice");
    assert_eq!(first, places(&all)[..first.len()]);
    assert_eq!(second, places(&all)[all.len() - second.len()..]);
    running.stop().await;
    drop(bench);

    let passed = kept.positions.passed_by([WORKER].into_iter());
    assert!(passed.is_some());
    let data = DataDir::open(&folder).unwrap();
    let database = EmbeddedDatabase::start(&data, passed.as_deref()).unwrap();
    let source = StreamSource::connect(database.endpoint(), "guildhall");
    let name = source.name().await.unwrap().unwrap();
    let shard = source.shards(&name).await.unwrap().remove(0);
    let cursor = source.cursor(&name, &shard.id, &stream::Start::Oldest).await.unwrap();
    let left: Vec<_> = source.read(&cursor).await.unwrap().changes;
    assert_eq!(left.len(), 1, "what everybody has handled was not dropped");
    drop((database, data));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn a_worker_can_be_taken_past_what_is_there() {
    let bench = Bench::new(DataDir::Memory).await;
    let kept = Kept::open(&bench.data).unwrap();
    let leads = leads(6);
    bench.write(&leads[..4]).await;
    let memory = Memory::default();
    let workers = bench.workers(&memory, &kept);
    kept.positions.note_to_skip(&[WORKER], &[]).unwrap();
    workers.skip(&kept.positions).await.unwrap();
    assert!(kept.positions.to_skip().is_empty(), "it would be skipped again at the next start");
    let running = workers.start();
    bench.write(&leads[4..]).await;
    running.settle().await;
    assert_eq!(memory.seen(), places(&leads[4..]));
    running.stop().await;
}

/// Fails once, and then writes down what the other worker had seen by then.
struct Beginning(Memory, Arc<Mutex<Vec<usize>>>);

impl ScheduledWorker for Beginning {
    async fn tick(&self) -> Result<(), WorkError> {
        let mut calls = self.1.lock().unwrap();
        calls.push(self.0.seen().len());
        if calls.len() == 1 { Err(WorkError::Passing("asleep".to_owned())) } else { Ok(()) }
    }
}

#[tokio::test]
async fn a_worker_that_begins_with_everything_at_once_does_so_once_and_before_anything_newer() {
    let bench = Bench::new(DataDir::Memory).await;
    let kept = Kept::open(&bench.data).unwrap();
    let leads = leads(6);
    bench.write(&leads[..4]).await;
    kept.positions.note_to_skip(&[WORKER], &[WORKER]).unwrap();
    let (memory, calls) = (Memory::default(), Arc::default());
    for expected in [[4, 5], [5, 6]] {
        let beginning = schedule_entry(Beginning(memory.clone(), Arc::clone(&calls)));
        let workers = bench.workers_that_begin(&memory, &kept, &Beginnings::from([(WORKER, beginning)]));
        workers.skip(&kept.positions).await.unwrap();
        bench.write(&leads[expected[0]..expected[1]]).await;
        let running = workers.start();
        running.settle().await;
        running.stop().await;
    }
    assert_eq!(*calls.lock().unwrap(), [0, 0]);
    assert_eq!(memory.seen(), places(&leads[4..]));
}

/// Remembers when it was called, by the business clock.
struct Calls(Arc<Mutex<Vec<chrono::DateTime<Utc>>>>, Arc<MovableClock>);

impl ScheduledWorker for Calls {
    async fn tick(&self) -> Result<(), WorkError> {
        self.0.lock().unwrap().push(self.1.now());
        Ok(())
    }
}

// The machine's time stands still, so only the move can be what it ticks for.
#[tokio::test(start_paused = true)]
async fn moving_the_clock_makes_it_tick_at_once() {
    let (clock, calls) = (clock(), Arc::default());
    let worker = schedule_entry(Calls(Arc::clone(&calls), Arc::clone(&clock)));
    let (ticker, ticks) = mpsc::channel(1);
    let running = ticks::run(
        ScheduledWorkers::from([("sweep", worker)]),
        Arc::clone(&clock),
        Arc::new(Notify::new()),
        ticks,
    );
    let running = tokio::spawn(running);
    let later = clock.now() + TimeDelta::days(400);
    clock.set(later).unwrap();
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    let calls: Vec<chrono::DateTime<Utc>> = calls.lock().unwrap().clone();
    assert_eq!(calls.len(), 1);
    assert!((calls[0] - later).abs() < TimeDelta::seconds(20));
    drop(ticker);
    running.await.unwrap();
}

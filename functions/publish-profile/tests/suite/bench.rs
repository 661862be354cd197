//! A fresh table with its stream, a store of files, and the publisher between them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use guildhall_domain::clock::Clock;
use guildhall_pages::Site;
use guildhall_store::{PartnerProfiles, Reviews, Table};
use guildhall_worker::{BatchWorker, Change};
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use publish_profile::Publisher;

/// A clock that stands where it was put; at first long after the directory opened.
pub(crate) struct TestClock(Mutex<DateTime<Utc>>);

impl Default for TestClock {
    fn default() -> Self {
        Self(Mutex::new(moment("2026-11-22T12:00:00Z")))
    }
}

impl TestClock {
    pub(crate) fn put(&self, text: &str) {
        *self.0.lock().unwrap() = moment(text);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) struct Bench {
    pub(crate) table: Table,
    pub(crate) profiles: PartnerProfiles,
    pub(crate) reviews: Reviews,
    pub(crate) publisher: Publisher,
    pub(crate) files: Arc<dyn ObjectStore>,
    pub(crate) clock: Arc<TestClock>,
    bench: guildhall_bench::Bench,
    handled: usize,
}

impl Bench {
    pub(crate) async fn new() -> Self {
        Self::on(Arc::new(InMemory::new())).await
    }

    pub(crate) async fn on(files: Arc<dyn ObjectStore>) -> Self {
        let bench = guildhall_bench::Bench::new().await;
        let clock = Arc::new(TestClock::default());
        let table = bench.table.clone();
        Self {
            profiles: PartnerProfiles::new(table.clone()),
            reviews: Reviews::new(table.clone()),
            publisher: publisher(&table, &files, &clock),
            clock,
            bench,
            handled: 0,
            files,
            table,
        }
    }

    /// A publisher of its own on the same table, with its own files.
    pub(crate) fn another(&self) -> (Publisher, Arc<dyn ObjectStore>) {
        let files: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
        (publisher(&self.table, &files, &self.clock), files)
    }

    /// Everything that ever happened to the table, in order.
    pub(crate) async fn changes(&self) -> Vec<Change> {
        self.bench.changes().await
    }

    /// Hands over what happened since the last time, as one batch. Returns the changes that failed.
    pub(crate) async fn hand_over(&mut self) -> Vec<String> {
        let changes = self.changes().await;
        let failed = self.publisher.handle(&changes[self.handled..]).await;
        self.handled = changes.len();
        failed.into_iter().map(|one| one.sequence_number).collect()
    }

    /// The same, where nothing may fail.
    pub(crate) async fn settle(&mut self) {
        assert_eq!(self.hand_over().await, Vec::<String>::new());
    }

    pub(crate) async fn text(&self, name: &str) -> Option<String> {
        let found = self.files.get(&Path::from(name)).await.ok()?;
        Some(String::from_utf8(found.bytes().await.unwrap().to_vec()).unwrap())
    }

    /// The paths of the pages in English that the map of the site names.
    pub(crate) async fn mapped(&self) -> BTreeSet<String> {
        let map = self.text("sitemap.xml").await.unwrap();
        let found = map.split("<loc>").skip(1).filter_map(|rest| rest.split_once("</loc>"));
        found.map(|(address, _)| address.trim_start_matches("https://guildhall.example").to_owned()).collect()
    }
}

/// Every file with what it holds, but for the note of how far they are, which nobody is led to.
pub(crate) async fn everything(files: &Arc<dyn ObjectStore>) -> BTreeMap<String, String> {
    let listed: Vec<_> = files.list(None).try_collect().await.unwrap();
    let mut found = BTreeMap::new();
    for file in listed.into_iter().filter(|file| file.location.as_ref() != "state/pages.txt") {
        let bytes = files.get(&file.location).await.unwrap().bytes().await.unwrap();
        found.insert(file.location.to_string(), String::from_utf8(bytes.to_vec()).unwrap());
    }
    found
}

fn publisher(table: &Table, files: &Arc<dyn ObjectStore>, clock: &Arc<TestClock>) -> Publisher {
    let clock: Arc<dyn Clock> = Arc::<TestClock>::clone(clock);
    Publisher::new(table, Arc::clone(files), Site::new("https://guildhall.example"), clock)
}

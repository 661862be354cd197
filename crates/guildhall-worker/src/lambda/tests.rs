//! What Lambda sends, and what it is answered.

use std::sync::Mutex;

use serde_json::{Value, json};

use super::*;
use crate::WorkError;

/// A record as Lambda sends it.
fn record(number: u32, item: &str, name: &str) -> Value {
    let key = json!({ "PK": { "S": "ORG#acme#LEADS" }, "SK": { "S": item } });
    let image = |version: u32| {
        let mut image = key.clone();
        image["type"] = json!({ "S": "lead" });
        image["version"] = json!({ "N": version.to_string() });
        image["request"] = json!({ "B": "AAEqQQ==" });
        image["timeline"] = json!({ "L": [{ "M": { "at": { "N": "1" }, "note": { "NULL": true } } }] });
        image
    };
    let mut change = json!({
        "ApproximateCreationDateTime": 1_795_000_000,
        "Keys": key,
        "SequenceNumber": format!("{:021}", 4_421_584_500_000 + u64::from(number)),
        "SizeBytes": 212,
        "StreamViewType": "NEW_AND_OLD_IMAGES",
    });
    if name != "INSERT" {
        change["OldImage"] = image(1);
    }
    if name != "REMOVE" {
        change["NewImage"] = image(2);
    }
    json!({
        "eventID": format!("{number:032x}"),
        "eventName": name,
        "eventVersion": "1.1",
        "eventSource": "aws:dynamodb",
        "awsRegion": "eu-north-1",
        "userIdentity": { "type": "Service", "principalId": "dynamodb.amazonaws.com" },
        "dynamodb": change,
        "eventSourceARN": "arn:aws:dynamodb:eu-north-1:123456789012:table/guildhall/stream/2026-11-21T00:00:00.000",
    })
}

fn event(records: &[Value]) -> StreamEvent {
    serde_json::from_value(json!({ "Records": records })).expect("a stream event")
}

/// What Lambda is answered for an event.
async fn answer(entry: &StreamEntry, records: &[Value]) -> Value {
    let failed = entry(event(records).records).await;
    serde_json::to_value(StreamAnswer::from(failed)).expect("an answer")
}

/// Remembers the sort keys it was handed; refuses some and panics at others.
#[derive(Default)]
struct Picky(Mutex<Vec<String>>);

impl StreamWorker for &'static Picky {
    async fn handle(&self, change: &Change) -> Result<(), WorkError> {
        assert_ne!(change.key.sk, "LEAD#panic", "as the test wants it");
        if change.key.sk == "LEAD#refused" {
            return Err(WorkError::Passing("as the test wants it".to_owned()));
        }
        self.0.lock().expect("nobody panics with it").push(change.key.sk.clone());
        Ok(())
    }
}

fn picky() -> (&'static Picky, StreamEntry) {
    let worker: &'static Picky = Box::leak(Box::default());
    (worker, stream_entry(worker))
}

#[test]
fn a_record_is_read_with_both_images_its_place_and_its_moment() {
    let changes =
        event(&[record(1, "LEAD#a", "INSERT"), record(2, "LEAD#a", "MODIFY"), record(3, "LEAD#a", "REMOVE")])
            .records;
    let images: Vec<_> =
        changes.iter().map(|change| (change.old_image().is_some(), change.new_image().is_some())).collect();
    assert_eq!(images, [(false, true), (true, true), (true, false)]);
    for change in &changes {
        assert_eq!((change.key.pk.as_str(), change.key.sk.as_str()), ("ORG#acme#LEADS", "LEAD#a"));
        assert_eq!(change.kind(), guildhall_store::kind::LEAD);
        assert_eq!(change.happened_at.expect("a moment").timestamp(), 1_795_000_000);
    }
    assert_eq!(changes[2].sequence_number, "000000004421584500003");
}

#[test]
fn what_is_in_an_item_does_not_reach_a_log() {
    let change = event(&[record(1, "LEAD#a", "MODIFY")]).records.remove(0);
    let shown = format!("{change:?}");
    assert!(shown.contains("lead") && !shown.contains("timeline") && !shown.contains("version"), "{shown}");
}

#[tokio::test]
async fn a_batch_without_failures_is_answered_with_an_empty_list() {
    let (worker, entry) = picky();
    let records = [record(1, "LEAD#a", "INSERT"), record(2, "LEAD#b", "MODIFY")];
    assert_eq!(answer(&entry, &records).await, json!({ "batchItemFailures": [] }));
    assert_eq!(*worker.0.lock().expect("nobody panicked"), ["LEAD#a", "LEAD#b"]);
}

#[tokio::test]
async fn a_failure_is_reported_by_its_number_and_nothing_after_it_is_handled() {
    for broken in ["LEAD#refused", "LEAD#panic"] {
        let (worker, entry) = picky();
        let records =
            [record(1, "LEAD#a", "INSERT"), record(2, broken, "INSERT"), record(3, "LEAD#b", "INSERT")];
        let expected = json!({ "batchItemFailures": [{ "itemIdentifier": "000000004421584500002" }] });
        assert_eq!(answer(&entry, &records).await, expected, "{broken}");
        assert_eq!(*worker.0.lock().expect("nobody panicked with it"), ["LEAD#a"]);
        // The process lives on.
        assert_eq!(answer(&entry, &records[2..]).await, json!({ "batchItemFailures": [] }));
    }
}

/// Panics at every batch.
struct Fragile;

impl BatchWorker for Fragile {
    async fn handle(&self, batch: &[Change]) -> Vec<Failed> {
        panic!("{} changes, as the test wants it", batch.len());
    }
}

impl ScheduledWorker for Fragile {
    async fn tick(&self) -> Result<(), WorkError> {
        panic!("as the test wants it");
    }
}

#[tokio::test]
async fn a_panic_over_a_batch_fails_all_of_it() {
    let records = [record(1, "LEAD#a", "INSERT"), record(2, "LEAD#b", "INSERT")];
    let failures = answer(&batch_entry(Fragile), &records).await["batchItemFailures"].clone();
    assert_eq!(failures.as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn a_tick_that_panics_is_a_failure() {
    assert_eq!(schedule_entry(Fragile)().await, Err(WorkError::Panicked));
}

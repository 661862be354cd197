//! The table's stream as Lambda hands it over: what the service itself writes, record by record.

use reqwest::Client;
use serde_json::{Value, json};

use super::backend::Database;
use super::binaries::definition;

/// Emulators check no signature, but want to see one.
const SIGNATURE: &str = "AWS4-HMAC-SHA256 Credential=guildhall/20261121/eu-north-1/dynamodb/aws4_request, \
                         SignedHeaders=host, Signature=0";

/// Every change so far that a function is woken for, as its filters in the template say; the oldest first.
pub(crate) async fn changes(database: &Database, function: &str) -> Vec<Value> {
    let stream = call(database, "ListStreams", json!({})).await["Streams"][0]["StreamArn"].clone();
    let described = call(database, "DescribeStream", json!({ "StreamArn": stream })).await;
    let patterns = definition(function).patterns;
    assert!(!patterns.is_empty(), "{function} follows no stream");
    let mut changes = Vec::new();
    for shard in described["StreamDescription"]["Shards"].as_array().unwrap() {
        let from = json!({
            "StreamArn": stream, "ShardId": shard["ShardId"], "ShardIteratorType": "TRIM_HORIZON",
        });
        let mut next = call(database, "GetShardIterator", from).await["ShardIterator"].clone();
        while next.is_string() {
            let page = call(database, "GetRecords", json!({ "ShardIterator": next })).await;
            let records = page["Records"].as_array().unwrap();
            next = if records.is_empty() { Value::Null } else { page["NextShardIterator"].clone() };
            changes.extend(records.iter().cloned());
        }
    }
    changes.retain(|change| patterns.iter().any(|pattern| suits(pattern, change)));
    for change in &mut changes {
        // All that Lambda adds.
        change["eventSourceARN"] = stream.clone();
    }
    changes
}

/// What Lambda sends a function of these changes.
pub(crate) fn batch(changes: &[Value]) -> Vec<u8> {
    json!({ "Records": changes }).to_string().into_bytes()
}

/// Whether an event has, at every place that the pattern names, one of the values that stand there.
fn suits(pattern: &Value, event: &Value) -> bool {
    match pattern {
        Value::Object(members) => members.iter().all(|(name, inner)| suits(inner, &event[name])),
        Value::Array(values) => values.contains(event),
        other => panic!("not a pattern that is known here: {other}"),
    }
}

async fn call(database: &Database, operation: &str, body: Value) -> Value {
    let request = Client::new()
        .post(database.endpoint())
        .header("x-amz-target", format!("DynamoDBStreams_20120810.{operation}"))
        .header("x-amz-date", "20261121T090000Z")
        .header("content-type", "application/x-amz-json-1.0")
        .header("authorization", SIGNATURE)
        .body(body.to_string());
    let answer = request.send().await.expect("the emulator answers");
    let (status, text) = (answer.status(), answer.text().await.expect("a text"));
    assert!(status.is_success(), "{operation}: {text}");
    serde_json::from_str(&text).expect("JSON")
}

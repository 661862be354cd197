//! Workers as Lambda functions.

use std::sync::Arc;

use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    BatchWorker, Change, Event, EventWorker, Failed, ScheduledWorker, StreamEntry, StreamWorker, batch_entry,
    event_entry, schedule_entry, stream_entry,
};

/// What Lambda hands over of a stream.
#[derive(Deserialize)]
struct StreamEvent {
    #[serde(rename = "Records")]
    records: Vec<Change>,
}

/// What it wants to hear: the stream goes back to the first of these.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct StreamAnswer {
    batch_item_failures: Vec<ItemFailure>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ItemFailure {
    item_identifier: String,
}

impl From<Vec<Failed>> for StreamAnswer {
    fn from(failed: Vec<Failed>) -> Self {
        let identify = |failed: Failed| ItemFailure { item_identifier: failed.sequence_number };
        Self { batch_item_failures: failed.into_iter().map(identify).collect() }
    }
}

/// Starts to write log lines as JSON, the way Lambda's own log lines are written.
pub fn start_logging() {
    lambda_runtime::tracing::init_default_subscriber();
}

/// Runs a worker of single changes as a Lambda function until the environment ends. Its event source
/// mapping must report partial failures.
///
/// # Errors
/// When the Lambda runtime's interface fails.
pub async fn run(worker: impl StreamWorker) -> Result<(), Error> {
    follow(stream_entry(worker)).await
}

/// Runs a worker of batches, as [`run`] does.
///
/// # Errors
/// When the Lambda runtime's interface fails.
pub async fn run_batches(worker: impl BatchWorker) -> Result<(), Error> {
    follow(batch_entry(worker)).await
}

/// Runs a scheduled worker as a Lambda function until the environment ends.
///
/// # Errors
/// When the Lambda runtime's interface fails.
pub async fn run_scheduled(worker: impl ScheduledWorker) -> Result<(), Error> {
    let entry = schedule_entry(worker);
    // What the schedule says of itself is of no interest: the worker looks what is due.
    lambda_runtime::run(service_fn(move |_event: LambdaEvent<Value>| {
        let tick = entry();
        async move { tick.await.map_err(Error::from) }
    }))
    .await
}

/// Runs a worker of batches that is called on a schedule too, until the environment ends. What is handed over tells the
/// two apart.
///
/// # Errors
/// When the Lambda runtime's interface fails.
pub async fn run_batches_and_ticks<W: BatchWorker + ScheduledWorker>(worker: Arc<W>) -> Result<(), Error> {
    let (follow, tick) = (batch_entry(Arc::clone(&worker)), schedule_entry(worker));
    lambda_runtime::run(service_fn(move |event: LambdaEvent<Value>| {
        let (follow, tick) = (Arc::clone(&follow), Arc::clone(&tick));
        async move {
            if event.payload.get("Records").is_some() {
                let StreamEvent { records } = serde_json::from_value(event.payload)?;
                return Ok(serde_json::to_value(StreamAnswer::from(follow(records).await))?);
            }
            tick().await?;
            Ok::<_, Error>(Value::Null)
        }
    }))
    .await
}

/// Runs a worker of events as a Lambda function until the environment ends. An event that could not be
/// handled comes again as often as the function's configuration says, and then goes where that says.
///
/// # Errors
/// When the Lambda runtime's interface fails.
pub async fn run_events(worker: impl EventWorker) -> Result<(), Error> {
    let entry = event_entry(worker);
    lambda_runtime::run(service_fn(move |event: LambdaEvent<Event>| {
        let work = entry(event.payload);
        async move { work.await.map_err(Error::from) }
    }))
    .await
}

async fn follow(entry: StreamEntry) -> Result<(), Error> {
    lambda_runtime::run(service_fn(move |event: LambdaEvent<StreamEvent>| {
        let work = entry(event.payload.records);
        async move { Ok::<_, Error>(StreamAnswer::from(work.await)) }
    }))
    .await
}

#[cfg(test)]
mod tests;

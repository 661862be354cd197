//! Reads the stream of a table on an emulator, over the real protocol. In AWS, Lambda does this.

use std::collections::HashMap;

use aws_sdk_dynamodbstreams::Client;
use aws_sdk_dynamodbstreams::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_dynamodbstreams::error::ProvideErrorMetadata;
use aws_sdk_dynamodbstreams::types::{AttributeValue, Record, ShardIteratorType};
use chrono::DateTime;
use serde_dynamo::Item as Named;

use super::record::key_of;
use super::{Change, Image};
use crate::StoreError;
use crate::table::{EMULATOR_REGION, emulator_timeouts, retries};

/// How many records are asked for at a time; the most that DynamoDB gives.
const PAGE: i32 = 1000;

/// The stream of one table.
#[derive(Debug, Clone)]
pub struct StreamSource {
    client: Client,
    table: String,
}

/// A part of the stream. The changes of one item are in one shard, or in the shards that follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shard {
    /// Its name.
    pub id: String,
    /// The shard that it follows. What is in that one happened before.
    pub parent: Option<String>,
    /// The number of its last change. DynamoDB says so only of a shard that is closed.
    pub last: Option<String>,
}

/// Where in a shard to start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    /// With the oldest change that is still there.
    Oldest,
    /// With whatever happens from now on.
    Newest,
    /// Behind the change with this number.
    After(String),
}

/// Some changes of a shard.
#[derive(Debug)]
pub struct Page {
    /// The changes, in their order.
    pub changes: Vec<Change>,
    /// Where to go on; `None` at the end of a shard that is closed.
    pub next: Option<String>,
}

impl StreamSource {
    /// The stream of a table of an emulator, which takes any credentials.
    #[must_use]
    pub fn connect(endpoint: &str, table: &str) -> Self {
        let config = aws_sdk_dynamodbstreams::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::from_static(EMULATOR_REGION))
            .credentials_provider(Credentials::new("guildhall", "guildhall", None, None, "emulator"))
            .endpoint_url(endpoint)
            .retry_config(retries())
            .timeout_config(emulator_timeouts())
            .build();
        Self { client: Client::from_conf(config), table: table.to_owned() }
    }

    /// The stream's own name, which changes when the table is made anew; `None` without a stream.
    ///
    /// # Errors
    /// When the endpoint does not answer.
    pub async fn name(&self) -> Result<Option<String>, StoreError> {
        let answer = self.client.list_streams().table_name(&self.table).send().await;
        let answer = answer.map_err(|error| StoreError::of("ListStreams", &error))?;
        Ok(answer.streams().last().and_then(|stream| stream.stream_arn()).map(str::to_owned))
    }

    /// The shards of a stream, parents before those that follow them.
    ///
    /// # Errors
    /// When the endpoint does not answer.
    pub async fn shards(&self, stream: &str) -> Result<Vec<Shard>, StoreError> {
        let (mut shards, mut last) = (Vec::new(), None);
        loop {
            let request = self.client.describe_stream().stream_arn(stream);
            let answer = request.set_exclusive_start_shard_id(last.take()).send().await;
            let answer = answer.map_err(|error| StoreError::of("DescribeStream", &error))?;
            let Some(description) = answer.stream_description else { return Ok(shards) };
            let found = description.shards.unwrap_or_default().into_iter();
            shards.extend(found.filter_map(|shard| {
                let last = shard.sequence_number_range.and_then(|range| range.ending_sequence_number);
                Some(Shard { id: shard.shard_id?, parent: shard.parent_shard_id, last })
            }));
            last = description.last_evaluated_shard_id;
            if last.is_none() {
                return Ok(shards);
            }
        }
    }

    /// Where to read from, as [`Self::read`] takes it. A place that is no longer there is replaced by the
    /// oldest one that is.
    ///
    /// # Errors
    /// When the endpoint does not answer.
    pub async fn cursor(&self, stream: &str, shard: &str, start: &Start) -> Result<String, StoreError> {
        let request = self.client.get_shard_iterator().stream_arn(stream).shard_id(shard);
        let request = match start {
            Start::Oldest => request.shard_iterator_type(ShardIteratorType::TrimHorizon),
            Start::Newest => request.shard_iterator_type(ShardIteratorType::Latest),
            Start::After(number) => {
                request.shard_iterator_type(ShardIteratorType::AfterSequenceNumber).sequence_number(number)
            }
        };
        match request.send().await {
            Ok(answer) => answer.shard_iterator.ok_or_else(|| StoreError::of_code("GetShardIterator", None)),
            Err(error) if error.code() == Some("TrimmedDataAccessException") => {
                Box::pin(self.cursor(stream, shard, &Start::Oldest)).await
            }
            Err(error) => Err(StoreError::of("GetShardIterator", &error)),
        }
    }

    /// The changes behind a cursor.
    ///
    /// # Errors
    /// When the endpoint does not answer, or when the cursor is too old. A new one helps then.
    pub async fn read(&self, cursor: &str) -> Result<Page, StoreError> {
        let answer = self.client.get_records().shard_iterator(cursor).limit(PAGE).send().await;
        let answer = answer.map_err(|error| StoreError::of("GetRecords", &error))?;
        let changes = answer.records.unwrap_or_default().into_iter().map(change).collect::<Option<_>>();
        let changes = changes.ok_or_else(|| StoreError::of_code("GetRecords", Some("IncompleteRecord")))?;
        Ok(Page { changes, next: answer.next_shard_iterator })
    }
}

fn change(record: Record) -> Option<Change> {
    let record = record.dynamodb?;
    let moment = record.approximate_creation_date_time.and_then(|at| DateTime::from_timestamp(at.secs(), 0));
    let image = |attributes: HashMap<String, AttributeValue>| Image(Named::from(attributes).into());
    Some(Change {
        key: key_of(Named::from(record.keys?).into())?,
        sequence_number: record.sequence_number?,
        happened_at: moment,
        old: record.old_image.map(image),
        new: record.new_image.map(image),
    })
}

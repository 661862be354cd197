//! Many items at once, whatever stands at their keys.

use std::time::Duration;

use aws_sdk_dynamodb::types::{PutRequest, WriteRequest};
use futures::{StreamExt, TryStreamExt, stream};

use super::Table;
use crate::StoreError;
use crate::item::Attributes;

/// DynamoDB's own limit.
const BATCH: usize = 25;
/// How many batches are under way at once.
const PARALLEL: usize = 8;
/// How often a batch that the table took only in part is sent again.
const TRIES: u32 = 10;

impl Table {
    /// Writes items, no two of them with one key.
    pub(crate) async fn put_many(&self, items: Vec<Attributes>) -> Result<(), StoreError> {
        let requests = items.into_iter().map(request).collect::<Result<Vec<_>, _>>()?;
        let batches: Vec<_> = requests.chunks(BATCH).map(<[_]>::to_vec).collect();
        stream::iter(batches)
            .map(|batch| self.write_batch(batch))
            .buffer_unordered(PARALLEL)
            .try_for_each(|()| async { Ok(()) })
            .await
    }

    async fn write_batch(&self, mut batch: Vec<WriteRequest>) -> Result<(), StoreError> {
        let mut pause = Duration::from_millis(50);
        for _ in 0..TRIES {
            let request = self.client().batch_write_item().request_items(self.name(), batch);
            let answer = request.set_return_consumed_capacity(self.metering()).send().await;
            let answer = answer.map_err(|error| StoreError::of("BatchWriteItem", &error))?;
            self.note("BatchWriteItem", answer.consumed_capacity());
            batch = answer.unprocessed_items.unwrap_or_default().remove(self.name()).unwrap_or_default();
            if batch.is_empty() {
                return Ok(());
            }
            tokio::time::sleep(pause).await;
            pause *= 2;
        }
        Err(StoreError::of_code("BatchWriteItem", Some("ThrottlingException")))
    }
}

fn request(item: Attributes) -> Result<WriteRequest, StoreError> {
    let put = PutRequest::builder().set_item(Some(item)).build();
    let put = put.map_err(|error| StoreError::Unwritable(error.to_string()))?;
    Ok(WriteRequest::builder().put_request(put).build())
}

//! Reading the table from end to end, a piece at a time.

use super::{PK, SK, Table};
use crate::StoreError;
use crate::item::{Attributes, text};
use crate::keys::Key;

impl Table {
    /// So many items behind a place, as they stand now, in the table's own order; whether there are more.
    pub(crate) async fn scan_after(
        &self,
        after: Option<&Key>,
        limit: i32,
    ) -> Result<(Vec<Attributes>, bool), StoreError> {
        let after = after
            .map(|key| Attributes::from([(PK.to_owned(), text(&key.pk)), (SK.to_owned(), text(&key.sk))]));
        let request = self.client().scan().table_name(self.name()).consistent_read(true).limit(limit);
        let request = request.set_exclusive_start_key(after);
        let answer = request.set_return_consumed_capacity(self.metering()).send().await;
        let answer = answer.map_err(|error| StoreError::of("Scan", &error))?;
        self.note("Scan", answer.consumed_capacity.as_slice());
        Ok((answer.items.unwrap_or_default(), answer.last_evaluated_key.is_some()))
    }

    /// Every item of a partition, as it stands now: a call for each megabyte.
    pub(crate) async fn all_of_partition(&self, pk: &str) -> Result<Vec<Attributes>, StoreError> {
        let (mut everything, mut from) = (Vec::new(), None);
        loop {
            let request = self.client().query().table_name(self.name()).consistent_read(true);
            let request = request
                .key_condition_expression("#pk = :pk")
                .expression_attribute_names("#pk", PK)
                .expression_attribute_values(":pk", text(pk))
                .set_exclusive_start_key(from);
            let answer = request.set_return_consumed_capacity(self.metering()).send().await;
            let answer = answer.map_err(|error| StoreError::of("Query", &error))?;
            self.note("Query", answer.consumed_capacity.as_slice());
            everything.extend(answer.items.unwrap_or_default());
            from = answer.last_evaluated_key;
            if from.is_none() {
                return Ok(everything);
            }
        }
    }

    /// Deletes what stands at a key, if anything does.
    pub(crate) async fn delete(&self, key: &Key) -> Result<(), StoreError> {
        let request = self.client().delete_item().table_name(self.name());
        let request = request.key(PK, text(&key.pk)).key(SK, text(&key.sk));
        let answer = request.set_return_consumed_capacity(self.metering()).send().await;
        let answer = answer.map_err(|error| StoreError::of("DeleteItem", &error))?;
        self.note("DeleteItem", answer.consumed_capacity.as_slice());
        Ok(())
    }
}

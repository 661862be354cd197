//! What stands in a partition, or in a stretch of it.

use super::{PK, SK, Table};
use crate::StoreError;
use crate::item::{Reader, text};

impl Table {
    /// Every item of a partition whose sort key begins so, as it stands now: a call for each megabyte.
    pub(crate) async fn all_of(&self, pk: &str, beginning: &str) -> Result<Vec<Reader>, StoreError> {
        let (mut everything, mut from) = (Vec::new(), None);
        loop {
            let mut request = self
                .client()
                .query()
                .table_name(self.name())
                .consistent_read(true)
                .expression_attribute_names("#pk", PK)
                .expression_attribute_values(":pk", text(pk))
                .set_exclusive_start_key(from);
            request = if beginning.is_empty() {
                request.key_condition_expression("#pk = :pk")
            } else {
                request
                    .key_condition_expression("#pk = :pk AND begins_with(#sk, :beginning)")
                    .expression_attribute_names("#sk", SK)
                    .expression_attribute_values(":beginning", text(beginning))
            };
            let answer = request.set_return_consumed_capacity(self.metering()).send().await;
            let answer = answer.map_err(|error| StoreError::of("Query", &error))?;
            self.note("Query", answer.consumed_capacity.as_slice());
            everything.extend(answer.items.unwrap_or_default().into_iter().map(Reader::new));
            from = answer.last_evaluated_key;
            if from.is_none() {
                return Ok(everything);
            }
        }
    }
}

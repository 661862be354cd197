//! A partition piece by piece, in the order of its sort keys.

use super::{PK, SK, Table};
use crate::StoreError;
use crate::item::{Attributes, text};
use crate::keys::Key;

impl Table {
    /// So many items of a partition behind a place, as they stand now, and the sort key to go on behind; `None` at the
    /// end. One call; fewer items come if they are larger than a megabyte together.
    pub(crate) async fn stretch_after(
        &self,
        pk: &str,
        after: Option<&Key>,
        limit: usize,
    ) -> Result<(Vec<Attributes>, Option<String>), StoreError> {
        let after = after
            .map(|key| Attributes::from([(PK.to_owned(), text(&key.pk)), (SK.to_owned(), text(&key.sk))]));
        let request = self
            .client()
            .query()
            .table_name(self.name())
            .consistent_read(true)
            .key_condition_expression("#pk = :pk")
            .expression_attribute_names("#pk", PK)
            .expression_attribute_values(":pk", text(pk))
            .limit(i32::try_from(limit).unwrap_or(i32::MAX))
            .set_exclusive_start_key(after)
            .set_return_consumed_capacity(self.metering());
        let answer = request.send().await.map_err(|error| StoreError::of("Query", &error))?;
        self.note("Query", answer.consumed_capacity.as_slice());
        let next = answer.last_evaluated_key.and_then(|mut key| key.remove(SK));
        let next = next.and_then(|value| value.as_s().ok().cloned());
        Ok((answer.items.unwrap_or_default(), next))
    }
}

//! What belongs to an owner partition, first come first: the head of a queue, or all of it.

use super::{BY_OWNER, GSI1PK, GSI1SK, Table};
use crate::item::{Attributes, Reader, text};
use crate::{Micros, StoreError};

impl Table {
    /// The first items of an owner partition, up to a moment if one is given: one call. What has expired
    /// is left out.
    pub(crate) async fn first_of_owner(
        &self,
        owner: &str,
        until: Option<Micros>,
        limit: usize,
    ) -> Result<Vec<Reader>, StoreError> {
        let mut request = self
            .client()
            .query()
            .table_name(self.name())
            .index_name(BY_OWNER)
            .expression_attribute_names("#owner", GSI1PK)
            .expression_attribute_values(":owner", text(owner))
            .limit(i32::try_from(limit).unwrap_or(i32::MAX))
            .set_return_consumed_capacity(self.metering());
        request = match until {
            None => request.key_condition_expression("#owner = :owner"),
            Some(until) => request
                .key_condition_expression("#owner = :owner AND #at <= :until")
                .expression_attribute_names("#at", GSI1SK)
                .expression_attribute_values(":until", text(until.padded())),
        };
        let answer = request.send().await.map_err(|error| StoreError::of("Query", &error))?;
        self.note("Query", answer.consumed_capacity.as_slice());
        let now = Micros::now();
        let readers = answer.items.unwrap_or_default().into_iter().map(|item: Attributes| Reader::new(item));
        Ok(readers.filter(|reader| !reader.has_expired(now)).collect())
    }

    /// Every item of an owner partition: a call for each megabyte. What has expired is left out.
    pub(crate) async fn all_of_owner(&self, owner: &str) -> Result<Vec<Reader>, StoreError> {
        let mut everything = Vec::new();
        let mut from = None;
        loop {
            let request = self
                .client()
                .query()
                .table_name(self.name())
                .index_name(BY_OWNER)
                .key_condition_expression("#owner = :owner")
                .expression_attribute_names("#owner", GSI1PK)
                .expression_attribute_values(":owner", text(owner))
                .set_exclusive_start_key(from)
                .set_return_consumed_capacity(self.metering());
            let answer = request.send().await.map_err(|error| StoreError::of("Query", &error))?;
            self.note("Query", answer.consumed_capacity.as_slice());
            let now = Micros::now();
            let readers = answer.items.unwrap_or_default().into_iter().map(Reader::new);
            everything.extend(readers.filter(|reader| !reader.has_expired(now)));
            from = answer.last_evaluated_key;
            if from.is_none() {
                return Ok(everything);
            }
        }
    }
}

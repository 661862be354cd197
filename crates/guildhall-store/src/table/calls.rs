//! The calls that need no more than a key or an item.

use aws_sdk_dynamodb::types::{ReturnValuesOnConditionCheckFailure, Update};

use super::{PK, SK, Table};
use crate::StoreError;
use crate::changes::Changes;
use crate::item::{Attributes, text};
use crate::keys::Key;

impl Table {
    /// One item by its key.
    pub(crate) async fn get(&self, key: &Key, consistent: bool) -> Result<Option<Attributes>, StoreError> {
        let request = self.client().get_item().table_name(self.name()).consistent_read(consistent);
        let request = request.key(PK, text(&key.pk)).key(SK, text(&key.sk));
        let answer = request.set_return_consumed_capacity(self.metering()).send().await;
        let answer = answer.map_err(|error| StoreError::of("GetItem", &error))?;
        self.note("GetItem", answer.consumed_capacity.as_slice());
        Ok(answer.item)
    }

    /// Writes one item, whatever was there.
    pub(crate) async fn put(&self, item: Attributes) -> Result<(), StoreError> {
        let request = self.client().put_item().table_name(self.name()).set_item(Some(item));
        let answer = request.set_return_consumed_capacity(self.metering()).send().await;
        let answer = answer.map_err(|error| StoreError::of("PutItem", &error))?;
        self.note("PutItem", answer.consumed_capacity.as_slice());
        Ok(())
    }

    /// An update of the item at a key, which must exist unless the condition says otherwise.
    pub(crate) fn update(
        &self,
        key: &Key,
        changes: Changes,
        condition: String,
    ) -> Result<Update, StoreError> {
        let (expression, names, values) = changes.finish();
        Update::builder()
            .table_name(self.name())
            .key(PK, text(&key.pk))
            .key(SK, text(&key.sk))
            .update_expression(expression)
            .condition_expression(condition)
            .set_expression_attribute_names(Some(names))
            .set_expression_attribute_values(Some(values))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build()
            .map_err(|error| StoreError::Unwritable(error.to_string()))
    }
}

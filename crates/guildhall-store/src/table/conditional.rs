//! Single writes with a condition, and what stood there if it failed.

use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{Put, ReturnValuesOnConditionCheckFailure, Update};

use super::{PK, Table, VERSION};
use crate::StoreError;
use crate::item::{Attributes, number};
use crate::patience::{Patience, is_refused_by_transaction};

/// What must stand at an item's place for the item to be written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    /// Nothing.
    Nothing,
    /// An item of this version.
    Version(u64),
}

impl Expected {
    /// What must stand there for a thing of this revision to follow; the first revision is 1.
    pub(crate) fn before(revision: u64) -> Self {
        match revision.saturating_sub(1) {
            0 => Self::Nothing,
            before => Self::Version(before),
        }
    }
}

/// How a single write ended.
#[derive(Debug)]
pub(crate) enum Written {
    /// It is done.
    Done,
    /// Its condition failed; what stood there instead.
    Refused(Option<Attributes>),
}

impl Table {
    /// A write of a whole item on a condition, alone or as a part of a transaction.
    pub(crate) fn put_expecting(&self, item: Attributes, expected: Expected) -> Result<Put, StoreError> {
        let put = Put::builder()
            .table_name(self.name())
            .set_item(Some(item))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let put = match expected {
            Expected::Nothing => put.condition_expression(format!("attribute_not_exists({PK})")),
            Expected::Version(version) => put
                .condition_expression("#version = :expected")
                .expression_attribute_names("#version", VERSION)
                .expression_attribute_values(":expected", number(version)),
        };
        put.build().map_err(|error| StoreError::Unwritable(error.to_string()))
    }

    /// A write of a whole item, provided that these attributes stand there as they were read.
    pub(crate) fn put_where(
        &self,
        item: Attributes,
        attributes: &[&str],
        read: &Attributes,
    ) -> Result<Put, StoreError> {
        let mut put = Put::builder().table_name(self.name()).set_item(Some(item));
        let mut conditions = Vec::new();
        for name in attributes {
            put = put.expression_attribute_names(format!("#{name}"), *name);
            match read.get(*name) {
                None => conditions.push(format!("attribute_not_exists(#{name})")),
                Some(value) => {
                    put = put.expression_attribute_values(format!(":{name}"), value.clone());
                    conditions.push(format!("#{name} = :{name}"));
                }
            }
        }
        let put = put.condition_expression(conditions.join(" AND "));
        put.build().map_err(|error| StoreError::Unwritable(error.to_string()))
    }

    /// Writes one item alone.
    pub(crate) async fn put_alone(&self, put: Put) -> Result<Written, StoreError> {
        let request = self
            .client()
            .put_item()
            .table_name(self.name())
            .set_item(Some(put.item))
            .set_condition_expression(put.condition_expression)
            .set_expression_attribute_names(put.expression_attribute_names)
            .set_expression_attribute_values(put.expression_attribute_values)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .set_return_consumed_capacity(self.metering());
        let mut patience = Patience::new();
        loop {
            let error = match request.clone().send().await {
                Ok(answer) => {
                    self.note("PutItem", answer.consumed_capacity.as_slice());
                    return Ok(Written::Done);
                }
                Err(error) => error,
            };
            self.note("PutItem", &[]);
            if let Some(PutItemError::ConditionalCheckFailedException(failed)) = error.as_service_error() {
                return Ok(Written::Refused(failed.item().cloned()));
            }
            if !is_refused_by_transaction(error.code()) || !patience.is_left().await {
                return Err(StoreError::of("PutItem", &error));
            }
        }
    }

    /// Changes one item alone.
    pub(crate) async fn update_alone(&self, update: Update) -> Result<Written, StoreError> {
        let request = self
            .client()
            .update_item()
            .table_name(self.name())
            .set_key(Some(update.key))
            .update_expression(update.update_expression)
            .set_condition_expression(update.condition_expression)
            .set_expression_attribute_names(update.expression_attribute_names)
            .set_expression_attribute_values(update.expression_attribute_values)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .set_return_consumed_capacity(self.metering());
        let mut patience = Patience::new();
        loop {
            let error = match request.clone().send().await {
                Ok(answer) => {
                    self.note("UpdateItem", answer.consumed_capacity.as_slice());
                    return Ok(Written::Done);
                }
                Err(error) => error,
            };
            self.note("UpdateItem", &[]);
            if let Some(UpdateItemError::ConditionalCheckFailedException(failed)) = error.as_service_error() {
                return Ok(Written::Refused(failed.item().cloned()));
            }
            if !is_refused_by_transaction(error.code()) || !patience.is_left().await {
                return Err(StoreError::of("UpdateItem", &error));
            }
        }
    }
}

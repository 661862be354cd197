//! Puts an item together.

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;
use chrono::{DateTime, Utc};
use serde::Serialize;

use super::Attributes;
use crate::keys::Key;
use crate::table::{CHANGED_AT, PK, SK, TYPE, VERSION};
use crate::{Micros, StoreError};

/// A text attribute.
pub(crate) fn text(text: impl Into<String>) -> AttributeValue {
    AttributeValue::S(text.into())
}

/// A number attribute.
pub(crate) fn number(number: impl ToString) -> AttributeValue {
    AttributeValue::N(number.to_string())
}

/// A moment of business time, to the microsecond.
pub(crate) fn moment(moment: DateTime<Utc>) -> AttributeValue {
    number(moment.timestamp_micros())
}

/// A list or map with a structure of its own.
pub(crate) fn nested(value: &impl Serialize) -> Result<AttributeValue, StoreError> {
    Ok(serde_dynamo::to_attribute_value(value)?)
}

/// An item in the making.
#[derive(Debug)]
pub(crate) struct Draft(Attributes);

impl Draft {
    /// An item of a kind, at its key.
    pub(crate) fn new(key: &Key, kind: &str) -> Self {
        let key = [(PK, &key.pk), (SK, &key.sk)].map(|(name, part)| (name.to_owned(), text(part)));
        Self(Attributes::from(key)).put(TYPE, text(kind))
    }

    /// Makes the item part of the lists.
    pub(crate) fn listed(self, version: u64, changed_at: Micros) -> Self {
        self.put(VERSION, number(version)).put(CHANGED_AT, number(changed_at.0))
    }

    pub(crate) fn put(mut self, name: &str, value: AttributeValue) -> Self {
        self.0.insert(name.to_owned(), value);
        self
    }

    pub(crate) fn put_text(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.put(name, text(value)),
            None => self,
        }
    }

    pub(crate) fn put_bytes(self, name: &str, bytes: &[u8]) -> Self {
        self.put(name, AttributeValue::B(Blob::new(bytes)))
    }

    pub(crate) fn put_nested(self, name: &str, value: &impl Serialize) -> Result<Self, StoreError> {
        Ok(self.put(name, nested(value)?))
    }

    pub(crate) fn finish(self) -> Attributes {
        self.0
    }
}

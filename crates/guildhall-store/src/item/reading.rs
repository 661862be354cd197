//! Reads an item attribute by attribute; whatever does not read names the item's key and nothing else.

use std::str::FromStr;

use aws_sdk_dynamodb::types::AttributeValue;
use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;

use super::Attributes;
use crate::table::{EXPIRES_AT, PK, SK, TYPE};
use crate::{Micros, StoreError};

/// Takes an item apart. Texts are moved out, never copied.
#[derive(Debug)]
pub(crate) struct Reader {
    attributes: Attributes,
}

impl Reader {
    pub(crate) fn new(attributes: Attributes) -> Self {
        Self { attributes }
    }

    /// What is left of the item.
    pub(crate) fn into_attributes(self) -> Attributes {
        self.attributes
    }

    /// The error that names this item and the attribute that does not read.
    pub(crate) fn damage(&self, attribute: &'static str) -> StoreError {
        let part = |name| self.attributes.get(name).and_then(|value| value.as_s().ok());
        let unknown = String::from("?");
        let key = format!("{} {}", part(PK).unwrap_or(&unknown), part(SK).unwrap_or(&unknown));
        StoreError::Corrupt { key, attribute }
    }

    pub(crate) fn is(&self, kind: &str) -> bool {
        matches!(self.attributes.get(TYPE), Some(AttributeValue::S(is)) if is == kind)
    }

    /// When the item expires, in seconds since 1970.
    pub(crate) fn expiry(&self) -> Option<i64> {
        self.attributes.get(EXPIRES_AT)?.as_n().ok()?.parse().ok()
    }

    /// Whether the item has expired. DynamoDB deletes days later, and until then still returns it.
    pub(crate) fn has_expired(&self, now: Micros) -> bool {
        self.expiry().is_some_and(|expiry| expiry <= now.seconds())
    }

    /// Reads what the key says, which stays in place.
    pub(crate) fn key<T>(&self, read: impl Fn(&str, &str) -> Option<T>) -> Result<T, StoreError> {
        let (pk, sk) = (self.attributes.get(PK), self.attributes.get(SK));
        match (pk, sk) {
            (Some(AttributeValue::S(pk)), Some(AttributeValue::S(sk))) => {
                read(pk, sk).ok_or_else(|| self.damage(SK))
            }
            _ => Err(self.damage(PK)),
        }
    }

    /// Where the item stands.
    pub(crate) fn place(&self) -> Result<crate::keys::Key, StoreError> {
        self.key(|pk, sk| Some(crate::keys::Key { pk: pk.to_owned(), sk: sk.to_owned() }))
    }

    pub(crate) fn optional_text(&mut self, name: &'static str) -> Result<Option<String>, StoreError> {
        match self.attributes.remove(name) {
            None => Ok(None),
            Some(AttributeValue::S(text)) => Ok(Some(text)),
            Some(_) => Err(self.damage(name)),
        }
    }

    pub(crate) fn text(&mut self, name: &'static str) -> Result<String, StoreError> {
        self.optional_text(name)?.ok_or_else(|| self.damage(name))
    }

    /// A text that has a form of its own.
    pub(crate) fn parsed<T: FromStr>(&mut self, name: &'static str) -> Result<T, StoreError> {
        self.text(name)?.parse().map_err(|_| self.damage(name))
    }

    pub(crate) fn number<T: FromStr>(&mut self, name: &'static str) -> Result<T, StoreError> {
        self.optional_number(name)?.ok_or_else(|| self.damage(name))
    }

    pub(crate) fn optional_number<T: FromStr>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, StoreError> {
        match self.attributes.remove(name) {
            None => Ok(None),
            Some(AttributeValue::N(digits)) => digits.parse().map(Some).map_err(|_| self.damage(name)),
            Some(_) => Err(self.damage(name)),
        }
    }

    pub(crate) fn moment(&mut self, name: &'static str) -> Result<DateTime<Utc>, StoreError> {
        let micros = self.number(name)?;
        DateTime::from_timestamp_micros(micros).ok_or_else(|| self.damage(name))
    }

    /// One of a closed list, spelt by its code.
    pub(crate) fn optional_moment(
        &mut self,
        name: &'static str,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        match self.optional_number(name)? {
            None => Ok(None),
            Some(micros) => {
                DateTime::from_timestamp_micros(micros).map(Some).ok_or_else(|| self.damage(name))
            }
        }
    }

    pub(crate) fn optional_choice<T: Copy>(
        &mut self,
        name: &'static str,
        all: &[T],
        code: impl Fn(T) -> &'static str,
    ) -> Result<Option<T>, StoreError> {
        let Some(text) = self.optional_text(name)? else { return Ok(None) };
        let found = all.iter().copied().find(|one| code(*one) == text);
        found.map(Some).ok_or_else(|| self.damage(name))
    }

    pub(crate) fn choice<T: Copy>(
        &mut self,
        name: &'static str,
        all: &[T],
        code: impl Fn(T) -> &'static str,
    ) -> Result<T, StoreError> {
        self.optional_choice(name, all, code)?.ok_or_else(|| self.damage(name))
    }

    /// A list or map with a structure of its own.
    pub(crate) fn optional_nested<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, StoreError> {
        let Some(value) = self.attributes.remove(name) else { return Ok(None) };
        // The reader's own words may quote the value, which may be personal.
        serde_dynamo::from_attribute_value(value).map(Some).map_err(|_| self.damage(name))
    }

    pub(crate) fn nested<T: DeserializeOwned>(&mut self, name: &'static str) -> Result<T, StoreError> {
        self.optional_nested(name)?.ok_or_else(|| self.damage(name))
    }

    /// A whole number that stands there as a number or as a text.
    pub(crate) fn digits(&self, name: &str) -> Option<i64> {
        let value = self.attributes.get(name)?;
        value.as_n().or_else(|_| value.as_s()).ok()?.parse().ok()
    }

    pub(crate) fn bytes(&self, name: &str) -> Option<&[u8]> {
        match self.attributes.get(name) {
            Some(AttributeValue::B(bytes)) => Some(bytes.as_ref()),
            _ => None,
        }
    }
}

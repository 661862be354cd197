//! One write of one item, before and after.

use std::fmt;

use aws_sdk_dynamodb::types::AttributeValue;
use chrono::{DateTime, Utc};

use crate::item::{Attributes, Reader};
use crate::keys::Key;
use crate::table::TYPE;

/// One write of one item.
#[derive(Debug, Clone)]
pub struct Change {
    /// Where the item stands.
    pub key: Key,
    /// The change's place in its shard. Only the stream itself can compare two of them.
    pub sequence_number: String,
    /// When it happened, by DynamoDB's clock, to the second. Not every emulator says so.
    pub happened_at: Option<DateTime<Utc>>,
    pub(super) old: Option<Image>,
    pub(super) new: Option<Image>,
}

impl Change {
    /// What sort of item it is, one of [`crate::kind`]; empty if the item does not say.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.new.as_ref().or(self.old.as_ref()).map_or("", Image::kind)
    }

    /// The item before the write; `None` if it is new.
    #[must_use]
    pub fn old_image(&self) -> Option<&Image> {
        self.old.as_ref()
    }

    /// The item after the write; `None` if it was deleted, by its expiry for example.
    #[must_use]
    pub fn new_image(&self) -> Option<&Image> {
        self.new.as_ref()
    }
}

/// An item at one moment. What is in it shows only to whoever reads it, and never in a log.
#[derive(Clone, PartialEq)]
pub struct Image(pub(crate) Attributes);

impl Image {
    /// What sort of item it is, one of [`crate::kind`]; empty if the item does not say.
    #[must_use]
    pub fn kind(&self) -> &str {
        match self.0.get(TYPE) {
            Some(AttributeValue::S(kind)) => kind,
            _ => "",
        }
    }

    /// Takes a copy of the item apart.
    pub(crate) fn reader(&self) -> Reader {
        Reader::new(self.0.clone())
    }

    /// How many entries a list of the item has; none if there is no such list.
    ///
    /// Lists are only appended to. So what a new image has beyond the length of the old one's list is
    /// what came with the write.
    pub(crate) fn entries(&self, list: &str) -> usize {
        match self.0.get(list) {
            Some(AttributeValue::L(entries)) => entries.len(),
            _ => 0,
        }
    }
}

impl fmt::Debug for Image {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Image").field(&self.kind()).finish()
    }
}

//! The timeline's entries as the table spells them: flat, and silent about what follows from elsewhere.

use aws_sdk_dynamodb::types::AttributeValue;
use chrono::DateTime;
use guildhall_domain::actor::{Actor, Role, Signature};
use guildhall_domain::ids::UserId;
use guildhall_domain::lead::{Event, EventHash, EventKind, Status, StatusChange};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Attributes, TIMELINE, nested};
use crate::StoreError;

/// The name of [`StoredEvent::erased`].
const ERASED_WORDS: &str = "erased";

/// A hash as bytes, which take half the room of its digits.
#[derive(Debug)]
struct StoredHash(EventHash);

impl Serialize for StoredHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.as_bytes())
    }
}

impl<'de> Deserialize<'de> for StoredHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;

        impl Visitor<'_> for Bytes {
            type Value = StoredHash;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("32 bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<StoredHash, E> {
                let bytes = bytes.try_into().map_err(|_| E::invalid_length(bytes.len(), &self))?;
                Ok(StoredHash(EventHash::from_bytes(bytes)))
            }
        }

        deserializer.deserialize_byte_buf(Bytes)
    }
}

/// One entry. Its number is its place in the list, and an entry without `by` is Guildhall's own.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StoredEvent {
    at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<UserId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<Role>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<Status>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<Status>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hash: Option<StoredHash>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    erased: Option<StoredHash>,
    #[serde(flatten)]
    kind: EventKind,
}

impl From<&Event> for StoredEvent {
    fn from(event: &Event) -> Self {
        let by = Some(&event.by).filter(|by| **by != Actor::system().signature());
        Self {
            at: event.at.timestamp_micros(),
            by: by.map(|by| by.id.clone()),
            by_name: by.map(|by| by.name.clone()),
            role: by.map(|by| by.role),
            from: event.change.and_then(|change| change.from),
            to: event.change.map(|change| change.to),
            request: event.request.clone(),
            hash: Some(event.hash).filter(|hash| *hash != EventHash::default()).map(StoredHash),
            erased: event.erased.map(StoredHash),
            kind: event.kind.clone(),
        }
    }
}

impl StoredEvent {
    /// The entry at a place of the timeline, counted from 1; `None` if it is damaged.
    pub(crate) fn into_event(self, seq: u64) -> Option<Event> {
        let by = match (self.by, self.by_name, self.role) {
            (Some(id), Some(name), Some(role)) => Signature { id, name, role },
            (None, None, None) => Actor::system().signature(),
            _ => return None,
        };
        Some(Event {
            seq,
            at: DateTime::from_timestamp_micros(self.at)?,
            by,
            change: self.to.map(|to| StatusChange { from: self.from, to }),
            request: self.request,
            hash: self.hash.map(|hash| hash.0).unwrap_or_default(),
            erased: self.erased.map(|hash| hash.0),
            kind: self.kind,
        })
    }
}

/// Notes, at every event of a lead from which something was struck, what its words hashed to before: the chain of the
/// timeline holds on, and whoever checks it can tell what was erased from what was altered.
pub(crate) fn note_erased_words(before: &Attributes, after: &mut Attributes) -> Result<(), StoreError> {
    let Some(AttributeValue::L(before)) = before.get(TIMELINE) else { return Ok(()) };
    let Some(AttributeValue::L(after)) = after.get_mut(TIMELINE) else { return Ok(()) };
    for (seq, (before, after)) in (1..).zip(before.iter().zip(after)) {
        let AttributeValue::M(entry) = after else { continue };
        if before.as_m() == Ok(entry) || entry.contains_key(ERASED_WORDS) {
            continue;
        }
        let stored: StoredEvent = serde_dynamo::from_attribute_value(before.clone())?;
        // What cannot be read as an event has no chain to hold.
        if let Some(event) = stored.into_event(seq) {
            entry.insert(ERASED_WORDS.to_owned(), nested(&StoredHash(event.hash_of_words()))?);
        }
    }
    Ok(())
}

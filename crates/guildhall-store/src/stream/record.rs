//! A change as Lambda hands it over: one record of a DynamoDB stream event, in JSON.

use chrono::{DateTime, Utc};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_dynamo::Item as Named;

use super::{Change, Image};
use crate::item::Attributes;
use crate::keys::Key;
use crate::table::{PK, SK};

#[derive(Deserialize)]
struct Record {
    #[serde(rename = "dynamodb")]
    change: StreamRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct StreamRecord {
    keys: Named,
    #[serde(default)]
    old_image: Option<Named>,
    #[serde(default)]
    new_image: Option<Named>,
    sequence_number: String,
    /// Seconds since 1970, of which Lambda writes a fraction at times and none at others.
    #[serde(default)]
    approximate_creation_date_time: Option<f64>,
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let record = Record::deserialize(deserializer)?.change;
        let key =
            key_of(record.keys.into()).ok_or_else(|| D::Error::custom("the key is not of this table"))?;
        Ok(Self {
            key,
            sequence_number: record.sequence_number,
            happened_at: record.approximate_creation_date_time.and_then(moment),
            old: record.old_image.map(image),
            new: record.new_image.map(image),
        })
    }
}

fn image(item: Named) -> Image {
    Image(item.into())
}

/// Where the item stands, unless the attributes are no key of this table.
pub(super) fn key_of(mut keys: Attributes) -> Option<Key> {
    let mut part = |name| keys.remove(name).and_then(|value| value.as_s().ok().cloned());
    Some(Key { pk: part(PK)?, sk: part(SK)? })
}

#[expect(clippy::cast_possible_truncation, reason = "a moment of this millennium is far from the limit")]
fn moment(seconds: f64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis((seconds * 1000.0) as i64)
}

//! What an item holds of a person, as it is handed to them.

use aws_sdk_dynamodb::types::AttributeValue;
use chrono::{DateTime, SecondsFormat};
use guildhall_domain::privacy::{Holding, Tie, treatment};
use serde_json::{Map, Value, json};

use super::dependents::dependents;
use super::marks::Marks;
use super::{Held, Privacy, is_of_place, judge};
use crate::StoreError;
use crate::item::{Attributes, Reader};
use crate::keys::{self, Key};
use crate::table::{CHANGED_AT, VERSION};

/// Microseconds since 1970 of any moment between 2001 and 2286; nothing else in an item is so large.
const MOMENTS: std::ops::Range<i64> = 1_000_000_000_000_000..10_000_000_000_000_000;
/// Attributes that serve the table.
const TECHNICAL: [&str; 6] = [CHANGED_AT, VERSION, "request", "run", "source", "added"];
/// How many items are asked for in one call; DynamoDB's own limit.
const BATCH: usize = 100;

impl Privacy {
    /// Shows an item, and what hangs on it if it is the person's own.
    pub(super) async fn show(
        &self,
        holding: Holding,
        key: &Key,
        item: Attributes,
        ties: &[Tie],
        marks: &Marks<'_>,
        held: &mut Vec<Held>,
    ) -> Result<(), StoreError> {
        if ties.contains(&Tie::Own) {
            self.show_dependents(holding, key, &item, held).await?;
        }
        for tie in ties {
            let data = match tie {
                Tie::Own => own(item.clone(), marks),
                Tie::Mentioned => places(marks.mentions(&item)),
                Tie::Signed => places(marks.signatures(&item)),
            };
            held.push(named(holding, key, *tie, data));
        }
        Ok(())
    }

    async fn show_dependents(
        &self,
        holding: Holding,
        key: &Key,
        item: &Attributes,
        held: &mut Vec<Held>,
    ) -> Result<(), StoreError> {
        let keys = dependents(holding, key, item)?.keys();
        for keys in keys.chunks(BATCH) {
            let mut found = self.table.get_many(&keys.iter().collect::<Vec<_>>()).await?;
            for key in keys {
                let Some(item) = found.remove(key) else { continue };
                let reader = Reader::new(item);
                let holding = judge::holding(&reader)?;
                held.push(named(holding, key, Tie::Own, plain(reader.into_attributes())));
            }
        }
        Ok(())
    }
}

/// An item under its name.
pub(super) fn named(holding: Holding, key: &Key, tie: Tie, data: Value) -> Held {
    let (id, about) = name(holding, key);
    Held { holding, id, about, tie, fate: treatment(holding).of(tie), data }
}

/// Its id as in addresses, or else its place, which names nobody; and the organisation or month that it belongs to.
fn name(holding: Holding, key: &Key) -> (String, String) {
    let Key { pk, sk } = key;
    let id = match holding {
        Holding::Lead => keys::lead_at(pk, sk).map(|id| id.to_string()),
        Holding::Inquiry => keys::inquiry_at(pk, sk).map(|id| id.to_string()),
        Holding::Review => keys::review_at(pk, sk).map(|id| id.to_string()),
        Holding::Referral => keys::referral_at(pk, sk).map(|(_, id)| id.to_string()),
        Holding::Audit => keys::audit_entry_at(pk, sk).map(|id| id.to_string()),
        _ => None,
    };
    let after = |start: &str| pk.strip_prefix(start).map(str::to_owned);
    let scope = pk.split('#').nth(1).unwrap_or_default();
    let about = if pk.starts_with("ORG#") || pk.starts_with("AUDIT#") { scope } else { "" };
    let account = keys::person_in(pk).or_else(|| keys::member_in(pk)).map(str::to_owned);
    let place =
        account.or_else(|| after("MAIL#")).or_else(|| after("PROFILE#")).or_else(|| after("INVITATION#"));
    (id.or(place).unwrap_or_else(|| format!("{pk} {sk}")), about.to_owned())
}

/// The whole item without what serves the table, and without the names of others who did something: those are
/// theirs.
fn own(item: Attributes, marks: &Marks<'_>) -> Value {
    let mut data = plain(item);
    without_others(&mut data, marks);
    data
}

fn plain(item: Attributes) -> Value {
    let kept = item.into_iter().filter(|(name, _)| !is_of_place(name) && !TECHNICAL.contains(&name.as_str()));
    let mut item = AttributeValue::M(kept.collect());
    drop_bytes(&mut item);
    // What is left was put together from JSON's own kinds of values.
    let mut data = serde_dynamo::from_attribute_value(item).unwrap_or(Value::Null);
    with_moments(&mut data);
    data
}

/// Bytes are hashes, which tell nobody anything.
fn drop_bytes(value: &mut AttributeValue) {
    match value {
        AttributeValue::M(map) => {
            map.retain(|_, value| !value.is_b());
            map.values_mut().for_each(drop_bytes);
        }
        AttributeValue::L(list) => list.iter_mut().for_each(drop_bytes),
        _ => {}
    }
}

/// Numbers that are moments become moments.
fn with_moments(value: &mut Value) {
    match value {
        Value::Number(number) => {
            let micros = number.as_i64().filter(|micros| MOMENTS.contains(micros));
            if let Some(at) = micros.and_then(DateTime::from_timestamp_micros) {
                *value = Value::String(at.to_rfc3339_opts(SecondsFormat::Secs, true));
            }
        }
        Value::Array(list) => list.iter_mut().for_each(with_moments),
        Value::Object(map) => map.values_mut().for_each(with_moments),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

fn without_others(value: &mut Value, marks: &Marks<'_>) {
    match value {
        Value::Object(map) => {
            for (id, name) in [("id", "name"), ("by", "by_name")] {
                if is_signature_of_another(map, id, name, marks) {
                    map.remove(id);
                    map.remove(name);
                }
            }
            map.values_mut().for_each(|value| without_others(value, marks));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| without_others(value, marks)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn is_signature_of_another(map: &Map<String, Value>, id: &str, name: &str, marks: &Marks<'_>) -> bool {
    let is_signature = map.contains_key("role") && map.contains_key(name);
    is_signature && map.get(id).and_then(Value::as_str).is_some_and(|id| !marks.known.is_account(id))
}

fn places(found: Vec<(String, String)>) -> Value {
    found.into_iter().map(|(place, text)| json!({ "place": place, "text": text })).collect()
}

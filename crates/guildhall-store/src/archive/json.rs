//! Items as JSON, so that each comes back as exactly the item that it was.

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Number, Value};

use crate::StoreError;
use crate::item::Attributes;

/// Bytes are an object of this one name; no map in an item has it.
const BYTES: &str = "$bytes";

/// An item as JSON.
pub(super) fn to_json(item: Attributes) -> Result<Value, StoreError> {
    let members = item.into_iter().map(|(name, value)| Ok((name, value_to_json(value)?)));
    members.collect::<Result<Map<_, _>, StoreError>>().map(Value::Object)
}

fn value_to_json(value: AttributeValue) -> Result<Value, StoreError> {
    Ok(match value {
        AttributeValue::S(text) => Value::String(text),
        AttributeValue::N(digits) => Value::Number(number(&digits)?),
        AttributeValue::Bool(flag) => Value::Bool(flag),
        AttributeValue::Null(_) => Value::Null,
        AttributeValue::B(bytes) => {
            Value::Object([(BYTES.to_owned(), STANDARD.encode(bytes).into())].into_iter().collect())
        }
        AttributeValue::L(list) => list.into_iter().map(value_to_json).collect::<Result<_, _>>()?,
        AttributeValue::M(map) => to_json(map)?,
        // Nothing that Guildhall writes is a set.
        _ => return Err(StoreError::Unwritable("a value of an unknown kind".to_owned())),
    })
}

fn number(digits: &str) -> Result<Number, StoreError> {
    let whole = digits.parse::<i64>().map(Number::from).or_else(|_| digits.parse::<u64>().map(Number::from));
    whole.map_err(|_| StoreError::Unwritable("a number that is not whole".to_owned()))
}

/// The item of JSON; `None` if no item is written so.
pub(super) fn from_json(value: Value) -> Option<Attributes> {
    let Value::Object(members) = value else { return None };
    members.into_iter().map(|(name, value)| Some((name, value_from_json(value)?))).collect()
}

fn value_from_json(value: Value) -> Option<AttributeValue> {
    Some(match value {
        Value::Null => AttributeValue::Null(true),
        Value::Bool(flag) => AttributeValue::Bool(flag),
        Value::String(text) => AttributeValue::S(text),
        Value::Number(number) if number.is_i64() || number.is_u64() => AttributeValue::N(number.to_string()),
        Value::Number(_) => return None,
        Value::Array(list) => {
            AttributeValue::L(list.into_iter().map(value_from_json).collect::<Option<_>>()?)
        }
        Value::Object(members) if members.len() == 1 && members.contains_key(BYTES) => {
            let text = members.get(BYTES)?.as_str()?;
            AttributeValue::B(Blob::new(STANDARD.decode(text).ok()?))
        }
        Value::Object(members) => AttributeValue::M(from_json(Value::Object(members))?),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_kind_of_value_comes_back_as_it_was() {
        let json = json!({
            "text": "Phở \u{1f600} \"=1+1\"",
            "number": -12,
            "large": 18_446_744_073_709_551_615_u64,
            "flag": true,
            "nothing": null,
            "list": [1, "two", { "three": [] }],
            "hash": { "$bytes": "AAECAw==" },
            "empty": {},
        });
        let item = from_json(json.clone()).unwrap();
        assert!(item["hash"].as_b().is_ok_and(|bytes| bytes.as_ref() == [0, 1, 2, 3]));
        assert_eq!(to_json(item).unwrap(), json);
    }

    #[test]
    fn what_no_item_is_written_as_is_refused() {
        for json in [json!([]), json!({ "a": 1.5 }), json!({ "a": { "$bytes": "?" } }), json!("text")] {
            assert!(from_json(json.clone()).is_none(), "{json}");
        }
    }
}

//! The bodies of calls, as far as a policy asks about them. All else in them is passed over.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct OfKey {
    pub(super) table_name: String,
    pub(super) key: Attributes,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct OfItem {
    pub(super) table_name: String,
    pub(super) item: Attributes,
}

impl OfItem {
    /// A whole item holds its key.
    pub(super) fn into_key(self) -> OfKey {
        OfKey { table_name: self.table_name, key: self.item }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Query {
    pub(super) table_name: String,
    pub(super) index_name: Option<String>,
    pub(super) key_condition_expression: String,
    #[serde(default)]
    pub(super) expression_attribute_names: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) expression_attribute_values: BTreeMap<String, Text>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Scan {
    pub(super) table_name: String,
    pub(super) index_name: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct BatchGet {
    pub(super) request_items: BTreeMap<String, BatchedKeys>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct BatchedKeys {
    pub(super) keys: Vec<Attributes>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct BatchWrite {
    pub(super) request_items: BTreeMap<String, Vec<BatchedWrite>>,
}

#[derive(Deserialize)]
pub(super) enum BatchedWrite {
    #[serde(rename_all = "PascalCase")]
    PutRequest { item: Attributes },
    #[serde(rename_all = "PascalCase")]
    DeleteRequest { key: Attributes },
}

impl BatchedWrite {
    pub(super) fn into_attributes(self) -> Attributes {
        match self {
            Self::PutRequest { item: attributes } | Self::DeleteRequest { key: attributes } => attributes,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Transaction {
    pub(super) transact_items: Vec<Part>,
}

#[derive(Deserialize)]
pub(super) enum Part {
    Get(OfKey),
    Put(OfItem),
    Update(OfKey),
    Delete(OfKey),
    ConditionCheck(OfKey),
}

/// An item or a key, of which only texts at the top are kept.
#[derive(Deserialize)]
pub(super) struct Attributes(pub(super) BTreeMap<String, Text>);

/// The text of an attribute `{"S": "…"}`; `None` for one of another type, which is passed over unread.
#[derive(Debug)]
pub(super) struct Text(pub(super) Option<String>);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an attribute with its type")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut text = None;
        while let Some(kind) = map.next_key::<String>()? {
            if kind == "S" {
                text = Some(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Text(text))
    }
}

//! The table of the template, as far as a policy can speak of it.

use std::fmt;

use serde_yaml_ng::Value;

use crate::template::{Template, TemplateError, at};

/// What an action is done to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Resource {
    Table,
    /// An index of it, by its name.
    Index(String),
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table => f.write_str("the table"),
            Self::Index(name) => f.write_str(name),
        }
    }
}

/// The template's one table.
#[derive(Debug)]
pub(super) struct TableShape {
    /// Its name among the template's resources.
    logical_name: String,
    /// The partition key of the table and of each index.
    partition_keys: Vec<(Resource, String)>,
}

impl TableShape {
    pub(super) fn read(template: &Template<'_>) -> Result<Self, TemplateError> {
        let missing = |missing| TemplateError::Missing { place: "Resources".to_owned(), missing };
        let mut tables = template.of_type("AWS::DynamoDB::Table");
        let (Some((name, table)), None) = (tables.next(), tables.next()) else {
            return Err(missing("one table, and not two"));
        };
        let properties = at(table, &["Properties"]).ok_or_else(|| missing("Properties"))?;
        let own = partition_key(properties).ok_or_else(|| missing("KeySchema"))?;
        let mut partition_keys = vec![(Resource::Table, own)];
        for kind in ["LocalSecondaryIndexes", "GlobalSecondaryIndexes"] {
            for index in properties.get(kind).and_then(Value::as_sequence).into_iter().flatten() {
                let name = index.get("IndexName").and_then(Value::as_str);
                let name = name.ok_or_else(|| missing("IndexName"))?.to_owned();
                let key = partition_key(index).ok_or_else(|| missing("KeySchema"))?;
                partition_keys.push((Resource::Index(name), key));
            }
        }
        Ok(Self { logical_name: name.to_owned(), partition_keys })
    }

    /// The table's partition key.
    pub(super) fn key(&self) -> &str {
        self.key_of(&Resource::Table).unwrap_or_default()
    }

    /// The partition key of the table or of an index; `None` if there is no such index.
    pub(super) fn key_of(&self, resource: &Resource) -> Option<&str> {
        self.partition_keys.iter().find(|(of, _)| of == resource).map(|(_, key)| key.as_str())
    }

    /// What a statement's resource is, written as `!GetAtt Table.Arn` or `!Sub "${Table.Arn}/index/by_change"`;
    /// `None` if it is no part of the table, or several at once.
    pub(super) fn resource(&self, value: &Value) -> Option<Resource> {
        let Value::Tagged(tagged) = value else { return None };
        let (text, name) = (tagged.value.as_str()?, &self.logical_name);
        let arn = format!("{name}.Arn");
        if tagged.tag == "GetAtt" {
            return (text == arn).then_some(Resource::Table);
        }
        if tagged.tag != "Sub" {
            return None;
        }
        let index = text.strip_prefix(&format!("${{{arn}}}/index/"))?;
        let resource = Resource::Index(index.to_owned());
        self.key_of(&resource).is_some().then_some(resource)
    }
}

fn partition_key(of: &Value) -> Option<String> {
    let mut keys = of.get("KeySchema")?.as_sequence()?.iter();
    let hash = keys.find(|key| key.get("KeyType").and_then(Value::as_str) == Some("HASH"))?;
    Some(hash.get("AttributeName")?.as_str()?.to_owned())
}

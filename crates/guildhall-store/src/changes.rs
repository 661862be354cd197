//! Puts an update together: what is set, what is taken away, what is appended, and on what condition.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;

use crate::item::Attributes;

/// An update in the making. Every name goes through a placeholder, since `status` and `name` are
/// reserved words. A name may be a path into a map, as `record.ratings.histogram[4]`.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    set: Vec<String>,
    remove: Vec<String>,
    names: HashMap<String, String>,
    values: Attributes,
}

impl Changes {
    /// Sets an attribute, or takes it away if there is no value.
    pub(crate) fn put(mut self, name: &str, value: Option<AttributeValue>) -> Self {
        let attribute = self.name(name);
        match value {
            Some(value) => {
                let value = self.value(name, value);
                self.set.push(format!("{attribute} = {value}"));
            }
            None => self.remove.push(attribute),
        }
        self
    }

    /// Appends to a list, which need not exist.
    pub(crate) fn append(mut self, name: &str, entries: AttributeValue) -> Self {
        let attribute = self.name(name);
        let none = self.value("none", AttributeValue::L(Vec::new()));
        let entries = self.value(name, entries);
        self.set.push(format!("{attribute} = list_append(if_not_exists({attribute}, {none}), {entries})"));
        self
    }

    /// Adds one to a number, which counts as nothing if it does not exist.
    pub(crate) fn count_up(mut self, name: &str) -> Self {
        let attribute = self.name(name);
        let zero = self.value("zero", AttributeValue::N("0".to_owned()));
        let one = self.value("one", AttributeValue::N("1".to_owned()));
        self.set.push(format!("{attribute} = if_not_exists({attribute}, {zero}) + {one}"));
        self
    }

    /// Adds to a number, which must exist. Whoever else adds to it meanwhile is counted too.
    pub(crate) fn add(mut self, name: &str, amount: i64) -> Self {
        let attribute = self.name(name);
        let amount = self.value(name, AttributeValue::N(amount.to_string()));
        self.set.push(format!("{attribute} = {attribute} + {amount}"));
        self
    }

    /// Adds to a number within a map, which must exist; the number counts as nothing if it does not. The key may be
    /// any text.
    pub(crate) fn add_within(mut self, map: &str, key: &str, amount: i64) -> Self {
        let map = self.name(map);
        let placeholder = key.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
        let attribute = format!("{map}.#{placeholder}");
        self.names.insert(format!("#{placeholder}"), key.to_owned());
        let zero = self.value("zero", AttributeValue::N("0".to_owned()));
        let amount = self.value(&placeholder, AttributeValue::N(amount.to_string()));
        self.set.push(format!("{attribute} = if_not_exists({attribute}, {zero}) + {amount}"));
        self
    }

    /// The placeholder of a name, for a condition.
    pub(crate) fn name(&mut self, name: &str) -> String {
        let mut placeholders = Vec::new();
        for step in name.split('.') {
            let attribute = step.split('[').next().unwrap_or(step);
            self.names.insert(format!("#{attribute}"), attribute.to_owned());
            placeholders.push(format!("#{step}"));
        }
        placeholders.join(".")
    }

    /// The placeholder of a value, for a condition.
    pub(crate) fn value(&mut self, name: &str, value: AttributeValue) -> String {
        let placeholder = format!(":{}", name.replace(['.', '['], "_").replace(']', ""));
        self.values.insert(placeholder.clone(), value);
        placeholder
    }

    /// The update expression, its names and its values.
    pub(crate) fn finish(self) -> (String, HashMap<String, String>, Attributes) {
        let mut expression = format!("SET {}", self.set.join(", "));
        if !self.remove.is_empty() {
            expression.push_str(" REMOVE ");
            expression.push_str(&self.remove.join(", "));
        }
        (expression, self.names, self.values)
    }
}

//! Reads a whole body by its rules and reports everything that is wrong with it at once.

use serde_json::{Map, Value};

use super::{FieldCode, FieldError, FieldRule, FieldValue};

/// A body on its way in. Ask for each field, then [`Reader::finish`].
#[derive(Debug)]
pub struct Reader<'a> {
    body: &'a Map<String, Value>,
    known: Vec<&'static str>,
    errors: Vec<FieldError>,
}

impl<'a> Reader<'a> {
    /// Starts to read a body.
    #[must_use]
    pub fn new(body: &'a Map<String, Value>) -> Self {
        Self { body, known: Vec::new(), errors: Vec::new() }
    }

    /// The field's checked value, if there is one.
    pub fn read(&mut self, rule: &FieldRule) -> Option<FieldValue> {
        self.known.push(rule.name);
        match rule.check(self.body.get(rule.name)) {
            Ok(value) => value,
            Err(fault) => {
                let error = FieldError::field(rule.name, fault.code);
                self.errors.push(FieldError { params: fault.params, ..error });
                None
            }
        }
    }

    /// The field's text, if there is one.
    pub fn text(&mut self, rule: &FieldRule) -> Option<String> {
        match self.read(rule)? {
            FieldValue::Text(text) => Some(text),
            FieldValue::Number(_) | FieldValue::Flag(_) => None,
        }
    }

    /// The field's number, if there is one.
    pub fn number(&mut self, rule: &FieldRule) -> Option<u32> {
        match self.read(rule)? {
            FieldValue::Number(number) => Some(number),
            FieldValue::Text(_) | FieldValue::Flag(_) => None,
        }
    }

    /// Whether the box is ticked.
    pub fn flag(&mut self, rule: &FieldRule) -> bool {
        matches!(self.read(rule), Some(FieldValue::Flag(true)))
    }

    /// What came for a field that is read in its own way.
    pub fn raw(&mut self, name: &'static str) -> Option<&'a Value> {
        self.known.push(name);
        self.body.get(name)
    }

    /// Adds an error that no single rule can find.
    pub fn refuse(&mut self, error: FieldError) {
        self.errors.push(error);
    }

    /// All that is wrong, unknown fields among it; empty if nothing is.
    #[must_use]
    pub fn finish(mut self) -> Vec<FieldError> {
        for name in self.body.keys() {
            let named = self.errors.iter().any(|error| error.name() == Some(name));
            if !named && !self.known.contains(&name.as_str()) {
                // A name may be as long as the body; the answer repeats no more than a line of it.
                let shown: String = name.chars().take(80).collect();
                self.errors.push(FieldError::field(&shown, FieldCode::Unknown));
            }
        }
        self.errors
    }
}

//! Reads a whole body by its rules and reports everything that is wrong with it at once.

use serde_json::{Map, Value};

use super::{FieldCode, FieldError, FieldRule, FieldValue, pointer};

/// A body on its way in. Ask for each field, then [`Reader::finish`].
#[derive(Debug)]
pub struct Reader<'a> {
    body: &'a Map<String, Value>,
    /// The pointer of the object that is read, empty for the body itself.
    place: String,
    known: Vec<&'static str>,
    errors: Vec<FieldError>,
}

impl<'a> Reader<'a> {
    /// Starts to read a body.
    #[must_use]
    pub fn new(body: &'a Map<String, Value>) -> Self {
        Self::within(body, String::new())
    }

    /// Starts to read an object inside the body, at a pointer such as `/services/3`.
    #[must_use]
    pub fn within(body: &'a Map<String, Value>, place: String) -> Self {
        Self { body, place, known: Vec::new(), errors: Vec::new() }
    }

    /// Reads a list of at most `max` things, each in its own way; a missing list is an empty one. What
    /// is wrong with a thing is noted, and the thing left out.
    pub fn list<T>(
        &mut self,
        name: &'static str,
        max: usize,
        mut read: impl FnMut(&'a Value, String) -> Result<T, Vec<FieldError>>,
    ) -> Vec<T> {
        let place = self.pointer(name);
        let values = match self.raw(name) {
            None | Some(Value::Null) => return Vec::new(),
            Some(Value::Array(values)) => values,
            Some(_) => {
                self.refuse(FieldError::at(place, FieldCode::WrongKind).with("expected", "array"));
                return Vec::new();
            }
        };
        if values.len() > max {
            self.refuse(FieldError::at(place, FieldCode::TooMany).with("max", max));
            return Vec::new();
        }
        let mut found = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            match read(value, format!("{place}/{index}")) {
                Ok(thing) => found.push(thing),
                Err(errors) => self.errors.extend(errors),
            }
        }
        found
    }

    /// Reads a list of different choices, each by its name on the wire.
    pub fn choices<T: PartialEq>(
        &mut self,
        name: &'static str,
        max: usize,
        code: FieldCode,
        by_name: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let mut found: Vec<T> = Vec::new();
        for choice in self.list(name, max, |value, place| {
            value.as_str().and_then(&by_name).ok_or_else(|| vec![FieldError::at(place, code)])
        }) {
            if !found.contains(&choice) {
                found.push(choice);
            }
        }
        found
    }

    /// The pointer of a field of this object.
    #[must_use]
    pub fn pointer(&self, name: &str) -> String {
        format!("{}{}", self.place, pointer(name))
    }

    /// The field's checked value, if there is one.
    pub fn read(&mut self, rule: &FieldRule) -> Option<FieldValue> {
        self.known.push(rule.name);
        match rule.check(self.body.get(rule.name)) {
            Ok(value) => value,
            Err(fault) => {
                let error = FieldError::at(self.pointer(rule.name), fault.code);
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

    /// Whether the box is ticked; `None` if nothing is said of it.
    pub fn tick(&mut self, rule: &FieldRule) -> Option<bool> {
        match self.read(rule)? {
            FieldValue::Flag(is_ticked) => Some(is_ticked),
            FieldValue::Text(_) | FieldValue::Number(_) => None,
        }
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
            let place = self.pointer(name);
            let named = self.errors.iter().any(|error| error.is_within(&place));
            if !named && !self.known.contains(&name.as_str()) {
                // A name may be as long as the body; the answer repeats no more than a line of it.
                let shown: String = name.chars().take(80).collect();
                self.errors.push(FieldError::at(self.pointer(&shown), FieldCode::Unknown));
            }
        }
        self.errors
    }
}

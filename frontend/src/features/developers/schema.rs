//! The shapes of bodies and answers, as lines of a table and as an example.

use serde_json::{Map, Value};

/// How deep a shape is followed. What lies deeper is named and not shown.
const DEPTH: usize = 4;
/// The words that are shown of a long list of them.
const WORDS: usize = 12;

/// A field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// How deep it lies; 0 is the object's own.
    pub(super) depth: usize,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) is_required: bool,
    pub(super) description: String,
}

/// The fields of a shape, those of the shapes within right under them.
pub(super) fn rows(document: &Value, schema: &Value) -> Vec<Row> {
    let mut rows = Vec::new();
    collect(document, schema, 0, &mut rows);
    rows
}

fn collect(document: &Value, schema: &Value, depth: usize, rows: &mut Vec<Row>) {
    if depth >= DEPTH {
        return;
    }
    let schema = essence(document, schema);
    if let Some(items) = schema.get("items") {
        return collect(document, items, depth, rows);
    }
    for part in parts(schema) {
        collect(document, part, depth, rows);
    }
    let required = schema["required"].as_array();
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        if rows.iter().any(|row| row.depth == depth && row.name == *name && depth == 0) {
            continue;
        }
        rows.push(Row {
            depth,
            name: name.clone(),
            kind: kind(document, field),
            is_required: required.is_some_and(|names| names.iter().any(|one| one == name)),
            description: field["description"].as_str().unwrap_or_default().to_owned(),
        });
        collect(document, field, depth + 1, rows);
    }
}

/// What a shape is called: a type, the words that it may be, or what a list is of.
pub(super) fn kind(document: &Value, schema: &Value) -> String {
    let may_be_null = is_nullable(schema);
    let schema = essence(document, schema);
    let of_words = |words: &Vec<Value>| {
        let shown: Vec<_> = words.iter().filter_map(Value::as_str).take(WORDS).collect();
        let more = if words.len() > WORDS { " | …" } else { "" };
        format!("{}{more}", shown.join(" | "))
    };
    let kind = if let Some(words) = schema["enum"].as_array() {
        of_words(words)
    } else if let Some(items) = schema.get("items") {
        format!("[{}]", kind(document, items))
    } else {
        let format = schema["format"].as_str();
        let kind = types(schema).into_iter().find(|kind| *kind != "null").unwrap_or("object");
        format.map_or_else(|| kind.to_owned(), |format| format!("{kind} ({format})"))
    };
    if may_be_null { format!("{kind} | null") } else { kind }
}

/// A body of this shape, with made-up values for what is required.
pub(super) fn example(document: &Value, schema: &Value) -> Value {
    made_up(document, schema, 0)
}

fn made_up(document: &Value, schema: &Value, depth: usize) -> Value {
    let schema = essence(document, schema);
    if let Some(example) = schema.get("example").or_else(|| schema.get("const")) {
        return example.clone();
    }
    if let Some(word) = schema["enum"].as_array().and_then(|words| words.first()) {
        return word.clone();
    }
    if depth >= DEPTH {
        return Value::Null;
    }
    if let Some(items) = schema.get("items") {
        return Value::Array(vec![made_up(document, items, depth + 1)]);
    }
    match types(schema).into_iter().find(|kind| *kind != "null") {
        Some("string") => Value::from(made_up_text(schema["format"].as_str())),
        Some("integer" | "number") => schema.get("minimum").cloned().unwrap_or_else(|| Value::from(1)),
        Some("boolean") => Value::Bool(true),
        _ => made_up_object(document, schema, depth),
    }
}

fn made_up_object(document: &Value, schema: &Value, depth: usize) -> Value {
    let mut object = Map::new();
    // Of several shapes the first will do.
    let is_choice = schema.get("oneOf").or_else(|| schema.get("anyOf")).is_some();
    for part in parts(schema).into_iter().take(if is_choice { 1 } else { usize::MAX }) {
        if let Value::Object(fields) = made_up(document, part, depth) {
            object.extend(fields);
        }
    }
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        object.insert(name.to_owned(), made_up(document, &schema["properties"][name], depth + 1));
    }
    Value::Object(object)
}

fn made_up_text(format: Option<&str>) -> &'static str {
    match format {
        Some("date") => "2027-01-31",
        Some("date-time") => "2027-01-31T09:00:00Z",
        Some("email" | "idn-email") => "anna@shop.example",
        Some("uri" | "iri") => "https://shop.example",
        _ => "…",
    }
}

/// The shape itself, behind references and beside `null`.
fn essence<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    let mut schema = schema;
    for _ in 0..8 {
        let choices = schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Value::as_array);
        let mut real = choices.into_iter().flatten().filter(|one| one["type"] != "null");
        schema = match (schema["$ref"].as_str(), real.next(), real.next()) {
            (Some(reference), ..) => {
                document.pointer(reference.trim_start_matches('#')).unwrap_or(&Value::Null)
            }
            (None, Some(only), None) => only,
            _ => return schema,
        };
    }
    schema
}

/// What a shape is put together from.
fn parts(schema: &Value) -> Vec<&Value> {
    let kinds = ["allOf", "oneOf", "anyOf"];
    kinds.iter().filter_map(|kind| schema[kind].as_array()).flatten().collect()
}

fn types(schema: &Value) -> Vec<&str> {
    match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is_nullable(schema: &Value) -> bool {
    let among = |kind: &str| {
        schema[kind].as_array().is_some_and(|choices| choices.iter().any(|one| one["type"] == "null"))
    };
    types(schema).contains(&"null") || among("oneOf") || among("anyOf")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document() -> Value {
        json!({ "components": { "schemas": {
            "Money": { "type": "object", "required": ["minor"], "properties": {
                "minor": { "type": "integer", "format": "int64" } } },
            "Loop": { "type": "object", "required": ["next"], "properties": {
                "next": { "$ref": "#/components/schemas/Loop" } } },
            "Word": { "type": "string", "enum": ["good", "bad"] },
        } } })
    }

    #[test]
    fn a_shape_becomes_lines_and_an_example() {
        let schema = json!({ "type": "object", "required": ["sums", "word", "on"], "properties": {
            "sums": { "type": "array", "items": { "$ref": "#/components/schemas/Money" }, "description": "All" },
            "word": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Word" }] },
            "on": { "type": ["string", "null"], "format": "date" },
        } });
        let rows = rows(&document(), &schema);
        let lines: Vec<_> = rows
            .iter()
            .map(|row| (row.depth, row.name.as_str(), row.kind.as_str(), row.is_required))
            .collect();
        assert_eq!(
            lines,
            [
                (0, "on", "string (date) | null", true),
                (0, "sums", "[object]", true),
                (1, "minor", "integer (int64)", true),
                (0, "word", "good | bad | null", true),
            ]
        );
        let expected = json!({ "sums": [{ "minor": 1 }], "word": "good", "on": "2027-01-31" });
        assert_eq!(example(&document(), &schema), expected);
    }

    #[test]
    fn a_shape_that_holds_itself_comes_to_an_end() {
        let schema = json!({ "$ref": "#/components/schemas/Loop" });
        assert_eq!(rows(&document(), &schema).len(), DEPTH);
        assert!(example(&document(), &schema).is_object());
        assert_eq!(kind(&document(), &json!({ "$ref": "#/nowhere" })), "object");
    }
}

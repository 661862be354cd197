//! The operations of the API, read out of its own description.

use serde_json::Value;

use super::schema::{Row, example, rows};

/// What a program or a person can ask.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Operation {
    /// As `GET`.
    pub(super) method: String,
    /// As `/api/v1/leads/{lead_id}`.
    pub(super) path: String,
    /// Its name.
    pub(super) id: String,
    /// In a line.
    pub(super) summary: String,
    /// Whatever more there is to say, in paragraphs.
    pub(super) description: Vec<String>,
    /// What it stands under.
    pub(super) tag: String,
    /// What a token must be for, if tokens are taken.
    pub(super) scope: Option<String>,
    /// What goes into the path, the query and the headers.
    pub(super) parameters: Vec<Parameter>,
    /// The fields of the body, if it takes one, and an example.
    pub(super) body: Option<(Vec<Row>, Value)>,
    /// What is answered: the status, what it means, and the fields.
    pub(super) responses: Vec<(String, String, Vec<Row>)>,
}

/// Something that is asked with an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parameter {
    /// As `path`, `query` or `header`.
    pub(super) place: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) is_required: bool,
    pub(super) description: String,
}

/// The methods in the order in which they are shown.
const METHODS: [&str; 4] = ["get", "post", "put", "delete"];

/// Every operation of a description, in its order.
pub(super) fn operations(document: &Value) -> Vec<Operation> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let of_path = paths.flat_map(|(path, item)| {
        METHODS.iter().filter_map(move |method| {
            let operation = item.get(method)?;
            Some(read(document, method, path, operation))
        })
    });
    of_path.collect()
}

/// The tags in the description's own order, each with what it is about.
pub(super) fn tags(document: &Value) -> Vec<(String, String)> {
    let tags = document["tags"].as_array().into_iter().flatten();
    tags.map(|tag| (text(&tag["name"]), text(&tag["description"]))).collect()
}

fn read(document: &Value, method: &str, path: &str, operation: &Value) -> Operation {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let body = &operation["requestBody"]["content"]["application/json"]["schema"];
    let scope = &operation["security"][0]["token"][0];
    let responses = operation["responses"].as_object().into_iter().flatten();
    Operation {
        method: method.to_uppercase(),
        path: path.to_owned(),
        id: text(&operation["operationId"]),
        summary: text(&operation["summary"]),
        description: paragraphs(&text(&operation["description"]), scope.as_str()),
        tag: text(&operation["tags"][0]),
        scope: scope.as_str().map(str::to_owned),
        parameters: parameters.map(|parameter| read_parameter(document, parameter)).collect(),
        body: (!body.is_null()).then(|| (rows(document, body), example(document, body))),
        responses: responses.map(|(status, response)| read_response(document, status, response)).collect(),
    }
}

fn read_parameter(document: &Value, parameter: &Value) -> Parameter {
    Parameter {
        place: text(&parameter["in"]),
        name: text(&parameter["name"]),
        kind: super::schema::kind(document, &parameter["schema"]),
        is_required: parameter["required"] == true,
        description: text(&parameter["description"]),
    }
}

fn read_response(document: &Value, status: &str, response: &Value) -> (String, String, Vec<Row>) {
    let schema = &response["content"]["application/json"]["schema"];
    let fields = if schema.is_null() { Vec::new() } else { rows(document, schema) };
    (status.to_owned(), text(&response["description"]), fields)
}

/// Paragraphs, but for the one that only names the scope, which is shown apart.
fn paragraphs(text: &str, scope: Option<&str>) -> Vec<String> {
    let of_scope = scope.map(|scope| format!("Scope: `{scope}`."));
    let parts = text.split("\n\n").map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty() && Some(part) != of_scope.as_ref()).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_operation_is_read_with_what_it_takes_and_answers() {
        let document = json!({
            "tags": [{ "name": "leads", "description": "Merchants" }],
            "paths": { "/api/v1/partner/leads/{lead_id}": { "get": {
                "operationId": "get_lead_with_token", "summary": "A lead", "tags": ["for programs"],
                "description": "First.\n\nScope: `leads:read`.",
                "security": [{ "token": ["leads:read"] }],
                "parameters": [{ "in": "path", "name": "lead_id", "required": true, "schema": { "type": "string" },
                    "description": "The id" }],
                "responses": { "200": { "description": "The lead", "content": { "application/json": {
                    "schema": { "type": "object", "properties": { "id": { "type": "string" } } } } } } },
            } } },
        });
        let read = operations(&document);
        assert_eq!(read.len(), 1);
        assert_eq!((read[0].method.as_str(), read[0].scope.as_deref()), ("GET", Some("leads:read")));
        assert_eq!(read[0].description, ["First."]);
        assert_eq!(
            (read[0].parameters[0].kind.as_str(), read[0].parameters[0].is_required),
            ("string", true)
        );
        assert_eq!(read[0].responses[0].2[0].name, "id");
        assert_eq!(tags(&document), [("leads".to_owned(), "Merchants".to_owned())]);
    }
}

//! How an operation is asked from a command line.

use serde_json::Value;

use super::operations::{Operation, Parameter};

/// The command, a line for each thing. `origin` is where the site is; the token stands in a variable of the shell, so that
/// nobody writes it into a file or a history.
pub(super) fn command(operation: &Operation, origin: &str) -> String {
    let mut lines = vec![format!("curl -X {} {}", operation.method, quoted(&address(operation, origin)))];
    if operation.scope.is_some() {
        lines.push("-H \"Authorization: Bearer $GUILDHALL_TOKEN\"".to_owned());
    }
    for header in operation.parameters.iter().filter(|one| one.place == "header" && one.is_required) {
        lines.push(format!("-H {}", quoted(&format!("{}: {}", header.name, value_of(header)))));
    }
    if let Some((_, example)) = &operation.body {
        let body = serde_json::to_string(example).unwrap_or_default();
        lines.push("-H 'Content-Type: application/json'".to_owned());
        lines.push(format!("-d {}", quoted(&body)));
    }
    lines.join(" \\\n  ")
}

fn address(operation: &Operation, origin: &str) -> String {
    let asked: Vec<_> = operation
        .parameters
        .iter()
        .filter(|one| one.place == "query" && one.is_required)
        .map(|one| format!("{}={}", one.name, value_of(one)))
        .collect();
    let query = if asked.is_empty() { String::new() } else { format!("?{}", asked.join("&")) };
    format!("{origin}{}{query}", operation.path)
}

fn value_of(parameter: &Parameter) -> String {
    match parameter.name.to_ascii_lowercase().as_str() {
        "if-match" => "\"1\"".to_owned(),
        "idempotency-key" => "choose-one-for-each-request".to_owned(),
        name => format!("{{{name}}}"),
    }
}

/// A text as a shell takes it whole.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// A value as it is shown, a field in each line.
pub(super) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_command_holds_all_that_is_required_and_no_token() {
        let header = |name: &str, is_required| Parameter {
            place: "header".to_owned(),
            name: name.to_owned(),
            kind: "string".to_owned(),
            is_required,
            description: String::new(),
        };
        let operation = Operation {
            method: "POST".to_owned(),
            path: "/api/v1/partner/leads".to_owned(),
            id: String::new(),
            summary: String::new(),
            description: Vec::new(),
            tag: String::new(),
            scope: Some("leads:write".to_owned()),
            parameters: vec![header("Idempotency-Key", true), header("Accept-Language", false)],
            body: Some((Vec::new(), json!({ "goal": "Anna's shop" }))),
            responses: Vec::new(),
        };
        let expected = "curl -X POST 'https://partners.example/api/v1/partner/leads' \\\n  \
            -H \"Authorization: Bearer $GUILDHALL_TOKEN\" \\\n  \
            -H 'Idempotency-Key: choose-one-for-each-request' \\\n  \
            -H 'Content-Type: application/json' \\\n  \
            -d '{\"goal\":\"Anna'\\''s shop\"}'";
        assert_eq!(command(&operation, "https://partners.example"), expected);
    }
}

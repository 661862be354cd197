//! What follows the marketplace ends with it: nothing of the directory is made of its types, and none of its types of one
//! of the directory's.

use std::collections::BTreeSet;

use serde_json::Value;

const LEGACY: &str = "/api/v1/marketplace/";
/// A text about a person, wherever one stands.
const SHARED: [&str; 1] = ["Personal"];

/// The names of all schemas that something leads to.
fn reachable(document: &Value, from: &Value) -> BTreeSet<String> {
    let (mut found, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(value) = open.pop() {
        match value {
            Value::Object(map) => {
                let named = map.get("$ref").and_then(Value::as_str);
                let name = named.and_then(|path| path.strip_prefix("#/components/schemas/"));
                if let Some(name) = name.filter(|name| found.insert((*name).to_owned())) {
                    open.push(&document["components"]["schemas"][name]);
                }
                open.extend(map.values());
            }
            Value::Array(list) => open.extend(list),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    found
}

/// What the operations of these paths take and answer when all is well. Problems are of the service, not of a subject.
fn of_operations(document: &Value, is_one: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, item) in document["paths"].as_object().unwrap().iter().filter(|(path, _)| is_one(path)) {
        for operation in item.as_object().unwrap().values() {
            let mut operation = operation.clone();
            if let Some(responses) = operation["responses"].as_object_mut() {
                responses.retain(|status, _| status.starts_with('2'));
            }
            found.extend(reachable(document, &operation));
        }
    }
    found
}

#[test]
fn no_type_of_the_directory_is_reached_from_the_marketplace_nor_the_other_way_round() {
    let document: Value = serde_json::from_str(&super::document().unwrap()).unwrap();
    let is_legacy = |path: &str| path.starts_with(LEGACY) || path.starts_with("/api/v1/partner/marketplace/");
    let legacy = of_operations(&document, is_legacy);
    let others = of_operations(&document, |path| !is_legacy(path));
    for expected in ["JobPage", "JobDetails", "ConversationDetails", "CustomerPage", "OwnJobDetails"] {
        assert!(legacy.contains(expected), "{expected} is not where this test looks for it: {legacy:?}");
    }
    assert!(others.contains("InquiryPage") && others.contains("PublicProfile"), "{others:?}");
    let shared: Vec<_> =
        legacy.intersection(&others).filter(|name| !SHARED.contains(&name.as_str())).collect();
    assert_eq!(shared, Vec::<&String>::new());
}

#[test]
fn every_operation_of_the_marketplace_is_marked_as_deprecated_and_no_other_is() {
    let document: Value = serde_json::from_str(&super::document().unwrap()).unwrap();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let is_legacy = path.starts_with(LEGACY) || path.starts_with("/api/v1/partner/marketplace/");
            assert_eq!(operation["deprecated"] == true, is_legacy, "{method} {path}");
        }
    }
}

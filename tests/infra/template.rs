//! Reads the template.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde_yaml_ng::Value;

/// `infra/template.yaml`.
pub(crate) static TEMPLATE: LazyLock<Value> = LazyLock::new(|| {
    let text = fs::read_to_string(root().join("infra/template.yaml")).expect("the template is there");
    serde_yaml_ng::from_str(&text).expect("the template is YAML")
});

/// The top of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is inside the repository")
}

/// The value at a path of keys; a panic that names the path if there is none.
pub(crate) fn at<'a>(value: &'a Value, path: &[&str]) -> &'a Value {
    path.iter().fold(value, |value, key| {
        untagged(value).get(key).unwrap_or_else(|| panic!("no {key} (of {path:?}) in {value:?}"))
    })
}

/// The value at a path of keys, if there is one.
pub(crate) fn find<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, key| untagged(value).get(key))
}

/// A text.
pub(crate) fn text(value: &Value) -> &str {
    untagged(value).as_str().unwrap_or_else(|| panic!("not a text: {value:?}"))
}

/// One or several, which the template may write without a list.
pub(crate) fn each(value: &Value) -> Vec<&Value> {
    value.as_sequence().map_or_else(|| vec![value], |list| list.iter().collect())
}

/// A value without CloudFormation's `!Ref`, `!Sub` and so on.
fn untagged(value: &Value) -> &Value {
    match value {
        Value::Tagged(tagged) => &tagged.value,
        other => other,
    }
}

/// The resources of one type, by their names in the template.
pub(crate) fn resources(kind: &str) -> BTreeMap<&'static str, &'static Value> {
    at(&TEMPLATE, &["Resources"])
        .as_mapping()
        .expect("Resources is a mapping")
        .iter()
        .filter(|(_, resource)| text(at(resource, &["Type"])) == kind)
        .map(|(name, resource)| (text(name), resource))
        .collect()
}

/// The one resource of a type.
pub(crate) fn only(kind: &str) -> &'static Value {
    let mut found = resources(kind).into_values();
    match (found.next(), found.next()) {
        (Some(resource), None) => resource,
        _ => panic!("not exactly one {kind}"),
    }
}

/// The functions, by the names of their binaries.
pub(crate) fn functions() -> BTreeMap<&'static str, &'static Value> {
    resources("AWS::Serverless::Function")
        .into_values()
        .map(|function| (text(at(function, &["Metadata", "BuildProperties", "Binary"])), function))
        .collect()
}

/// A route as the template has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Route {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) function: &'static str,
    pub(crate) public: bool,
}

/// Every route of every function.
pub(crate) fn routes() -> Vec<Route> {
    let mut routes = Vec::new();
    for (function, resource) in functions() {
        let events = at(resource, &["Properties", "Events"]).as_mapping().expect("Events is a mapping");
        for event in events.values().filter(|event| text(at(event, &["Type"])) == "HttpApi") {
            let authorizer = find(event, &["Properties", "Auth", "Authorizer"]);
            routes.push(Route {
                method: text(at(event, &["Properties", "Method"])).to_owned(),
                path: text(at(event, &["Properties", "Path"])).to_owned(),
                function,
                public: authorizer.is_some_and(|authorizer| text(authorizer) == "NONE"),
            });
        }
    }
    routes.sort();
    routes
}

//! Reads the template.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde_yaml_ng::Value;
use serde_yaml_ng::value::TaggedValue;

/// `infra/template.yaml`, with its loops unrolled.
pub(crate) static TEMPLATE: LazyLock<Value> = LazyLock::new(|| {
    let text = fs::read_to_string(root().join("infra/template.yaml")).expect("the template is there");
    let mut template: Value = serde_yaml_ng::from_str(&text).expect("the template is YAML");
    let resources = template["Resources"].as_mapping_mut().expect("Resources is a mapping");
    *resources =
        std::mem::take(resources).into_iter().flat_map(|(name, resource)| unrolled(name, resource)).collect();
    template
});

/// A resource as it is, and a loop (`Fn::ForEach::Name: [variable, values, resources]`) as what it makes.
fn unrolled(name: Value, resource: Value) -> Vec<(Value, Value)> {
    if !text(&name).starts_with("Fn::ForEach::") {
        return vec![(name, resource)];
    }
    let parts = resource.as_sequence().expect("a loop has parts");
    let [variable, values, body] = parts.as_slice() else { panic!("not a loop: {name:?}") };
    let body = body.as_mapping().expect("a loop makes resources");
    let round = |value| {
        body.iter().map(move |(name, one)| [name, one].map(|part| filled_in(part, text(variable), value)))
    };
    each(values).into_iter().flat_map(|value| round(text(value))).map(|[name, one]| (name, one)).collect()
}

/// A part of a loop's body with the variable's value in its place, both as `${Name}` and as `Ref: Name`.
fn filled_in(part: &Value, variable: &str, value: &str) -> Value {
    let inside = |part: &Value| filled_in(part, variable, value);
    match part {
        Value::String(text) => Value::String(text.replace(&format!("${{{variable}}}"), value)),
        Value::Sequence(list) => list.iter().map(inside).collect(),
        Value::Mapping(fields)
            if fields.len() == 1 && find(part, &["Ref"]).is_some_and(|name| name == variable) =>
        {
            value.into()
        }
        Value::Mapping(fields) => {
            Value::Mapping(fields.iter().map(|(name, field)| (inside(name), inside(field))).collect())
        }
        Value::Tagged(tagged) if tagged.tag == "Ref" && tagged.value == variable => value.into(),
        Value::Tagged(tagged) => {
            let value = inside(&tagged.value);
            Value::Tagged(Box::new(TaggedValue { tag: tagged.tag.clone(), value }))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => part.clone(),
    }
}

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
        let events = find(resource, &["Properties", "Events"]).and_then(Value::as_mapping);
        let events = events.into_iter().flat_map(|events| events.values());
        for event in events.filter(|event| text(at(event, &["Type"])) == "HttpApi") {
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

//! Reads `infra/template.yaml`: what runs in AWS is what runs here, because both follow this one file.

use std::collections::BTreeMap;

use serde_yaml_ng::Value;

use crate::gateway::PatternError;

/// `infra/template.yaml`, as it was when this program was built.
pub(crate) const TEMPLATE: &str = include_str!("../../../infra/template.yaml");

/// What cannot be followed in the template.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// Not YAML.
    #[error("it is not YAML ({0})")]
    Yaml(#[from] serde_yaml_ng::Error),
    /// Something that must stand there does not.
    #[error("`{place}` has no `{missing}`")]
    Missing {
        /// Where it was looked for.
        place: String,
        /// What is not there.
        missing: &'static str,
    },
    /// A route names an authorizer that the API does not define, or that is not about the `Authorization` header
    /// alone: for JWTs, or a function that is asked each time.
    #[error("`{place}` names the authorizer `{authorizer}`, which cannot be followed here")]
    Authorizer {
        /// The route.
        place: String,
        /// The name it gives.
        authorizer: String,
    },
    /// A method that does not exist.
    #[error("`{place}` has no HTTP method")]
    Method {
        /// The route.
        place: String,
    },
    /// A path that API Gateway does not take.
    #[error(transparent)]
    Path(#[from] PatternError),
    /// A permission that cannot be held against what a function does.
    #[error("`{place}` has {reason}, which cannot be checked here")]
    Permission {
        /// The function, or its statement.
        place: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A filter of the stream that is not one by the types of the items.
    #[error("`{place}` has a filter that is not by the items' types ({reason})")]
    Filter {
        /// The event source.
        place: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// A template, with values for its parameters in place of their defaults, and for what is known only once it is deployed.
pub(crate) struct Template<'a> {
    root: Value,
    values: &'a BTreeMap<&'a str, String>,
}

/// One event that a function listens to.
pub(crate) struct Event<'a> {
    /// As `SubmitLead.Submit`, for messages.
    pub(crate) place: String,
    /// The name of the function's binary.
    pub(crate) function: &'a str,
    /// Its definition.
    pub(crate) definition: &'a Value,
}

impl<'a> Template<'a> {
    pub(crate) fn read(yaml: &str, values: &'a BTreeMap<&'a str, String>) -> Result<Self, TemplateError> {
        Ok(Self { root: serde_yaml_ng::from_str(yaml)?, values })
    }

    pub(crate) fn of_type(&self, kind: &str) -> impl Iterator<Item = (&str, &Value)> {
        let resources = self.root.get("Resources").and_then(Value::as_mapping);
        resources
            .into_iter()
            .flatten()
            .filter_map(|(name, resource)| Some((name.as_str()?, resource)))
            .filter(move |(_, resource)| resource.get("Type").and_then(Value::as_str) == Some(kind))
    }

    /// Every function: its name among the resources, the name of its binary, and its definition.
    pub(crate) fn functions(&self) -> Result<Vec<(&str, &str, &Value)>, TemplateError> {
        let missing = "Metadata.BuildProperties.Binary";
        let functions = self.of_type("AWS::Serverless::Function").map(|(name, function)| {
            let binary = at(function, &["Metadata", "BuildProperties", "Binary"]).and_then(Value::as_str);
            let binary = binary.ok_or_else(|| TemplateError::Missing { place: name.to_owned(), missing })?;
            Ok((name, binary, function))
        });
        functions.collect()
    }

    /// The events of a type, over all functions.
    pub(crate) fn events(&self, kind: &str) -> Result<Vec<Event<'_>>, TemplateError> {
        let mut found = Vec::new();
        for (name, binary, function) in self.functions()? {
            let events = at(function, &["Properties", "Events"]).and_then(Value::as_mapping);
            for (event, definition) in events.into_iter().flatten() {
                if definition.get("Type").and_then(Value::as_str) == Some(kind) {
                    let place = format!("{name}.{}", event.as_str().unwrap_or_default());
                    found.push(Event { place, function: binary, definition });
                }
            }
        }
        Ok(found)
    }

    /// A text, with CloudFormation's `!Ref`, `!Sub` and `!GetAtt` followed. A reference to a resource gives the
    /// resource's logical name, unless there is a value in its place.
    pub(crate) fn text(&self, value: &Value) -> Option<String> {
        match value {
            Value::String(text) => Some(text.clone()),
            Value::Tagged(tagged) => {
                let text = tagged.value.as_str()?;
                if tagged.tag == "GetAtt" {
                    // What a resource will turn out to be is known only where a value is given in its place.
                    self.values.get(text).cloned()
                } else if tagged.tag == "Ref" {
                    Some(self.reference(text))
                } else if tagged.tag == "Sub" {
                    Some(self.substitute(text))
                } else {
                    None
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Sequence(_) | Value::Mapping(_) => None,
        }
    }

    fn reference(&self, name: &str) -> String {
        let default = || at(&self.root, &["Parameters", name, "Default"]).and_then(Value::as_str);
        match self.values.get(name) {
            Some(value) => value.clone(),
            None => default().unwrap_or(name).to_owned(),
        }
    }

    fn substitute(&self, text: &str) -> String {
        let mut parts = text.split("${");
        let mut result = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            match part.split_once('}') {
                Some((name, rest)) => result.extend([self.reference(name).as_str(), rest]),
                None => result.extend(["${", part]),
            }
        }
        result
    }
}

/// One or several, which a template may write without a list.
pub(crate) fn each(value: &Value) -> Vec<&Value> {
    value.as_sequence().map_or_else(|| vec![value], |list| list.iter().collect())
}

/// The value at a path of keys.
pub(crate) fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, key| value.get(key))
}

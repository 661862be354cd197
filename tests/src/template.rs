//! `infra/template.yaml` as deployed: each function with its settings, and with values in the place of references.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_yaml_ng::Value;
use serde_yaml_ng::value::TaggedValue;

/// Why the template cannot be followed.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// It cannot be read.
    #[error("infra/template.yaml cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// It is no YAML.
    #[error("infra/template.yaml is not YAML: {0}")]
    Yaml(#[from] serde_yaml_ng::Error),
    /// Something that must stand there does not.
    #[error("{place} has no {missing}")]
    Missing {
        /// Where it was looked for.
        place: String,
        /// What is not there.
        missing: String,
    },
    /// A reference to something that nobody gave a value.
    #[error("{0} has no value here: give it one in tests/src/environment.rs")]
    Unknown(String),
    /// A function of CloudFormation that is not known here, or not in this form.
    #[error("this cannot be followed: {0}")]
    Unfollowed(String),
}

/// The template, and what its references stand for.
pub struct Template {
    root: Value,
    values: BTreeMap<String, String>,
}

/// A function as Lambda would run it.
#[derive(Debug, Clone)]
pub struct FunctionInTemplate {
    /// Its name in the template.
    pub logical_name: String,
    /// The name of its binary.
    pub binary: String,
    /// In megabytes.
    pub memory: u64,
    /// In seconds.
    pub timeout: u64,
    /// The variables of its environment, in the order of their names.
    pub variables: BTreeMap<String, String>,
    /// The types of the events that it listens to, `HttpApi` for example.
    pub events: Vec<String>,
    /// For each filter of its stream, the pattern.
    pub patterns: Vec<serde_json::Value>,
}

impl Template {
    /// Reads the template; `values` are for parameters, resources (`Table`), attributes (`Table.Arn`) and secrets.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(values: BTreeMap<String, String>) -> Result<Self, TemplateError> {
        let text = fs::read_to_string(Self::root().join("infra/template.yaml"))?;
        Ok(Self { root: serde_yaml_ng::from_str(&text)?, values })
    }

    /// The top of the repository.
    #[must_use]
    pub fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
    }

    /// Every function, in the order of the template.
    ///
    /// # Errors
    /// When something that a function needs is missing, or refers to something without a value.
    pub fn functions(&self) -> Result<Vec<FunctionInTemplate>, TemplateError> {
        let resources = self.root.get("Resources").and_then(Value::as_mapping);
        let functions = resources.into_iter().flatten().filter(|(_, resource)| {
            resource.get("Type").and_then(Value::as_str) == Some("AWS::Serverless::Function")
        });
        functions.map(|(name, resource)| self.function(name.as_str().unwrap_or_default(), resource)).collect()
    }

    /// Every route, as `GET /api/v1/leads`, with the binary that it leads to and whether it needs a token.
    ///
    /// # Errors
    /// As for [`functions`](Self::functions).
    pub fn routes(&self) -> Result<Vec<(String, String, bool)>, TemplateError> {
        let mut routes = Vec::new();
        for function in self.functions()? {
            let events = at(&self.root, &["Resources", &function.logical_name, "Properties", "Events"]);
            for (name, event) in events.and_then(Value::as_mapping).into_iter().flatten() {
                if at(event, &["Type"]).and_then(Value::as_str) != Some("HttpApi") {
                    continue;
                }
                let text = |what: &str| {
                    at(event, &["Properties", what])
                        .and_then(Value::as_str)
                        .ok_or_else(|| missing(name.as_str(), what))
                };
                let public =
                    at(event, &["Properties", "Auth", "Authorizer"]).and_then(Value::as_str) == Some("NONE");
                routes.push((
                    format!("{} {}", text("Method")?, text("Path")?),
                    function.binary.clone(),
                    !public,
                ));
            }
        }
        Ok(routes)
    }

    fn function(&self, name: &str, resource: &Value) -> Result<FunctionInTemplate, TemplateError> {
        let binary = at(resource, &["Metadata", "BuildProperties", "Binary"]).and_then(Value::as_str);
        let binary = binary.ok_or_else(|| missing(Some(name), "Metadata.BuildProperties.Binary"))?;
        let number = |what: &str| {
            let own = at(resource, &["Properties", what]);
            let value = own.or_else(|| at(&self.root, &["Globals", "Function", what]));
            value.and_then(Value::as_u64).ok_or_else(|| missing(Some(name), what))
        };
        let mut variables = BTreeMap::new();
        let globals = at(&self.root, &["Globals", "Function", "Environment", "Variables"]);
        let own = at(resource, &["Properties", "Environment", "Variables"]);
        for (variable, value) in [globals, own].into_iter().flatten().filter_map(Value::as_mapping).flatten()
        {
            variables.insert(variable.as_str().unwrap_or_default().to_owned(), self.text(value)?);
        }
        let events = at(resource, &["Properties", "Events"]).and_then(Value::as_mapping);
        let events: Vec<&Value> = events.into_iter().flatten().map(|(_, event)| event).collect();
        let kinds = events.iter().filter_map(|event| at(event, &["Type"])?.as_str());
        let filters = events.iter().filter_map(|event| {
            at(event, &["Properties", "FilterCriteria", "Filters"]).and_then(Value::as_sequence)
        });
        let patterns = filters.flatten().filter_map(|filter| filter.get("Pattern").and_then(Value::as_str));
        let parse = |pattern: &str| {
            serde_json::from_str(pattern).map_err(|_| TemplateError::Unfollowed(pattern.to_owned()))
        };
        Ok(FunctionInTemplate {
            logical_name: name.to_owned(),
            binary: binary.to_owned(),
            memory: number("MemorySize")?,
            timeout: number("Timeout")?,
            variables,
            events: kinds.map(str::to_owned).collect(),
            patterns: patterns.map(parse).collect::<Result<_, _>>()?,
        })
    }

    /// A text, with CloudFormation's functions followed.
    fn text(&self, value: &Value) -> Result<String, TemplateError> {
        match value {
            Value::String(text) => Ok(text.clone()),
            Value::Number(number) => Ok(number.to_string()),
            Value::Bool(truth) => Ok(truth.to_string()),
            Value::Tagged(tagged) => self.tagged(tagged),
            Value::Null | Value::Sequence(_) | Value::Mapping(_) => Err(unfollowed(value)),
        }
    }

    fn tagged(&self, tagged: &TaggedValue) -> Result<String, TemplateError> {
        let value = &tagged.value;
        let (tag, text) = (tagged.tag.to_string(), value.as_str());
        match (tag.as_str(), text, value.as_sequence().map(Vec::as_slice)) {
            ("!Ref" | "!GetAtt", Some(name), _) => self.value(name),
            ("!Sub", Some(text), _) => self.resolve(&self.substitute(text)?),
            ("!If", _, Some([condition, then, otherwise])) => {
                let condition = condition.as_str().unwrap_or_default();
                let definition = at(&self.root, &["Conditions", condition]);
                let holds = self.holds(definition.ok_or_else(|| missing(Some("Conditions"), condition))?)?;
                self.text(if holds { then } else { otherwise })
            }
            ("!Join", _, Some([Value::String(between), Value::Sequence(parts)])) => {
                Ok(parts.iter().map(|part| self.text(part)).collect::<Result<Vec<_>, _>>()?.join(between))
            }
            _ => Err(unfollowed(value)),
        }
    }

    fn holds(&self, condition: &Value) -> Result<bool, TemplateError> {
        let Value::Tagged(tagged) = condition else { return Err(unfollowed(condition)) };
        let parts = tagged.value.as_sequence().map(Vec::as_slice).unwrap_or_default();
        match (tagged.tag.to_string().as_str(), parts) {
            ("!Equals", [one, other]) => Ok(self.text(one)? == self.text(other)?),
            ("!Not", [one]) => Ok(!self.holds(one)?),
            ("!And", all) => all.iter().try_fold(true, |so_far, one| Ok(so_far && self.holds(one)?)),
            ("!Or", all) => all.iter().try_fold(false, |so_far, one| Ok(so_far || self.holds(one)?)),
            ("!Condition", _) => {
                let name = tagged.value.as_str().unwrap_or_default();
                self.holds(
                    at(&self.root, &["Conditions", name]).ok_or_else(|| missing(Some("Conditions"), name))?,
                )
            }
            _ => Err(unfollowed(condition)),
        }
    }

    /// What a name stands for: what was given, or a parameter's default.
    fn value(&self, name: &str) -> Result<String, TemplateError> {
        let default = || at(&self.root, &["Parameters", name, "Default"]).map(|value| self.text(value));
        match self.values.get(name) {
            Some(value) => Ok(value.clone()),
            None => default().unwrap_or_else(|| Err(TemplateError::Unknown(name.to_owned()))),
        }
    }

    fn substitute(&self, text: &str) -> Result<String, TemplateError> {
        let mut parts = text.split("${");
        let mut result = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) =
                part.split_once('}').ok_or_else(|| TemplateError::Unfollowed(text.to_owned()))?;
            result.push_str(&self.value(name)?);
            result.push_str(rest);
        }
        Ok(result)
    }

    /// A secret in the place of the reference that CloudFormation resolves while it deploys.
    fn resolve(&self, text: &str) -> Result<String, TemplateError> {
        let Some(reference) = text.strip_prefix("{{resolve:secretsmanager:") else {
            return Ok(text.to_owned());
        };
        let name = reference
            .strip_suffix(":SecretString}}")
            .ok_or_else(|| TemplateError::Unfollowed(text.to_owned()))?;
        self.value(&format!("secret:{name}"))
    }
}

fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, key| value.get(key))
}

fn missing(place: Option<&str>, what: &str) -> TemplateError {
    TemplateError::Missing { place: place.unwrap_or_default().to_owned(), missing: what.to_owned() }
}

fn unfollowed(value: &Value) -> TemplateError {
    TemplateError::Unfollowed(format!("{value:?}"))
}

//! Reads the routes, functions and authorizers out of the infrastructure template.

use std::collections::BTreeMap;

use http::Method;
use serde_yaml_ng::Value;

use super::pattern::{PathPattern, PatternError};

/// `infra/template.yaml`, as it was when this program was built.
pub(crate) const TEMPLATE: &str = include_str!("../../../../infra/template.yaml");

/// What the gateway needs of the template.
#[derive(Debug)]
pub(crate) struct ApiDescription {
    /// The most exact path first.
    pub(crate) routes: Vec<Route>,
}

/// One route.
#[derive(Debug)]
pub(crate) struct Route {
    /// `None` is API Gateway's `ANY`.
    pub(crate) method: Option<Method>,
    pub(crate) path: PathPattern,
    /// As API Gateway names it: `GET /api/v1/leads`.
    pub(crate) key: String,
    /// The name of the function's binary.
    pub(crate) function: String,
    /// `None` is a public route.
    pub(crate) authorizer: Option<Authorizer>,
}

/// Whom a route's tokens must come from and be for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Authorizer {
    pub(crate) issuer: String,
    pub(crate) audience: Vec<String>,
}

/// What the gateway cannot follow in the template.
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
    /// A route names an authorizer that the API does not define, or that is not for JWTs from the
    /// `Authorization` header.
    #[error("`{place}` names the authorizer `{authorizer}`, which is not one for JWTs in the header")]
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
}

impl ApiDescription {
    /// Reads a template, with values for its parameters in place of their defaults.
    pub(crate) fn read(yaml: &str, values: &BTreeMap<&str, String>) -> Result<Self, TemplateError> {
        let template = Template { root: serde_yaml_ng::from_str(yaml)?, values };
        let mut routes = Vec::new();
        for (name, function) in template.of_type("AWS::Serverless::Function") {
            routes.extend(template.routes_of(name, function)?);
        }
        routes.sort_by(|a: &Route, b| a.path.compare_exactness(&b.path));
        Ok(Self { routes })
    }
}

struct Template<'a> {
    root: Value,
    values: &'a BTreeMap<&'a str, String>,
}

impl Template<'_> {
    fn of_type(&self, kind: &str) -> impl Iterator<Item = (&str, &Value)> {
        let resources = self.root.get("Resources").and_then(Value::as_mapping);
        resources
            .into_iter()
            .flatten()
            .filter_map(|(name, resource)| Some((name.as_str()?, resource)))
            .filter(move |(_, resource)| resource.get("Type").and_then(Value::as_str) == Some(kind))
    }

    fn routes_of(&self, name: &str, function: &Value) -> Result<Vec<Route>, TemplateError> {
        let missing = |missing| TemplateError::Missing { place: name.to_owned(), missing };
        let binary = at(function, &["Metadata", "BuildProperties", "Binary"])
            .and_then(Value::as_str)
            .ok_or_else(|| missing("Metadata.BuildProperties.Binary"))?;
        let events = at(function, &["Properties", "Events"]).and_then(Value::as_mapping);
        let mut routes = Vec::new();
        for (event, definition) in events.into_iter().flatten() {
            if definition.get("Type").and_then(Value::as_str) == Some("HttpApi") {
                let place = format!("{name}.{}", event.as_str().unwrap_or_default());
                routes.push(self.route(&place, binary, definition)?);
            }
        }
        Ok(routes)
    }

    fn route(&self, place: &str, function: &str, event: &Value) -> Result<Route, TemplateError> {
        let text = |field: &'static str| {
            at(event, &["Properties", field])
                .and_then(Value::as_str)
                .ok_or_else(|| TemplateError::Missing { place: place.to_owned(), missing: field })
        };
        let (method, path) = (text("Method")?.to_ascii_uppercase(), text("Path")?);
        let no_method = |_| TemplateError::Method { place: place.to_owned() };
        Ok(Route {
            key: format!("{method} {path}"),
            method: if method == "ANY" { None } else { Some(method.parse().map_err(no_method)?) },
            path: PathPattern::parse(path)?,
            function: function.to_owned(),
            authorizer: self.authorizer(place, event)?,
        })
    }

    /// The route's own authorizer, or else the API's default; `NONE` makes a route public.
    fn authorizer(&self, place: &str, event: &Value) -> Result<Option<Authorizer>, TemplateError> {
        let api = self.api(place, event)?;
        let own = at(event, &["Properties", "Auth", "Authorizer"]).and_then(Value::as_str);
        let default = at(api, &["Properties", "Auth", "DefaultAuthorizer"]).and_then(Value::as_str);
        let name = match own.or(default) {
            None | Some("NONE") => return Ok(None),
            Some(name) => name,
        };
        let unknown = || TemplateError::Authorizer { place: place.to_owned(), authorizer: name.to_owned() };
        let definition = at(api, &["Properties", "Auth", "Authorizers", name]).ok_or_else(unknown)?;
        let source = definition.get("IdentitySource").and_then(Value::as_str);
        if source != Some("$request.header.Authorization") {
            return Err(unknown());
        }
        let issuer = at(definition, &["JwtConfiguration", "issuer"]).and_then(|value| self.text(value));
        let audience = at(definition, &["JwtConfiguration", "audience"]).and_then(Value::as_sequence);
        let audience: Vec<_> = audience.into_iter().flatten().filter_map(|value| self.text(value)).collect();
        let issuer = issuer.filter(|_| !audience.is_empty()).ok_or_else(unknown)?;
        Ok(Some(Authorizer { issuer, audience }))
    }

    fn api(&self, place: &str, event: &Value) -> Result<&Value, TemplateError> {
        let id = at(event, &["Properties", "ApiId"]).and_then(|value| self.text(value));
        let api = id.and_then(|id| self.of_type("AWS::Serverless::HttpApi").find(|(name, _)| *name == id));
        api.map(|(_, api)| api)
            .ok_or_else(|| TemplateError::Missing { place: place.to_owned(), missing: "ApiId" })
    }

    /// A text, with CloudFormation's `!Ref` and `!Sub` followed. A reference to a resource gives the
    /// resource's logical name.
    fn text(&self, value: &Value) -> Option<String> {
        match value {
            Value::String(text) => Some(text.clone()),
            Value::Tagged(tagged) => {
                let text = tagged.value.as_str()?;
                if tagged.tag == "Ref" {
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

fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, key| value.get(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"
Parameters:
  Issuer: { Type: String }
  Audience: { Type: String, Default: web }
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth:
        DefaultAuthorizer: Token
        Authorizers:
          Token:
            IdentitySource: $request.header.Authorization
            JwtConfiguration:
              issuer: !Sub "https://${Issuer}/pool"
              audience: [!Ref Audience]
  Read:
    Type: AWS::Serverless::Function
    Metadata: { BuildProperties: { Binary: read } }
    Properties:
      Events:
        One: { Type: HttpApi, Properties: { ApiId: !Ref Api, Method: get, Path: "/things/{id}" } }
        Open:
          Type: HttpApi
          Properties: { ApiId: !Ref Api, Method: ANY, Path: /things/open, Auth: { Authorizer: NONE } }
        Timer: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
"#;

    fn read(yaml: &str) -> Result<ApiDescription, TemplateError> {
        ApiDescription::read(yaml, &BTreeMap::from([("Issuer", "id.example".to_owned())]))
    }

    #[test]
    fn routes_come_with_their_function_and_authorizer() {
        let routes = read(SMALL).unwrap().routes;
        assert_eq!(routes.len(), 2);
        assert_eq!((routes[0].key.as_str(), &routes[0].method), ("ANY /things/open", &None));
        assert_eq!(routes[0].authorizer, None);
        assert_eq!(routes[1].key, "GET /things/{id}");
        assert_eq!(routes[1].function, "read");
        let expected =
            Authorizer { issuer: "https://id.example/pool".to_owned(), audience: vec!["web".to_owned()] };
        assert_eq!(routes[1].authorizer, Some(expected));
    }

    #[test]
    fn an_authorizer_that_cannot_be_followed_is_refused_rather_than_left_out() {
        for (from, to) in [
            ("DefaultAuthorizer: Token", "DefaultAuthorizer: Other"),
            ("$request.header.Authorization", "$request.querystring.token"),
            ("audience: [!Ref Audience]", "audience: []"),
            ("issuer: !Sub \"https://${Issuer}/pool\"", "issuer: !GetAtt Pool.Issuer"),
        ] {
            let error = read(&SMALL.replace(from, to)).unwrap_err();
            assert!(matches!(error, TemplateError::Authorizer { .. }), "{to}: {error}");
        }
    }

    #[test]
    fn the_template_of_this_project_is_served_whole() {
        let values = BTreeMap::from([("TokenIssuer", "http://127.0.0.1:1/auth".to_owned())]);
        let routes = ApiDescription::read(TEMPLATE, &values).unwrap().routes;
        assert_eq!(routes.len(), TEMPLATE.matches("Type: HttpApi\n").count());
        let public: Vec<_> = routes
            .iter()
            .filter(|route| route.authorizer.is_none())
            .map(|route| route.key.as_str())
            .collect();
        assert_eq!(public, ["GET /api/v1/openapi.json", "GET /api/v1/profiles/{handle}"]);
        for authorizer in routes.iter().filter_map(|route| route.authorizer.as_ref()) {
            assert_eq!(authorizer.issuer, "http://127.0.0.1:1/auth");
            assert_eq!(authorizer.audience, [crate::CLIENT_ID]);
        }
    }
}

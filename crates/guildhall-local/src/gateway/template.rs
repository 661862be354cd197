//! Reads the routes, functions and authorizers out of the infrastructure template.

use std::collections::BTreeMap;

use http::Method;
use serde_yaml_ng::Value;

use super::pattern::PathPattern;
use crate::template::{Event, Template, TemplateError, at};

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

/// Who says whether somebody may ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Authorizer {
    /// The token itself, which is signed.
    Signature(Issuer),
    /// A function, by the name of its binary.
    Function(String),
}

/// Whom signed tokens must come from and be for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Issuer {
    pub(crate) issuer: String,
    pub(crate) audience: Vec<String>,
}

impl ApiDescription {
    /// Reads a template, with values for its parameters in place of their defaults, and for resources and their
    /// attributes (`Users.ProviderURL`), which exist only where it is deployed.
    pub(crate) fn read(yaml: &str, values: &BTreeMap<&str, String>) -> Result<Self, TemplateError> {
        let template = Routes(Template::read(yaml, values)?);
        let events = template.0.events("HttpApi")?;
        let mut routes = events.iter().map(|event| template.route(event)).collect::<Result<Vec<_>, _>>()?;
        routes.sort_by(|a: &Route, b| a.path.compare_exactness(&b.path));
        Ok(Self { routes })
    }
}

struct Routes<'a>(Template<'a>);

impl Routes<'_> {
    fn route(&self, event: &Event<'_>) -> Result<Route, TemplateError> {
        let Event { place, function, definition } = event;
        let text = |field: &'static str| {
            at(definition, &["Properties", field])
                .and_then(Value::as_str)
                .ok_or_else(|| TemplateError::Missing { place: place.clone(), missing: field })
        };
        let (method, path) = (text("Method")?.to_ascii_uppercase(), text("Path")?);
        let no_method = |_| TemplateError::Method { place: place.clone() };
        Ok(Route {
            key: format!("{method} {path}"),
            method: if method == "ANY" { None } else { Some(method.parse().map_err(no_method)?) },
            path: PathPattern::parse(path)?,
            function: (*function).to_owned(),
            authorizer: self.authorizer(place, definition)?,
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
        if let Some(function) = definition.get("FunctionArn") {
            return self.function(definition, function).map(Some).ok_or_else(unknown);
        }
        let source = definition.get("IdentitySource").and_then(Value::as_str);
        if source != Some("$request.header.Authorization") {
            return Err(unknown());
        }
        let issuer = at(definition, &["JwtConfiguration", "issuer"]).and_then(|value| self.0.text(value));
        let audience = at(definition, &["JwtConfiguration", "audience"]).and_then(Value::as_sequence);
        let audience: Vec<_> =
            audience.into_iter().flatten().filter_map(|value| self.0.text(value)).collect();
        let issuer = issuer.filter(|_| !audience.is_empty()).ok_or_else(unknown)?;
        Ok(Some(Authorizer::Signature(Issuer { issuer, audience })))
    }

    /// A function that is asked each time about the one header, in the form that is spoken here.
    fn function(&self, definition: &Value, arn: &Value) -> Option<Authorizer> {
        let headers = at(definition, &["Identity", "Headers"]).and_then(Value::as_sequence)?;
        let is_spoken = definition.get("AuthorizerPayloadFormatVersion").and_then(Value::as_str)
            == Some("2.0")
            && definition.get("EnableSimpleResponses").and_then(Value::as_bool) == Some(true)
            && headers.iter().map(Value::as_str).eq([Some("Authorization")])
            && at(definition, &["Identity", "ReauthorizeEvery"]).and_then(Value::as_u64) == Some(0);
        let Value::Tagged(arn) = arn else { return None };
        let name = arn.value.as_str().filter(|_| arn.tag == "GetAtt")?.strip_suffix(".Arn")?;
        let functions = self.0.functions().ok()?;
        let (_, binary, _) = functions.into_iter().find(|(logical, ..)| *logical == name)?;
        is_spoken.then(|| Authorizer::Function(binary.to_owned()))
    }

    fn api(&self, place: &str, event: &Value) -> Result<&Value, TemplateError> {
        let id = at(event, &["Properties", "ApiId"]).and_then(|value| self.0.text(value));
        let api = id.and_then(|id| self.0.of_type("AWS::Serverless::HttpApi").find(|(name, _)| *name == id));
        api.map(|(_, api)| api)
            .ok_or_else(|| TemplateError::Missing { place: place.to_owned(), missing: "ApiId" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::TEMPLATE;

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
            Issuer { issuer: "https://id.example/pool".to_owned(), audience: vec!["web".to_owned()] };
        assert_eq!(routes[1].authorizer, Some(Authorizer::Signature(expected)));
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

    const ASKED: &str = r#"
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth:
        Authorizers:
          Program:
            AuthorizerPayloadFormatVersion: "2.0"
            EnableSimpleResponses: true
            FunctionArn: !GetAtt Recognise.Arn
            Identity: { Headers: [Authorization], ReauthorizeEvery: 0 }
  Recognise:
    Type: AWS::Serverless::Function
    Metadata: { BuildProperties: { Binary: recognise } }
  Read:
    Type: AWS::Serverless::Function
    Metadata: { BuildProperties: { Binary: read } }
    Properties:
      Events:
        One:
          Type: HttpApi
          Properties: { ApiId: !Ref Api, Method: get, Path: /things, Auth: { Authorizer: Program } }
"#;

    #[test]
    fn a_function_is_asked_each_time_or_the_template_is_refused() {
        let routes = read(ASKED).unwrap().routes;
        assert_eq!(routes[0].authorizer, Some(Authorizer::Function("recognise".to_owned())));
        for (from, to) in [
            ("\"2.0\"", "\"1.0\""),
            ("EnableSimpleResponses: true", "EnableSimpleResponses: false"),
            ("ReauthorizeEvery: 0", "ReauthorizeEvery: 300"),
            ("[Authorization]", "[Authorization, X-Token]"),
            ("Recognise.Arn", "Somebody.Arn"),
        ] {
            let error = read(&ASKED.replace(from, to)).unwrap_err();
            assert!(matches!(error, TemplateError::Authorizer { .. }), "{to}: {error}");
        }
    }

    #[test]
    fn the_template_of_this_project_is_served_whole() {
        let issuer = "http://127.0.0.1:1/auth";
        let routes = ApiDescription::read(TEMPLATE, &crate::sign_in::in_the_template(issuer)).unwrap().routes;
        assert_eq!(routes.len(), TEMPLATE.matches("Type: HttpApi\n").count());
        let public: Vec<_> = routes
            .iter()
            .filter(|route| route.authorizer.is_none())
            .map(|route| route.key.as_str())
            .collect();
        // Which routes these are is for the tests of the template to say.
        assert!(public.contains(&"GET /api/v1/profiles/{handle}"), "{public:?}");
        // The one that is not read takes nothing: it leads on, or says that the marketplace is closed.
        let leads_on = |key: &&str| *key == "POST /api/v1/marketplace/jobs";
        assert!(public.len() < routes.len() / 2, "{public:?}");
        assert!(public.iter().all(|key| key.starts_with("GET ") || leads_on(key)), "{public:?}");
        let own = Issuer { issuer: issuer.to_owned(), audience: vec![crate::CLIENT_ID.to_owned()] };
        for route in routes.iter().filter(|route| route.authorizer.is_some()) {
            let expected = match route.key.contains(" /api/v1/partner/") {
                true => Authorizer::Function("authorize-token".to_owned()),
                false => Authorizer::Signature(own.clone()),
            };
            assert_eq!(route.authorizer, Some(expected), "{}", route.key);
        }
    }
}

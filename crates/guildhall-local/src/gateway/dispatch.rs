//! From an HTTP request to a function's answer.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::response::Response;
use chrono::{DateTime, Utc};
use guildhall_http::{Body as FunctionBody, Entry};
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode, header};
use serde_json::{Value, json};

use super::asked::{Authorizers, Stopped, ask};
use super::authorizer::{Denied, TokenVerifier};
use super::event::{Incoming, authorizer_event, function_request};
use super::template::{ApiDescription, Authorizer, Route};
use crate::config::json_answer;
use crate::{StartError, random};

/// The most that API Gateway takes; the functions' own limit is far lower.
const BODY_LIMIT: usize = 10 * 1024 * 1024;

/// How long API Gateway waits for a function.
const DEADLINE: Duration = Duration::from_secs(29);

/// Every function, by the name of its binary.
pub(crate) type Functions = BTreeMap<&'static str, Entry>;

/// The gateway in front of the functions.
pub(crate) struct Gateway {
    routes: Vec<Route>,
    functions: Functions,
    authorizers: Authorizers,
    verifier: TokenVerifier,
}

impl Gateway {
    /// Joins routes and functions. Every route must have its function, and its authorizer if that is one.
    pub(crate) fn new(
        api: ApiDescription,
        functions: Functions,
        authorizers: Authorizers,
        verifier: TokenVerifier,
    ) -> Result<Self, StartError> {
        if let Some(route) = api.routes.iter().find(|route| !functions.contains_key(route.function.as_str()))
        {
            return Err(StartError::UnknownFunction { function: route.function.clone() });
        }
        for authorizer in api.routes.iter().filter_map(|route| route.authorizer.as_ref()) {
            if let Authorizer::Function(function) = authorizer
                && !authorizers.contains_key(function.as_str())
            {
                return Err(StartError::UnknownFunction { function: function.clone() });
            }
        }
        Ok(Self { routes: api.routes, functions, authorizers, verifier })
    }

    /// Answers a request as API Gateway would.
    ///
    /// A method that a path does not have is 404 there, `HEAD` and `OPTIONS` included: the API is for
    /// one origin, so there is nothing to ask in advance.
    pub(crate) async fn answer(&self, parts: Parts, body: Body, peer: SocketAddr) -> Response {
        let request_id = random::request_id();
        let answer = self.dispatch(&parts, body, peer, &request_id);
        let mut response = match tokio::time::timeout(DEADLINE, answer).await {
            Ok(response) => response,
            Err(_) => message(StatusCode::SERVICE_UNAVAILABLE, "Service Unavailable"),
        };
        if let Ok(value) = HeaderValue::from_str(&request_id) {
            response.headers_mut().insert("apigw-requestid", value);
        }
        response
    }

    async fn dispatch(&self, parts: &Parts, body: Body, peer: SocketAddr, request_id: &str) -> Response {
        let Some((route, path_parameters)) = self.find(&parts.method, parts.uri.path()) else {
            return message(StatusCode::NOT_FOUND, "Not Found");
        };
        // Tokens live by the machine's clock: moving the business clock signs nobody out.
        let time: DateTime<Utc> = std::time::SystemTime::now().into();
        let path_parameters = path_parameters.into_iter().collect();
        let (route_key, authorizer) = (&route.key, None);
        let bare =
            Incoming { parts, body: &[], peer, request_id, route_key, path_parameters, authorizer, time };
        let authorizer = match self.authorize(route, &bare).await {
            Ok(authorizer) => authorizer,
            Err(refusal) => return *refusal,
        };
        let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
            return message(StatusCode::PAYLOAD_TOO_LARGE, "Request Entity Too Large");
        };
        let incoming = Incoming { body: &body, authorizer, ..bare };
        let (Ok(request), Some(function)) =
            (function_request(&incoming), self.functions.get(route.function.as_str()))
        else {
            return message(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error");
        };
        from_function(function(request).await)
    }

    /// What is found out about whoever asks, or how they are turned away.
    async fn authorize(&self, route: &Route, bare: &Incoming<'_>) -> Result<Option<Value>, Box<Response>> {
        let headers = &bare.parts.headers;
        match &route.authorizer {
            None => Ok(None),
            Some(Authorizer::Signature(issuer)) => match self.verifier.verify(headers, issuer, bare.time) {
                Ok(claims) => Ok(Some(json!({ "jwt": { "claims": claims, "scopes": null } }))),
                Err(denied) => Err(Box::new(unauthorized(denied))),
            },
            Some(Authorizer::Function(name)) => {
                let broken = || Box::new(message(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error"));
                let function = self.authorizers.get(name.as_str()).ok_or_else(broken)?;
                match ask(function, headers, authorizer_event(bare)).await {
                    Ok(context) => Ok(Some(json!({ "lambda": context }))),
                    Err(Stopped::Nobody) => Err(Box::new(message(StatusCode::UNAUTHORIZED, "Unauthorized"))),
                    Err(Stopped::Denied) => Err(Box::new(message(StatusCode::FORBIDDEN, "Forbidden"))),
                    Err(Stopped::Broken) => Err(broken()),
                }
            }
        }
    }

    fn find(&self, method: &Method, path: &str) -> Option<(&Route, Vec<(String, String)>)> {
        let suits = |route: &&Route| route.method.as_ref().is_none_or(|own| own == method);
        self.routes.iter().filter(suits).find_map(|route| Some((route, route.path.matches(path)?)))
    }
}

fn from_function(response: http::Response<FunctionBody>) -> Response {
    let (parts, body) = response.into_parts();
    let body = match body {
        FunctionBody::Empty => Body::empty(),
        FunctionBody::Text(text) => Body::from(text),
        FunctionBody::Binary(bytes) => Body::from(bytes),
        _ => Body::empty(),
    };
    Response::from_parts(parts, body)
}

fn unauthorized(denied: Denied) -> Response {
    let challenge = match denied {
        Denied::Missing => "Bearer".to_owned(),
        Denied::Signature | Denied::Time | Denied::Issuer | Denied::Audience => {
            format!("Bearer scope=\"\" error=\"invalid_token\" error_description=\"{denied}\"")
        }
    };
    let mut response = message(StatusCode::UNAUTHORIZED, "Unauthorized");
    if let Ok(value) = HeaderValue::from_str(&challenge) {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, value);
    }
    response
}

fn message(status: StatusCode, text: &str) -> Response {
    json_answer(status, &json!({ "message": text }))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use futures::FutureExt;
    use jsonwebtoken::DecodingKey;

    use super::super::authorizer::KeySet;
    use super::*;

    const TEMPLATE: &str = "
Resources:
  Api: { Type: AWS::Serverless::HttpApi, Properties: {} }
  Slow:
    Type: AWS::Serverless::Function
    Metadata: { BuildProperties: { Binary: slow } }
    Properties:
      Events:
        Ask: { Type: HttpApi, Properties: { ApiId: !Ref Api, Method: GET, Path: /slow } }
";

    struct NoKeys;

    impl KeySet for NoKeys {
        fn key(&self, _kid: &str) -> Option<&DecodingKey> {
            None
        }
    }

    fn gateway(functions: Functions) -> Result<Gateway, StartError> {
        let api = ApiDescription::read(TEMPLATE, &crate::sign_in::in_the_template("https://issuer.example"))
            .unwrap();
        Gateway::new(api, functions, Authorizers::new(), TokenVerifier::new(NoKeys))
    }

    #[tokio::test(start_paused = true)]
    async fn a_function_that_takes_longer_than_29_seconds_is_not_waited_for() {
        let never: Entry = Arc::new(|_| std::future::pending().boxed());
        let gateway = gateway(Functions::from([("slow", never)])).unwrap();
        let (parts, ()) = http::Request::get("/slow").body(()).unwrap().into_parts();
        let begun = tokio::time::Instant::now();
        let answer = gateway.answer(parts, Body::empty(), "127.0.0.1:1".parse().unwrap()).await;
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(begun.elapsed().as_secs(), 29);
        let body = to_bytes(answer.into_body(), 100).await.unwrap();
        assert_eq!(body, r#"{"message":"Service Unavailable"}"#);
    }

    #[test]
    fn a_route_without_its_function_does_not_start() {
        let error = gateway(Functions::new()).err().unwrap();
        assert!(matches!(error, StartError::UnknownFunction { function } if function == "slow"));
    }
}

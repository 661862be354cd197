//! The event that API Gateway hands to a function (payload format 2.0), read back by the same code
//! that reads it in AWS.

use std::collections::HashMap;
use std::net::SocketAddr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use http::request::Parts;
use http::{HeaderMap, header};
use lambda_http::Request;
use serde_json::{Map, Value, json};

/// A request on its way to a function.
pub(crate) struct Incoming<'a> {
    pub(crate) parts: &'a Parts,
    pub(crate) body: &'a [u8],
    pub(crate) peer: SocketAddr,
    pub(crate) request_id: &'a str,
    pub(crate) route_key: &'a str,
    pub(crate) path_parameters: HashMap<String, String>,
    /// What was found out about whoever asks, as API Gateway hands it on.
    pub(crate) authorizer: Option<Value>,
    pub(crate) time: DateTime<Utc>,
}

/// The request as a function sees it.
///
/// # Errors
/// When the event cannot be read, which means that this module writes it wrongly.
pub(crate) fn function_request(incoming: &Incoming<'_>) -> Result<Request, serde_json::Error> {
    lambda_http::request::from_str(&event(incoming).to_string())
}

/// The event without the body, as an authorizer is asked about it.
pub(crate) fn authorizer_event(incoming: &Incoming<'_>) -> Value {
    let mut event = event(incoming);
    if let Some(event) = event.as_object_mut() {
        event.remove("body");
        event.remove("isBase64Encoded");
    }
    event
}

fn event(incoming: &Incoming<'_>) -> Value {
    let uri = &incoming.parts.uri;
    let query = uri.query().unwrap_or_default();
    let (body, is_base64) = encode(incoming.body);
    let mut event = json!({
        "version": "2.0",
        "routeKey": incoming.route_key,
        "rawPath": uri.path(),
        "rawQueryString": query,
        "headers": joined_headers(&incoming.parts.headers),
        "requestContext": context(incoming),
        "isBase64Encoded": is_base64,
    });
    if let Some(cookies) = cookies(&incoming.parts.headers) {
        event["cookies"] = cookies;
    }
    if !incoming.path_parameters.is_empty() {
        event["pathParameters"] = json!(incoming.path_parameters);
    }
    if let Some(body) = body {
        event["body"] = Value::String(body);
    }
    event
}

fn context(incoming: &Incoming<'_>) -> Value {
    let headers = &incoming.parts.headers;
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let host = text(header::HOST);
    let mut context = json!({
        "accountId": "000000000000",
        "apiId": "local",
        "domainName": host,
        "domainPrefix": "local",
        "http": {
            "method": incoming.parts.method.as_str(),
            "path": incoming.parts.uri.path(),
            "protocol": "HTTP/1.1",
            "sourceIp": incoming.peer.ip().to_string(),
            "userAgent": text(header::USER_AGENT),
        },
        "requestId": incoming.request_id,
        "routeKey": incoming.route_key,
        "stage": "$default",
        "time": incoming.time.format("%d/%b/%Y:%H:%M:%S %z").to_string(),
        "timeEpoch": incoming.time.timestamp_millis(),
    });
    if let Some(authorizer) = &incoming.authorizer {
        context["authorizer"] = authorizer.clone();
    }
    context
}

/// One value per header; several become one, parted by commas. Cookies travel apart.
fn joined_headers(headers: &HeaderMap) -> Map<String, Value> {
    let mut joined = Map::new();
    for name in headers.keys().filter(|name| **name != header::COOKIE) {
        let values: Vec<_> = headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
        joined.insert(name.as_str().to_owned(), Value::String(values.join(",")));
    }
    joined
}

fn cookies(headers: &HeaderMap) -> Option<Value> {
    let values = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let cookies: Vec<_> = values.flat_map(|value| value.split("; ")).map(str::to_owned).collect();
    (!cookies.is_empty()).then(|| json!(cookies))
}

/// Text goes as it is; anything else as base64.
fn encode(body: &[u8]) -> (Option<String>, bool) {
    if body.is_empty() {
        return (None, false);
    }
    match std::str::from_utf8(body) {
        Ok(text) => (Some(text.to_owned()), false),
        Err(_) => (Some(STANDARD.encode(body)), true),
    }
}

#[cfg(test)]
mod tests {
    use lambda_http::RequestExt;
    use lambda_http::request::RequestContext;

    use super::*;

    fn request(body: &[u8]) -> Request {
        let (parts, ()) = http::Request::post("/api/v1/leads/a%20b/contact?q=a%2Bb&q=c")
            .header("host", "127.0.0.1:8080")
            .header("user-agent", "test")
            .header("x-many", "one")
            .header("x-many", "two")
            .header("cookie", "a=1; b=2")
            .body(())
            .unwrap()
            .into_parts();
        let incoming = Incoming {
            parts: &parts,
            body,
            peer: "127.0.0.1:4711".parse().unwrap(),
            request_id: "r-1",
            route_key: "POST /api/v1/leads/{lead_id}/contact",
            path_parameters: HashMap::from([("lead_id".to_owned(), "a b".to_owned())]),
            authorizer: Some(json!({ "jwt": { "claims": { "sub": "rep-astrid" }, "scopes": null } })),
            time: "2026-11-21T09:00:00Z".parse().unwrap(),
        };
        function_request(&incoming).unwrap()
    }

    #[test]
    fn a_function_sees_what_api_gateway_would_hand_it() {
        let request = request(b"{}");
        assert_eq!(request.method(), "POST");
        assert_eq!(request.uri().path(), "/api/v1/leads/a%20b/contact");
        assert_eq!(request.headers()["x-many"], "one,two");
        assert_eq!(request.path_parameters().first("lead_id"), Some("a b"));
        assert_eq!(request.query_string_parameters().all("q"), Some(vec!["a+b", "c"]));
        assert_eq!(request.body().as_ref(), b"{}");
        let RequestContext::ApiGatewayV2(context) = request.request_context() else {
            panic!("another context")
        };
        assert_eq!(context.request_id.as_deref(), Some("r-1"));
        assert_eq!(context.route_key.as_deref(), Some("POST /api/v1/leads/{lead_id}/contact"));
        assert_eq!(context.http.source_ip.as_deref(), Some("127.0.0.1"));
        assert_eq!(context.authorizer.unwrap().jwt.unwrap().claims["sub"], "rep-astrid");
    }

    #[test]
    fn a_body_that_is_no_text_arrives_unchanged() {
        assert_eq!(request(&[0, 159, 146, 150]).body().as_ref(), [0, 159, 146, 150]);
        assert_eq!(request(b"").body().as_ref(), b"");
    }
}

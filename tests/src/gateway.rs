//! Between HTTP and a function, as API Gateway's HTTP API is (payload format 2.0).

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures::FutureExt;
use guildhall_http::{AuthorizerEntry, Body, Entry, Request, Response};
use http::{HeaderMap, StatusCode, header};
use lambda_http::RequestExt;
use lambda_http::request::RequestContext;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::function::{Function, FunctionError};
use crate::runtime_api::Outcome;

/// What a function answers.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    status_code: u16,
    #[serde(default)]
    headers: Map<String, Value>,
    #[serde(default)]
    cookies: Vec<String>,
    body: Option<String>,
    #[serde(default)]
    is_base64_encoded: bool,
}

/// Puts a function's process behind the type that the one-machine gateway calls. `function` gives the process, and
/// starts it at the first request, as Lambda does.
pub fn entry<F>(function: impl Fn() -> F + Send + Sync + 'static) -> Entry
where
    F: Future<Output = Result<Arc<Function>, FunctionError>> + Send + 'static,
{
    Arc::new(move |request| {
        let event = event_of(&request).to_string();
        let function = function();
        async move {
            match answer(function, event).await {
                Ok(response) => response,
                Err(error) => {
                    // What a caller is told by API Gateway, and the reason for whoever reads the test's output.
                    tracing::error!(%error, "a function did not answer");
                    broken()
                }
            }
        }
        .boxed()
    })
}

/// Puts an authorizer's process behind the type that the one-machine gateway asks, started as by [`entry`].
pub fn authorizer<F>(function: impl Fn() -> F + Send + Sync + 'static) -> AuthorizerEntry
where
    F: Future<Output = Result<Arc<Function>, FunctionError>> + Send + 'static,
{
    Arc::new(move |event| {
        let function = function();
        async move {
            let handled = function.await.ok()?.invoke(event.to_string().into_bytes()).await.ok()?;
            match handled.outcome {
                Outcome::Answer(body) => serde_json::from_slice(&body).ok(),
                Outcome::Failure { .. } => None,
            }
        }
        .boxed()
    })
}

async fn answer(
    function: impl Future<Output = Result<Arc<Function>, FunctionError>>,
    event: String,
) -> Result<Response<Body>, FunctionError> {
    let function = function.await?;
    match function.invoke(event.into_bytes()).await?.outcome {
        Outcome::Answer(body) => Ok(response_of(&body).unwrap_or_else(broken)),
        Outcome::Failure { kind, body } => {
            tracing::error!(kind, body = %String::from_utf8_lossy(&body), "a function failed");
            Ok(broken())
        }
    }
}

/// The event of a request that the one-machine gateway let through, with what the gateway found out about it.
#[must_use]
pub fn event_of(request: &Request) -> Value {
    let RequestContext::ApiGatewayV2(context) = request.request_context() else {
        return Value::Null;
    };
    let (body, is_base64) = match request.body() {
        Body::Text(text) if !text.is_empty() => (Some(text.clone()), false),
        Body::Binary(bytes) if !bytes.is_empty() => (Some(STANDARD.encode(bytes)), true),
        _ => (None, false),
    };
    let mut event = json!({
        "version": "2.0",
        "routeKey": context.route_key,
        "rawPath": request.raw_http_path(),
        "rawQueryString": request.uri().query().unwrap_or_default(),
        "headers": headers_of(request.headers()),
        "requestContext": context,
        "isBase64Encoded": is_base64,
    });
    let cookies = request.headers().get(header::COOKIE).and_then(|value| value.to_str().ok());
    if let Some(cookies) = cookies {
        event["cookies"] = cookies.split("; ").collect();
    }
    let parameters: Map<String, Value> =
        request.path_parameters().iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
    if !parameters.is_empty() {
        event["pathParameters"] = Value::Object(parameters);
    }
    if let Some(body) = body {
        event["body"] = Value::String(body);
    }
    event
}

/// The response that a function's answer stands for; nothing if it is none, which API Gateway answers with 500.
#[must_use]
pub fn response_of(answer: &[u8]) -> Option<Response<Body>> {
    let answer: Answer = serde_json::from_slice(answer).ok()?;
    let body = match (answer.body, answer.is_base64_encoded) {
        (None, _) => Body::Empty,
        (Some(text), false) => Body::Text(text),
        (Some(text), true) => Body::Binary(STANDARD.decode(text).ok()?),
    };
    let mut response = Response::builder().status(answer.status_code);
    for (name, value) in &answer.headers {
        response = response.header(name, value.as_str()?);
    }
    for cookie in answer.cookies {
        response = response.header(header::SET_COOKIE, cookie);
    }
    response.body(body).ok()
}

/// One value per header; cookies travel apart.
fn headers_of(headers: &HeaderMap) -> Map<String, Value> {
    let names = headers.keys().filter(|name| **name != header::COOKIE);
    names
        .map(|name| {
            let values: Vec<_> =
                headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
            (name.as_str().to_owned(), Value::String(values.join(",")))
        })
        .collect()
}

fn broken() -> Response<Body> {
    let mut response = Response::new(Body::from(r#"{"message":"Internal Server Error"}"#));
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    response
}

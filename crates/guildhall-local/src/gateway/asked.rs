//! Authorizers that are functions: what API Gateway asks them and how it reads what they answer.

use std::collections::BTreeMap;
use std::time::Duration;

use guildhall_http::AuthorizerEntry;
use http::{HeaderMap, header};
use serde_json::{Map, Value};

/// How long API Gateway waits for an authorizer.
const DEADLINE: Duration = Duration::from_secs(10);

/// Every such function, by the name of its binary.
pub(crate) type Authorizers = BTreeMap<&'static str, AuthorizerEntry>;

/// Why a request is not let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// The header is missing, so nobody was asked.
    Nobody,
    /// The function said no.
    Denied,
    /// The function failed, or answered something else.
    Broken,
}

/// What the function says about whoever asks. `event` is the request without its body.
pub(crate) async fn ask(
    function: &AuthorizerEntry,
    headers: &HeaderMap,
    mut event: Value,
) -> Result<Map<String, Value>, Stopped> {
    let source: Vec<_> =
        headers.get_all(header::AUTHORIZATION).iter().filter_map(|value| value.to_str().ok()).collect();
    let source = source.join(",");
    if source.trim().is_empty() {
        return Err(Stopped::Nobody);
    }
    event["type"] = Value::from("REQUEST");
    event["identitySource"] = Value::from(vec![source]);
    let answer = tokio::time::timeout(DEADLINE, function(event)).await.ok().flatten();
    let Some(Value::Object(mut answer)) = answer else { return Err(Stopped::Broken) };
    match answer.get("isAuthorized") {
        Some(Value::Bool(true)) => {}
        Some(Value::Bool(false)) => return Err(Stopped::Denied),
        _ => return Err(Stopped::Broken),
    }
    match answer.remove("context") {
        None | Some(Value::Null) => Ok(Map::new()),
        // API Gateway hands on nothing that has a structure of its own.
        Some(Value::Object(context)) if !context.values().any(is_structured) => Ok(context),
        Some(_) => Err(Stopped::Broken),
    }
}

fn is_structured(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use futures::FutureExt;
    use serde_json::json;

    use super::*;

    async fn told(answer: Option<Value>, header: Option<&str>) -> Result<Map<String, Value>, Stopped> {
        let mut headers = HeaderMap::new();
        if let Some(header) = header {
            headers.insert(header::AUTHORIZATION, header.parse().unwrap());
        }
        let function: AuthorizerEntry = Arc::new(move |event| {
            assert_eq!(event["identitySource"], json!(["Bearer x"]));
            let answer = answer.clone();
            async move { answer }.boxed()
        });
        ask(&function, &headers, json!({ "version": "2.0" })).await
    }

    #[tokio::test]
    async fn only_a_plain_yes_lets_somebody_through() {
        let header = Some("Bearer x");
        let yes = json!({ "isAuthorized": true, "context": { "token_id": "a" } });
        assert_eq!(told(Some(yes), header).await.unwrap()["token_id"], "a");
        assert_eq!(told(Some(json!({ "isAuthorized": true })), header).await, Ok(Map::new()));
        assert_eq!(told(Some(json!({ "isAuthorized": false })), header).await, Err(Stopped::Denied));
        for odd in [
            json!({}),
            json!("yes"),
            json!({ "isAuthorized": "true" }),
            json!({ "isAuthorized": true, "context": { "scopes": ["a"] } }),
        ] {
            assert_eq!(told(Some(odd.clone()), header).await, Err(Stopped::Broken), "{odd}");
        }
        assert_eq!(told(None, header).await, Err(Stopped::Broken));
    }

    #[tokio::test]
    async fn without_a_header_nobody_is_asked() {
        for header in [None, Some(""), Some(" ")] {
            assert_eq!(told(None, header).await, Err(Stopped::Nobody));
        }
    }
}

//! Requests as API Gateway hands them to a function (payload format 2.0), for a function without a gateway before it.

use guildhall_tests::{Function, Outcome, response_of};
use serde_json::{Value, json};

/// Who asks, as the authorizer found out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Person {
    pub(crate) sub: &'static str,
    pub(crate) role: &'static str,
    pub(crate) org: Option<&'static str>,
}

pub(crate) const MEMBER: Person = Person { sub: "member", role: "partner_member", org: Some("norrsken") };
pub(crate) const OWNER: Person = Person { sub: "owner", role: "partner_owner", org: Some("norrsken") };
pub(crate) const REP: Person = Person { sub: "rep-astrid", role: "rep", org: None };
pub(crate) const MANAGER: Person = Person { sub: "manager", role: "sales_manager", org: None };
pub(crate) const ADMIN: Person = Person { sub: "admin", role: "program_admin", org: None };

/// A request of a route of the template, with values for the parameters of its path in their order.
pub(crate) fn event(route: &str, values: &[&str], person: Option<Person>, body: Option<&Value>) -> Value {
    let (method, template) = route.split_once(' ').expect("a method and a path");
    let mut parameters = serde_json::Map::new();
    let mut path = template.to_owned();
    let names = template.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    for (name, value) in names.zip(values) {
        path = path.replace(&format!("{{{name}}}"), value);
        parameters.insert(name.to_owned(), json!(value));
    }
    let mut event = json!({
        "version": "2.0",
        "routeKey": route,
        "rawPath": path,
        "rawQueryString": "",
        "headers": {
            "accept": "*/*", "content-type": "application/json", "host": "partners.example",
            "user-agent": "test", "x-amzn-trace-id": "Root=1-5759e988-bd862e3fe1be46a994272793",
            "x-forwarded-for": "203.0.113.7", "x-forwarded-port": "443", "x-forwarded-proto": "https",
        },
        "requestContext": {
            "accountId": "123456789012", "apiId": "api-id", "domainName": "partners.example",
            "domainPrefix": "partners",
            "http": {
                "method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "203.0.113.7",
                "userAgent": "test",
            },
            "requestId": "JKJaXmPLvHcESHA=", "routeKey": route, "stage": "$default",
            "time": "21/Nov/2026:09:00:00 +0000", "timeEpoch": 1_795_251_600_000_u64,
        },
        "isBase64Encoded": false,
    });
    if !parameters.is_empty() {
        event["pathParameters"] = Value::Object(parameters);
    }
    if let Some(person) = person {
        event["requestContext"]["authorizer"] = json!({ "jwt": { "claims": claims(person), "scopes": null } });
    }
    if let Some(body) = body {
        event["body"] = json!(body.to_string());
    }
    event
}

/// The claims of an access token as API Gateway hands them over: all of them texts.
fn claims(person: Person) -> Value {
    let mut claims = json!({
        "sub": person.sub, "token_use": "access", "client_id": "guildhall-web", "name": "Somebody",
        "email": format!("{}@{}.example", person.sub, person.org.unwrap_or("guildhall")),
        "guildhall_role": person.role, "exp": "1795255200", "iat": "1795251600", "scope": "openid",
    });
    if let Some(org) = person.org {
        claims["guildhall_org"] = json!(org);
        claims["guildhall_org_name"] = json!(format!("{org} AB"));
        claims["guildhall_org_since"] = json!("2025-02-10");
        claims["guildhall_org_standing"] = json!("good");
    }
    claims
}

/// The same with another header.
pub(crate) fn with_header(mut event: Value, name: &str, value: &str) -> Value {
    event["headers"][name] = json!(value);
    event
}

/// What a function answers to a request.
pub(crate) async fn ask(function: &Function, event: &Value) -> (u16, Value) {
    let handled = function.invoke(event.to_string().into_bytes()).await.expect("the function lives");
    let Outcome::Answer(answer) = &handled.outcome else { panic!("{:?}", handled.outcome) };
    let response = response_of(answer).unwrap_or_else(|| panic!("no answer for API Gateway: {answer:?}"));
    let status = response.status().as_u16();
    (status, serde_json::from_slice(response.body()).unwrap_or_default())
}

/// What a worker answers, as JSON.
pub(crate) async fn tell(function: &Function, payload: impl Into<Vec<u8>>) -> Result<Value, String> {
    let handled = function.invoke(payload.into()).await.expect("the function lives");
    match handled.outcome {
        Outcome::Answer(answer) => Ok(serde_json::from_slice(&answer).expect("JSON")),
        Outcome::Failure { body, .. } => Err(String::from_utf8_lossy(&body).into_owned()),
    }
}

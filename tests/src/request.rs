//! Requests as API Gateway hands them to a function (payload format 2.0), for a function without a gateway before it.

use serde_json::{Map, Value, json};

/// Who asks, as the authorizer found out.
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// Their id.
    pub sub: &'static str,
    /// As in the claim `guildhall_role`.
    pub role: &'static str,
    /// The organisation that they belong to.
    pub org: Option<&'static str>,
}

/// A request of a route of the template, with values for the parameters of its path in their order.
#[must_use]
pub fn request_event(route: &str, values: &[&str], person: Option<Person>, body: Option<&Value>) -> Value {
    let (method, template) = route.split_once(' ').unwrap_or(("GET", route));
    let mut parameters = Map::new();
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
        event["requestContext"]["authorizer"] =
            json!({ "jwt": { "claims": claims(person), "scopes": null } });
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
        claims["guildhall_financials"] = json!("yes");
    }
    claims
}

//! Asking single functions, and telling workers.

use guildhall_tests::{Function, Outcome, Person, response_of};
use serde_json::{Value, json};

pub(crate) use guildhall_tests::request_event as event;

pub(crate) const MEMBER: Person = Person { sub: "member", role: "partner_member", org: Some("norrsken") };
pub(crate) const OWNER: Person = Person { sub: "owner", role: "partner_owner", org: Some("norrsken") };
pub(crate) const REP: Person = Person { sub: "rep-astrid", role: "rep", org: None };
pub(crate) const MANAGER: Person = Person { sub: "manager", role: "sales_manager", org: None };
pub(crate) const ADMIN: Person = Person { sub: "admin", role: "program_admin", org: None };

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

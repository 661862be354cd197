//! What each function is asked: a request of one of its own routes by somebody who may, or what wakes a worker when
//! there is nothing to do.

use guildhall_tests::{FunctionInTemplate, Person, request_event};
use serde_json::{Value, json};

const OWNER: Person = Person { sub: "owner", role: "partner_owner", org: Some("norrsken") };
const MERCHANT: Person = Person { sub: "tom", role: "merchant", org: None };
const MANAGER: Person = Person { sub: "manager", role: "sales_manager", org: None };
const ADMIN: Person = Person { sub: "admin", role: "program_admin", org: None };

/// An id in the form of a lead's or an inquiry's, and a handle.
const ID: &str = "norrsken.0123456789abcdef0123456789abcdef";
const HANDLE: &str = "tallbacken";

/// The event, given the function's routes.
pub(crate) fn event(function: &FunctionInTemplate, routes: &[String]) -> Value {
    let Some(route) = routes.iter().find(|route| route.starts_with("GET ")).or_else(|| routes.first()) else {
        return woken(function);
    };
    let value = if route.contains("{handle}") { HANDLE } else { ID };
    let is_read = route.starts_with("GET ");
    let body = (!is_read).then(|| if function.binary == "submit-lead" { lead() } else { json!({}) });
    let mut event = request_event(route, &[value], Some(person(&function.binary)), body.as_ref());
    event["headers"]["idempotency-key"] = json!("once");
    event["headers"]["if-match"] = json!("\"1\"");
    event
}

fn person(function: &str) -> Person {
    match function {
        "contact-partner" | "review-partner" => MERCHANT,
        "manage-sales" | "update-status" | "resend-mail" => MANAGER,
        "list-audit"
        | "keep-customers"
        | "moderate-directory"
        | "manage-organisations"
        | "erase-person"
        | "migrate-experts"
        | "run-payouts" => ADMIN,
        _ => OWNER,
    }
}

fn woken(function: &FunctionInTemplate) -> Value {
    if function.events.iter().any(|kind| kind == "DynamoDB") { json!({ "Records": [] }) } else { json!({}) }
}

fn lead() -> Value {
    json!({
        "product": "plus", "contact_name": "Anna Sjöström", "contact_email": "anna@acme.example",
        "phone": "+46 31 555 01 42", "company": "Acme AB", "website": "https://www.acme.com/", "country": "SE",
        "existing_store": "acme.myshopify.com", "expected_timing": "within_3_months",
        "current_platform": "Magento 2.4", "annual_revenue": "5m_to_20m", "sales_support": "none",
        "description": "Six shops and a web store.\nThey want one stock.", "consent": true,
    })
}

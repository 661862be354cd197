//! What is kept of a person.

use serde_json::{Value, json};

use crate::api::plus;
use crate::support::Cases;

const FIND: &str = "POST /api/v1/privacy/find";
const ERASE: &str = "POST /api/v1/privacy/erase";

pub(super) const ROUTES: &[&str] = &[FIND, ERASE];

pub(super) async fn run(cases: &Cases) {
    let app = &cases.app;
    let others = || [app.owner(), app.manager(), app.user("merchant")];
    let lead = app.lead_from(&app.member(), plus("none")).await;
    app.running.settle().await;
    let body = json!({ "email": "anna@acme.example" });
    let found =
        cases.route(FIND, &[], app.admin()).body(body.clone()).not_for(&others(), 403, "forbidden").await;
    let found = found.wrong("email", json!("nobody"), "email_invalid").await.answers(200).await.json();
    let mut kept = found["found"].as_array().unwrap().clone();
    let mut next = found["next"].clone();
    while next.is_string() {
        let more = json!({ "email": "anna@acme.example", "cursor": next });
        let page = app.admin().post("/privacy/find", &more).await.expect(200);
        kept.extend(page["found"].as_array().unwrap().iter().cloned());
        next = page["next"].clone();
    }
    assert!(kept.iter().any(|one| one["id"] == json!(lead)), "{kept:?}");

    let erased =
        cases.route(ERASE, &[], app.admin()).body(body.clone()).not_for(&others(), 403, "forbidden").await;
    let erased = erased.wrong("email", json!("nobody"), "email_invalid").await.answers(200).await.json();
    let mut next = erased["next"].clone();
    while next.is_string() {
        let more = json!({ "email": "anna@acme.example", "cursor": next });
        next = app.admin().post("/privacy/erase", &more).await.expect(200)["next"].clone();
    }
    let seen = app.manager().lead(&lead).await;
    assert!(!seen.text.contains("anna@acme.example"), "{}", seen.text);
    let log = app.admin().get("/audit?limit=100").await.expect(200);
    let acts: Vec<&Value> = log["items"].as_array().unwrap().iter().map(|entry| &entry["act"]).collect();
    assert!(acts.contains(&&json!("person_erased")), "{acts:?}");
}

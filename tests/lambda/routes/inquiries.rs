//! What merchants write to partners.

use std::time::Duration;

use guildhall_domain::inquiry::spam::FASTEST_SECONDS;
use serde_json::json;

use crate::api::{NORRSKEN, SAIGONWEB, inquiry, partner_form};
use crate::support::Cases;

const HANDLE: &str = "tallbacken";

const FORM: &str = "GET /api/v1/profiles/{handle}/inquiry-form";
const SEND: &str = "POST /api/v1/profiles/{handle}/inquiries";
const LIST: &str = "GET /api/v1/inquiries";
const CSV: &str = "GET /api/v1/inquiries.csv";
const DETAILS: &str = "GET /api/v1/inquiries/{inquiry_id}";
const MARK: &str = "POST /api/v1/inquiries/{inquiry_id}/mark";

pub(super) const ROUTES: &[&str] = &[FORM, SEND, LIST, CSV, DETAILS, MARK];

pub(super) async fn run(cases: &Cases) {
    let id = send(cases).await;
    read(cases, &id).await;
    mark(cases, &id).await;
}

async fn send(cases: &Cases) -> String {
    let app = &cases.app;
    app.publish(NORRSKEN, &partner_form(HANDLE)).await;
    let opened = cases.route(FORM, &[HANDLE], app.anonymous()).public();
    let opened = opened.not_there("/profiles/unknown/inquiry-form").await.answers(200).await.json();
    tokio::time::sleep(Duration::from_secs(FASTEST_SECONDS.unsigned_abs()) + Duration::from_millis(50)).await;
    let mut form = inquiry();
    form["form_token"] = opened["form_token"].clone();
    let sent = cases.route(SEND, &[HANDLE], app.merchant("tom")).keyed().body(form);
    let sent = sent.not_for(&[app.owner(), app.manager()], 403, "forbidden").await;
    let sent = sent.not_there("/profiles/unknown/inquiries").await;
    let sent = sent.wrong("contact_email", json!("nobody"), "email_invalid").await;
    let sent = sent.wrong("form_token", json!("made-up"), "form_token_invalid").await.answers(201).await;
    let id = sent.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(sent.location.as_deref(), Some(format!("/api/v1/inquiries/{id}").as_str()));
    id
}

async fn read(cases: &Cases, id: &str) {
    let app = &cases.app;
    let stranger = || app.partner(SAIGONWEB, "partner_owner");
    let list = cases.route(LIST, &[], app.member()).wrong_query("limit=1000").await;
    let list = list
        .not_for(&[app.manager(), app.rep("rep-astrid")], 403, "forbidden")
        .await
        .answers(200)
        .await
        .json();
    assert_eq!((&list["total"], &list["items"][0]["id"]), (&json!(1), &json!(id)));
    assert_eq!(stranger().get("/inquiries").await.expect(200)["total"], 0);

    let csv = cases.route(CSV, &[], app.member()).wrong_query("sort=weather").await;
    let csv = csv.not_for(&[app.manager()], 403, "forbidden").await.answers(200).await;
    assert!(
        csv.content_type.starts_with("text/csv") && csv.text.contains("Ashworth Outdoor Ltd"),
        "{}",
        csv.text
    );

    let missing = format!("/inquiries/{NORRSKEN}.{}", "0".repeat(32));
    let details = cases.route(DETAILS, &[id], app.merchant("tom")).not_there(&missing).await;
    let details = details.not_for(&[stranger(), app.merchant("eve")], 404, "not_found").await;
    assert_eq!(details.answers(200).await.json()["form"]["goal"], inquiry()["goal"]);
}

async fn mark(cases: &Cases, id: &str) {
    let app = &cases.app;
    app.running.settle().await;
    let version = app.owner().get(&format!("/inquiries/{id}")).await.version();
    let marked =
        cases.route(MARK, &[id], app.owner()).seen(version).body(json!({ "command": "mark_answered" }));
    let marked = marked
        .not_for(&[app.partner(SAIGONWEB, "partner_owner"), app.merchant("eve")], 404, "not_found")
        .await;
    let marked = marked.not_for(&[app.user("partner_viewer"), app.merchant("tom")], 403, "forbidden").await;
    let marked =
        marked.wrong("command", json!("celebrate"), "choice_unknown").await.answers(200).await.json();
    assert_eq!((&marked["status"], &marked["version"]), (&json!("answered"), &json!(version + 1)));
}

//! Reviews.

use chrono::TimeDelta;
use guildhall_domain::clock::Clock;
use serde_json::json;

use crate::api::{NORRSKEN, SAIGONWEB, listed, now, partner_form, worked_on};
use crate::support::Cases;

const HANDLE: &str = "tallbacken";

const WRITE: &str = "POST /api/v1/profiles/{handle}/reviews";
const ALL: &str = "GET /api/v1/profiles/{handle}/reviews";
const ONE: &str = "GET /api/v1/reviews/{review_id}";
const REPLY: &str = "POST /api/v1/reviews/{review_id}/reply";
const REPORT: &str = "POST /api/v1/reviews/{review_id}/report";
const DECIDE: &str = "POST /api/v1/moderation/reviews/{review_id}";

pub(super) const ROUTES: &[&str] = &[WRITE, ALL, ONE, REPLY, REPORT, DECIDE];

pub(super) async fn run(cases: &Cases) {
    let id = write(cases).await;
    published(cases, &id).await;
    decide(cases, &id).await;
}

async fn write(cases: &Cases) -> String {
    let app = &cases.app;
    let at = now() - TimeDelta::days(30);
    app.bulk().partner_profiles(&[listed(NORRSKEN, &partner_form(HANDLE), at)]).await.unwrap();
    let inquiry = worked_on("tom-merchant", HANDLE, at);
    app.bulk().inquiries(std::slice::from_ref(&inquiry)).await.unwrap();
    let review = json!({
        "inquiry": inquiry.id, "service": "customize-design", "quality": 5, "communication": 4, "text": "Good work.",
    });
    let written = cases.route(WRITE, &[HANDLE], app.merchant("tom")).body(review);
    let written = written.not_for(&[app.owner(), app.admin()], 403, "forbidden").await;
    let written = written.not_for(&[app.merchant("anna")], 422, "invalid_fields").await;
    let written = written.wrong("quality", json!(6), "out_of_range").await.answers(201).await.json();
    assert_eq!(written["status"], "held");
    let id = written["id"].as_str().unwrap().to_owned();
    app.merchant("tom").post(&format!("/profiles/{HANDLE}/reviews"), &json!({
        "inquiry": inquiry.id, "service": "customize-design", "quality": 1, "communication": 1, "text": "No.",
    })).await.problem(409, "review_exists");

    let own = cases.route(ONE, &[&id], app.merchant("tom")).not_there("/reviews/nonsense").await;
    let own = own.not_for(&[app.owner(), app.merchant("anna")], 404, "not_found").await;
    assert_eq!(own.answers(200).await.json(), written);
    id
}

async fn published(cases: &Cases, id: &str) {
    let app = &cases.app;
    let clock = app.running.clock();
    clock.set(clock.now() + TimeDelta::hours(48)).unwrap();
    app.running.settle().await;
    let all = cases.route(ALL, &[HANDLE], app.anonymous()).public().wrong_query("limit=1000").await;
    let all = all.answers(200).await.json();
    assert_eq!((&all["total"], &all["items"][0]["text"]), (&json!(1), &json!("Good work.")), "{all}");

    let reply = cases.route(REPLY, &[id], app.owner()).body(json!({ "text": "Thank you!" }));
    let reply = reply
        .not_for(&[app.partner(SAIGONWEB, "partner_owner"), app.merchant("tom")], 404, "not_found")
        .await;
    let reply = reply.not_for(&[app.member()], 403, "forbidden").await;
    reply.wrong("text", json!(""), "required").await.answers(200).await;
    let again = app.owner().post(&format!("/reviews/{id}/reply"), &json!({ "text": "And more." })).await;
    again.problem(409, "already_replied");
}

async fn decide(cases: &Cases, id: &str) {
    let app = &cases.app;
    let report =
        cases.route(REPORT, &[id], app.owner()).body(json!({ "reason": "abusive", "note": "Rude." }));
    let report = report.not_there("/reviews/nonsense/report").await;
    report.wrong("reason", json!("boring"), "choice_unknown").await.answers(204).await;
    let again =
        app.merchant("anna").post(&format!("/reviews/{id}/report"), &json!({ "reason": "fake" })).await;
    again.problem(409, "already_reported");

    let decided =
        cases.route(DECIDE, &[id], app.admin()).body(json!({ "command": "remove", "reason": "abusive" }));
    let decided = decided.not_for(&[app.owner(), app.manager(), app.merchant("tom")], 403, "forbidden").await;
    let decided = decided.not_there("/moderation/reviews/nonsense").await;
    let decided = decided.wrong("reason", json!("boring"), "choice_unknown").await.answers(200).await.json();
    assert_eq!(decided["status"], "removed");
}

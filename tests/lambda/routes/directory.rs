//! A profile from its first line to the world, and what the programme decides about it.

use serde_json::json;

use crate::api::{SAIGONWEB, partner_form};
use crate::support::Cases;

const HANDLE: &str = "tallbacken";

const OWN: &str = "GET /api/v1/profile";
const SAVE: &str = "PUT /api/v1/profile";
const ACT: &str = "POST /api/v1/profile/actions";
const QUEUE: &str = "GET /api/v1/moderation";
const WAITING: &str = "GET /api/v1/moderation/profiles/{handle}";
const DECIDE: &str = "POST /api/v1/moderation/profiles/{handle}";
const PUBLIC: &str = "GET /api/v1/profiles/{handle}";
const SEARCH: &str = "GET /api/v1/directory";
const DESCRIPTION: &str = "GET /api/v1/openapi.json";

pub(super) const ROUTES: &[&str] = &[OWN, SAVE, ACT, QUEUE, WAITING, DECIDE, PUBLIC, SEARCH, DESCRIPTION];

pub(super) async fn run(cases: &Cases) {
    write(cases).await;
    decide(cases).await;
    find(cases).await;
}

async fn write(cases: &Cases) {
    let app = &cases.app;
    app.owner().get("/profile").await.problem(404, "not_found");
    app.owner().save_profile(0, &partner_form(HANDLE)).await.expect(200);
    let mut form = partner_form(HANDLE);
    form["tagline"] = json!("Stores for weavers.");
    let saved = cases.route(SAVE, &[], app.owner()).seen(1).body(form);
    let saved = saved.not_for(&[app.member(), app.user("merchant"), app.manager()], 403, "forbidden").await;
    let saved = saved.wrong("country", json!("Sweden"), "country_unknown").await.answers(200).await;
    assert_eq!((saved.etag.as_deref(), saved.version()), (Some("\"2\""), 2));

    let own = cases.route(OWN, &[], app.owner());
    let own = own.not_for(&[app.user("merchant"), app.manager()], 403, "forbidden").await;
    let own = own.not_for(&[app.partner(SAIGONWEB, "partner_owner")], 404, "not_found").await;
    assert_eq!(own.answers(200).await.json()["working"]["tagline"], "Stores for weavers.");

    let sent = cases.route(ACT, &[], app.owner()).seen(2).body(json!({ "command": "submit" }));
    let sent = sent.not_for(&[app.member(), app.manager()], 403, "forbidden").await;
    let sent = sent.wrong("command", json!("celebrate"), "choice_unknown").await.answers(200).await.json();
    assert_eq!(sent["review"]["state"], "in_review");
}

async fn decide(cases: &Cases) {
    let app = &cases.app;
    let others = || [app.owner(), app.manager(), app.rep("rep-astrid"), app.user("merchant")];
    let queue = cases.route(QUEUE, &[], app.admin()).not_for(&others(), 403, "forbidden").await;
    assert_eq!(queue.answers(200).await.json()["profiles"][0]["handle"], HANDLE);

    let missing = "/moderation/profiles/unknown";
    let waiting = cases.route(WAITING, &[HANDLE], app.admin()).not_for(&others(), 403, "forbidden").await;
    assert_eq!(waiting.not_there(missing).await.answers(200).await.version(), 3);

    let approve = cases.route(DECIDE, &[HANDLE], app.admin()).seen(3).body(json!({ "command": "approve" }));
    let approve = approve.not_for(&others(), 403, "forbidden").await.not_there(missing).await;
    let approve =
        approve.wrong("command", json!("celebrate"), "choice_unknown").await.answers(200).await.json();
    assert_eq!(approve["is_public"], true, "{approve}");
}

async fn find(cases: &Cases) {
    let app = &cases.app;
    let shown = cases.route(PUBLIC, &[HANDLE], app.anonymous()).public().not_there("/profiles/unknown").await;
    let shown = shown.answers(200).await.json();
    assert_eq!(
        (&shown["name"], &shown["tagline"]),
        (&json!("Tallbacken Byrå"), &json!("Stores for weavers."))
    );

    // What means nothing is left out and named.
    let found = cases.route(SEARCH, &[], app.anonymous()).public().query("q=tallbaken&weather=fine");
    let found = found.answers(200).await.json();
    assert_eq!((&found["total"], &found["items"][0]["handle"]), (&json!(1), &json!(HANDLE)), "{found}");

    let document = cases.route(DESCRIPTION, &[], app.anonymous()).public().answers(200).await.json();
    assert_eq!(document["openapi"], "3.1.0");
    assert!(document["paths"]["/api/v1/leads/{lead_id}"].is_object());
}

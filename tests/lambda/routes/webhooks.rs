//! Webhooks of an organisation. Nothing is sent here: the worker that sends has cases of its own.

use serde_json::{Value, json};

use crate::api::SAIGONWEB;
use crate::support::Cases;

const LIST: &str = "GET /api/v1/organisation/webhooks";
const ADD: &str = "POST /api/v1/organisation/webhooks";
const SAVE: &str = "PUT /api/v1/organisation/webhooks/{webhook_id}";
const REMOVE: &str = "POST /api/v1/organisation/webhooks/{webhook_id}/remove";
const TEST: &str = "POST /api/v1/organisation/webhooks/{webhook_id}/test";
const LOG: &str = "GET /api/v1/organisation/webhooks/{webhook_id}/deliveries";
const REPLAY: &str = "POST /api/v1/organisation/webhooks/{webhook_id}/deliveries/{delivery_id}/replay";

pub(super) const ROUTES: &[&str] = &[LIST, ADD, SAVE, REMOVE, TEST, LOG, REPLAY];

/// An endpoint, or a delivery, that is not there.
const NOBODY: &str = "00000000000000000000000000000000";

fn id(entry: &Value) -> String {
    entry["id"].as_str().unwrap_or_else(|| panic!("no id: {entry}")).to_owned()
}

pub(super) async fn run(cases: &Cases) {
    let app = &cases.app;
    let others = || [app.member(), app.admin(), app.manager(), app.user("merchant")];
    let stranger = || [app.partner(SAIGONWEB, "partner_owner")];
    cases.route(LIST, &[], app.owner()).not_for(&others(), 403, "forbidden").await.answers(200).await;
    let body = json!({ "url": "https://hooks.acme.example/guildhall", "topics": ["lead.decided"] });
    let add =
        cases.route(ADD, &[], app.owner()).body(body.clone()).not_for(&others(), 403, "forbidden").await;
    let add = add.wrong("url", json!("https://127.0.0.1"), "endpoint_invalid").await;
    let add = add.wrong("topics", json!(["everything"]), "choice_unknown").await;
    let made = add.answers(201).await.json();
    let hook = id(&made["webhook"]);
    assert!(made["secret"].as_str().unwrap().starts_with("whsec_"), "it is shown once");

    let change =
        json!({ "url": "https://hooks.acme.example/other", "topics": ["lead.changed"], "enabled": true });
    let save = cases.route(SAVE, &[&hook], app.owner()).body(change).seen(1);
    let save = save.not_for(&others(), 403, "forbidden").await.not_for(&stranger(), 404, "not_found").await;
    let save = save.not_there(&format!("/organisation/webhooks/{NOBODY}")).await;
    let saved = save.wrong("url", json!("http://hooks.acme.example"), "endpoint_invalid").await;
    let saved = saved.answers(200).await.json();
    assert_eq!(saved["webhooks"][0]["url"], "https://hooks.acme.example/other");

    let test = cases.route(TEST, &[&hook], app.owner()).not_for(&others(), 403, "forbidden").await;
    let test = test.not_for(&stranger(), 404, "not_found").await;
    let delivery = id(&test.answers(200).await.json());
    let log = cases.route(LOG, &[&hook], app.owner()).not_for(&others(), 403, "forbidden").await;
    let log = log.not_for(&stranger(), 404, "not_found").await.wrong_query("before=yesterday").await;
    let log = log.wrong_query("limit=1").await.answers(200).await.json();
    assert_eq!(log["deliveries"][0]["id"], json!(delivery));

    let replay = cases.route(REPLAY, &[&hook, &delivery], app.owner());
    let replay =
        replay.not_for(&others(), 403, "forbidden").await.not_for(&stranger(), 404, "not_found").await;
    let replay = replay.not_there(&format!("/organisation/webhooks/{hook}/deliveries/{NOBODY}/replay")).await;
    assert_eq!(replay.answers(200).await.json()["state"], "waiting");

    let remove = cases.route(REMOVE, &[&hook], app.owner()).not_for(&others(), 403, "forbidden").await;
    let remove = remove.not_for(&stranger(), 404, "not_found").await;
    remove.not_there(&format!("/organisation/webhooks/{NOBODY}/remove")).await.answers(204).await;
}

//! What the platform tells of merchants.

use serde_json::{Value, json};

use crate::api::{NORRSKEN, now};
use crate::support::Cases;

const TELL: &str = "POST /api/v1/platform-events";
const LIST: &str = "GET /api/v1/platform-events";
const RETRY: &str = "POST /api/v1/platform-events/{event_key}/retry";

pub(super) const ROUTES: &[&str] = &[TELL, LIST, RETRY];

/// The same for everything that is told in this test.
fn today() -> String {
    format!("{}T00:00:00Z", now().date_naive())
}

fn paid() -> Value {
    let usd = |minor: i64| json!({ "minor": minor, "currency": "USD" });
    json!({
        "id": "evt-1", "type": "merchant_paid", "occurred_at": today(), "organisation": NORRSKEN,
        "referral": { "store": "kiruna-keramik" }, "plan": "advanced",
        "fees": { "base": usd(39_900), "billed": usd(39_900) },
    })
}

fn created() -> Value {
    json!({
        "id": "evt-0", "type": "store_created", "occurred_at": today(), "organisation": NORRSKEN,
        "referral": { "store": "kiruna-keramik" },
        "merchant": { "name": "Kiruna Keramik", "website": "https://kiruna-keramik.com" },
    })
}

pub(super) async fn run(cases: &Cases) {
    let app = &cases.app;
    let others = || [app.owner(), app.manager(), app.rep("rep-astrid"), app.user("merchant")];
    let told = cases.route(TELL, &[], app.admin()).body(paid());
    let told =
        told.not_for(&others(), 403, "forbidden").await.wrong("type", json!("burnt"), "choice_unknown").await;
    let told = told.wrong("occurred_at", json!("2999-01-01T00:00:00Z"), "from_the_future").await;
    let told = told.answers(200).await.json();
    assert_eq!((&told["outcome"], &told["waits_for"]), (&json!("waiting"), &json!("referral")), "{told}");

    let list = cases.route(LIST, &[], app.admin()).wrong_query("q=keramik").await;
    let list = list.not_for(&others(), 403, "forbidden").await.answers(200).await.json();
    assert_eq!((&list["total"], &list["items"][0]["id"]), (&json!(1), &json!("evt-1")), "{list}");

    let key = list["items"][0]["key"].as_str().expect("a key").to_owned();
    let retry = cases.route(RETRY, &[&key], app.admin()).not_there("/platform-events/bm9uZQ/retry").await;
    let tried = retry.not_for(&others(), 403, "forbidden").await.answers(200).await.json();
    assert_eq!(tried["outcome"], "waiting");

    let post = |event: Value| app.admin().request(reqwest::Method::POST, "/platform-events").json(&event);
    assert_eq!(app.admin().send(post(created())).await.expect(200)["outcome"], "applied");
    assert_eq!(app.admin().send(post(paid())).await.expect(200)["outcome"], "known");
    assert_eq!(app.admin().get("/platform-events").await.expect(200)["total"], 0);
}

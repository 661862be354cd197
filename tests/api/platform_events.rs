//! What the platform tells of merchants, and what partners see of it.

use chrono::{TimeDelta, Utc};
use futures::future::join_all;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, NORRSKEN, Reply, SAIGONWEB, User};

const PATH: &str = "/platform-events";

/// The midnight so many days ago.
fn ago(days: i64) -> String {
    format!("{}T00:00:00Z", (Utc::now() - TimeDelta::days(days)).date_naive())
}

fn usd(minor: i64) -> Value {
    json!({ "minor": minor, "currency": "USD" })
}

fn event(id: &str, kind: &str, days_ago: i64, rest: &Value) -> Value {
    let mut event = json!({
        "id": id, "type": kind, "occurred_at": ago(days_ago), "organisation": NORRSKEN,
        "referral": { "store": "kiruna-keramik" },
    });
    event.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    event
}

fn created() -> Value {
    let merchant = json!({ "name": "Kiruna Keramik", "website": "https://kiruna-keramik.com", "email": "eva@keramik.example" });
    event("created", "store_created", 90, &json!({ "merchant": merchant, "plan": "basic" }))
}

fn paid(id: &str, days_ago: i64, minor: i64) -> Value {
    let fees = json!({ "base": usd(minor), "billed": usd(minor) });
    event(id, "merchant_paid", days_ago, &json!({ "plan": "advanced", "fees": fees }))
}

fn refunded(id: &str, days_ago: i64, minor: i64) -> Value {
    let fees = json!({ "base": usd(minor), "billed": usd(minor) });
    event(id, "refunded", days_ago, &json!({ "plan": "advanced", "fees": fees }))
}

async fn tell(app: &App, event: &Value) -> Reply {
    app.admin().post(PATH, event).await
}

async fn outcome(app: &App, event: &Value) -> String {
    tell(app, event).await.expect(200)["outcome"].as_str().unwrap().to_owned()
}

async fn entries(user: &User<'_>) -> Vec<Value> {
    user.get("/ledger").await.expect(200)["items"].as_array().unwrap().clone()
}

async fn revenue(app: &App) -> Value {
    app.owner().get("/referrals").await.expect(200)["items"][0]["revenue"].clone()
}

#[tokio::test]
async fn scenario_21_a_refund_lowers_the_amount_and_leaves_the_entries_before_it_as_they_are() {
    let app = App::start().await;
    assert_eq!(outcome(&app, &created()).await, "applied");
    let told = tell(&app, &paid("p1", 60, 39_900)).await.expect(200);
    assert_eq!(told["entries"].as_array().unwrap().len(), 1, "{told}");
    assert_eq!(revenue(&app).await, json!([usd(7_980)]));
    let before = entries(&app.owner()).await;

    assert_eq!(outcome(&app, &refunded("r1", 50, 10_000)).await, "applied");
    assert_eq!(revenue(&app).await, json!([usd(5_980)]));
    let after = entries(&app.owner()).await;
    assert_eq!(after.len(), 2);
    assert!(before.iter().all(|entry| after.contains(entry)), "{before:?} {after:?}");
    let refund = after.iter().find(|entry| !before.contains(entry)).unwrap();
    assert_eq!((&refund["kind"], &refund["amount"]), (&json!("adjustment"), &usd(-2_000)));

    assert!(entries(&app.partner(SAIGONWEB, "partner_owner")).await.is_empty(), "it is nobody else's");
}

#[tokio::test]
async fn what_comes_too_early_waits_in_sight_and_is_applied_with_its_referral() {
    let app = App::start().await;
    let (early, late) = (paid("p1", 60, 39_900), created());
    for _ in 0..2 {
        let told = tell(&app, &early).await.expect(200);
        assert_eq!((&told["outcome"], &told["waits_for"]), (&json!("waiting"), &json!("referral")));
    }
    let waiting = app.admin().get(PATH).await.expect(200);
    assert_eq!((&waiting["total"], &waiting["items"][0]["id"]), (&json!(1), &json!("p1")));
    assert_eq!(waiting["items"][0]["referral"], "store:kiruna-keramik");
    let path = format!("{PATH}/{}/retry", waiting["items"][0]["key"].as_str().unwrap());
    assert_eq!(app.admin().post(&path, &json!({})).await.expect(200)["outcome"], "waiting");

    assert_eq!(outcome(&app, &late).await, "applied");
    assert_eq!(app.admin().get(PATH).await.expect(200)["total"], 0);
    app.admin().post(&path, &json!({})).await.problem(404, "not_found");
    assert_eq!(outcome(&app, &early).await, "known");
    assert_eq!(outcome(&app, &late).await, "known");
    assert_eq!(revenue(&app).await, json!([usd(7_980)]));
    // Who was referred is known from then on.
    for merchant in ["kiruna-keramik.com", "eva@keramik.example"] {
        let asked = app.member().post("/leads/clearance", &json!({ "merchant": merchant })).await.expect(200);
        assert_eq!(asked["answer"], "ask", "{merchant}");
    }
}

#[tokio::test]
async fn what_a_lead_earns_waits_for_its_award_and_is_taken_back_with_it() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusAlone).await;
    let of_lead = |mut event: Value| {
        event["referral"] = json!({ "lead": id });
        event["plan"] = json!("plus");
        event
    };
    let paid = of_lead(paid("p1", 0, 230_000));
    assert_eq!(outcome(&app, &paid).await, "waiting");
    let item = app.admin().get(PATH).await.expect(200)["items"][0].clone();
    assert_eq!(item["lead_id"], json!(id));
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    app.manager().act(&id, &award).await.expect(200);
    let path = format!("{PATH}/{}/retry", item["key"].as_str().unwrap());
    assert_eq!(app.admin().post(&path, &json!({})).await.expect(200)["outcome"], "applied");
    assert_eq!(revenue(&app).await, json!([usd(46_000)]));

    let reopen = json!({ "command": "reopen", "reason": "The contract fell through" });
    app.manager().act(&id, &reopen).await.expect(200);
    app.running.settle().await;
    app.admin().act(&id, &reopen).await.expect(200);
    let amounts: Vec<_> =
        entries(&app.owner()).await.iter().map(|entry| entry["amount"]["minor"].clone()).collect();
    assert_eq!(amounts.iter().filter_map(Value::as_i64).sum::<i64>(), 0, "{amounts:?}");
    let again = of_lead(refunded("r1", 0, 230_000));
    assert_eq!(tell(&app, &again).await.expect(200)["waits_for"], "award");
}

#[tokio::test]
async fn everybody_at_once_books_once() {
    let app = App::start().await;
    assert_eq!(outcome(&app, &created()).await, "applied");
    let event = paid("p1", 60, 39_900);
    let outcomes = join_all((0..8).map(|_| outcome(&app, &event))).await;
    assert_eq!(outcomes.iter().filter(|outcome| *outcome == "applied").count(), 1, "{outcomes:?}");
    assert!(outcomes.iter().all(|outcome| ["applied", "known"].contains(&outcome.as_str())), "{outcomes:?}");
    assert_eq!(entries(&app.owner()).await.len(), 1);
}

#[tokio::test]
async fn a_known_id_with_another_event_and_a_second_referral_are_refused() {
    let app = App::start().await;
    assert_eq!(outcome(&app, &created()).await, "applied");
    tell(&app, &paid("p1", 60, 39_900)).await.expect(200);
    tell(&app, &paid("p1", 60, 39_901)).await.problem(409, "event_differs");
    let mut again = created();
    again["id"] = json!("created-again");
    tell(&app, &again).await.problem(409, "referral_exists");
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_leaves_nothing() {
    let app = App::start().await;
    let changed = |pointer: &str, value: Value| {
        let mut event = paid("p1", 60, 39_900);
        *event.pointer_mut(pointer).unwrap() = value;
        event
    };
    let future = (Utc::now() + TimeDelta::minutes(6)).to_rfc3339();
    for (pointer, value, code) in [
        ("/fees/base/currency", json!("XXX"), "currency_unknown"),
        ("/fees/base/minor", json!(9_223_372_036_854_775_808_u64), "out_of_range"),
        ("/fees/base/minor", json!(i64::MAX), "out_of_range"),
        ("/fees/billed/minor", json!(-1), "out_of_range"),
        ("/occurred_at", json!(future), "from_the_future"),
        ("/organisation", json!("nobody-here"), "id_invalid"),
        ("/type", json!("store_burnt"), "choice_unknown"),
        ("/id", json!(""), "required"),
    ] {
        let refused = tell(&app, &changed(pointer, value)).await.problem(422, "invalid_fields");
        assert_eq!(refused["errors"][0]["code"], code, "{refused}");
        assert_eq!(refused["errors"][0]["pointer"], pointer, "{refused}");
    }
    let long = event("p1", "adjusted", 1, &json!({ "reason": "x".repeat(9_000) }));
    tell(&app, &long).await.problem(413, "too_large");
    assert_eq!(app.admin().get(PATH).await.expect(200)["total"], 0);
}

#[tokio::test]
async fn only_administrators_tell_look_and_try_and_what_they_did_is_kept() {
    let app = App::start().await;
    let others = ["merchant", "partner_viewer", "partner_member", "partner_owner", "rep", "sales_manager"];
    for role in others {
        let user = app.user(role);
        user.get(PATH).await.problem(403, "forbidden");
        user.post(PATH, &created()).await.problem(403, "forbidden");
        user.post(&format!("{PATH}/x/retry"), &json!({})).await.problem(403, "forbidden");
    }
    tell(&app, &paid("p1", 60, 39_900)).await.expect(200);
    let key = app.admin().get(PATH).await.expect(200)["items"][0]["key"].clone();
    app.admin().post(&format!("{PATH}/{}/retry", key.as_str().unwrap()), &json!({})).await.expect(200);
    app.admin().post(&format!("{PATH}/x/retry"), &json!({})).await.problem(404, "not_found");
    let log = app.admin().get("/audit").await.expect(200);
    let acts: Vec<_> = log["items"].as_array().unwrap().iter().map(|entry| entry["act"].clone()).collect();
    assert_eq!(acts.len(), 2, "{log}");
    assert!(
        ["platform_event_told", "platform_event_tried"].iter().all(|act| acts.contains(&json!(act))),
        "{log}"
    );
}

#[tokio::test]
async fn what_waits_is_paged_without_loss() {
    let app = App::start().await;
    for number in 0..5 {
        tell(&app, &paid(&format!("p{number}"), 60 - number, 3_900)).await.expect(200);
    }
    let (mut seen, mut path) = (Vec::new(), format!("{PATH}?limit=2"));
    loop {
        let page = app.admin().get(&path).await.expect(200);
        seen.extend(
            page["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()),
        );
        let Some(next) = page["next"].as_str() else { break };
        path = format!("{PATH}?limit=2&cursor={next}");
    }
    assert_eq!(seen, ["p0", "p1", "p2", "p3", "p4"]);
    app.admin().get(&format!("{PATH}?q=x")).await.problem(400, "invalid_query");
}

//! What people want by mail.

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, NORRSKEN, Reply, SAIGONWEB, User};

const SETTINGS: &str = "/me/settings";
const LEAD_ADDRESS: &str = "/organisation/lead-address";

const EVERYBODY: [&str; 7] = [
    "merchant",
    "partner_viewer",
    "partner_member",
    "partner_owner",
    "rep",
    "sales_manager",
    "program_admin",
];

/// Each topic that somebody is shown, and whether it is on.
fn topics(settings: &Value) -> BTreeMap<String, bool> {
    let topics = settings["topics"].as_array().unwrap().iter();
    topics.map(|topic| (topic["topic"].as_str().unwrap().to_owned(), topic["on"] == true)).collect()
}

/// What is wrong, as pointer and code.
fn errors(problem: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let errors = problem["errors"].as_array().unwrap().iter();
    errors.map(|error| (text(&error["pointer"]), text(&error["code"]))).collect()
}

fn all<const N: usize>(expected: [(&str, &str); N]) -> Vec<(String, String)> {
    expected.map(|(pointer, code)| (pointer.to_owned(), code.to_owned())).into()
}

async fn in_language(user: &User<'_>, accepted: &str) -> Value {
    let request = user.request(Method::GET, SETTINGS).header("accept-language", accepted);
    user.send(request).await.expect(200)
}

fn body(off: &[&str]) -> Value {
    json!({ "language": "sv", "off": off })
}

#[tokio::test]
async fn whoever_never_said_anything_gets_what_is_sent_from_the_start() {
    let app = App::start().await;
    for role in EVERYBODY {
        let user = app.user(role);
        let reply = user.get(SETTINGS).await;
        assert_eq!(reply.etag.as_deref(), Some("\"0\""), "{role}");
        let settings = reply.expect(200);
        assert_eq!((&settings["version"], &settings["language"]), (&json!(0), &json!("en")), "{role}");
        assert_eq!(settings["email"], "somebody@norrsken.example");
        assert_eq!(settings["lead_mail"].is_object(), role.starts_with("partner"), "{role}");
        for (topic, on) in topics(&settings) {
            assert_eq!(on, topic != "digest", "{role} {topic}");
        }
        assert_eq!(in_language(&user, "vi-VN,en;q=0.5").await["language"], "vi", "nothing was written");
    }
    let owner = topics(&app.owner().get(SETTINGS).await.expect(200));
    assert!(owner.contains_key("lead_progress") && !owner.contains_key("lead_assignment"));
    let rep = topics(&app.rep("rep-astrid").get(SETTINGS).await.expect(200));
    assert!(rep.contains_key("lead_assignment") && !rep.contains_key("lead_confirmation"));
    app.anonymous().get(SETTINGS).await.expect(401);
}

#[tokio::test]
async fn what_is_saved_comes_back_and_goes_on_from_there() {
    let app = App::start().await;
    let owner = app.owner();
    let saved = owner.put(SETTINGS, 0, &body(&["lead_progress"])).await;
    assert_eq!(saved.etag.as_deref(), Some("\"1\""));
    let settings = owner.get(SETTINGS).await.expect(200);
    assert_eq!(settings, saved.json());
    assert_eq!(in_language(&owner, "vi").await["language"], "sv", "the language is theirs from now on");
    let now = topics(&settings);
    assert!(!now["lead_progress"] && now["lead_confirmation"] && now["digest"], "{now:?}");
    let mandatory: Vec<_> = settings["topics"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|topic| topic["mandatory"] == true)
        .map(|topic| topic["topic"].as_str().unwrap())
        .collect();
    assert_eq!(mandatory, ["lead_reopening"]);
    let again = owner.put(SETTINGS, 0, &body(&["lead_progress"])).await;
    assert_eq!((again.status, again.json()), (200, saved.json()), "an answer that was lost");
    owner.put(SETTINGS, 1, &body(&[])).await.expect(200);

    let refused = owner.put(SETTINGS, 1, &body(&["digest"])).await.problem(409, "version_conflict");
    let current = &refused["current_state"];
    assert_eq!((&current["kind"], &current["version"]), (&json!("settings"), &json!(2)));
    assert_eq!(current["topics"], owner.get(SETTINGS).await.expect(200)["topics"]);
}

#[tokio::test]
async fn settings_are_ones_own() {
    let app = App::start().await;
    app.owner().put(SETTINGS, 0, &body(&["lead_progress"])).await.expect(200);
    for role in ["partner_member", "partner_viewer", "merchant", "rep"] {
        assert_eq!(app.user(role).get(SETTINGS).await.expect(200)["version"], 0, "{role}");
    }
    assert_eq!(app.partner(SAIGONWEB, "partner_owner").get(SETTINGS).await.expect(200)["version"], 0);
}

#[tokio::test]
async fn each_field_is_checked_and_everything_said_at_once() {
    let app = App::start().await;
    let owner = app.owner();
    let put = async |body: Value| owner.put(SETTINGS, 0, &body).await.problem(422, "invalid_fields");
    assert_eq!(errors(&put(json!({})).await), all([("/language", "required"), ("/off", "required")]));
    let body = json!({
        "language": "no", "off": ["lead_reopening", "lead_assignment", "weather", 7], "digest": true
    });
    let refused = put(body).await;
    assert_eq!(
        errors(&refused),
        all([
            ("/language", "choice_unknown"),
            ("/off/0", "topic_mandatory"),
            ("/off/1", "choice_unknown"),
            ("/off/2", "choice_unknown"),
            ("/off/3", "choice_unknown"),
            ("/digest", "unknown"),
        ])
    );
    let allowed = refused["errors"][2]["params"]["allowed"].as_str().unwrap();
    assert!(allowed.contains("digest") && !allowed.contains("lead_reopening"), "{allowed}");
    assert_eq!(
        errors(&put(json!({ "language": "sv", "off": "digest" })).await),
        all([("/off", "wrong_kind")])
    );
    assert_eq!(owner.get(SETTINGS).await.expect(200)["version"], 0, "nothing was written");
    let request = owner.request(Method::PUT, SETTINGS).json(&self::body(&[]));
    owner.send(request).await.problem(428, "if_match_needed");
}

#[tokio::test]
async fn a_new_address_of_the_token_is_used_once_the_settings_are_saved() {
    let app = App::start().await;
    let with_email = |email: Value| app.with_claims("partner_member", &json!({ "email": email }));
    with_email(json!("old@norrsken.example")).put(SETTINGS, 0, &body(&[])).await.expect(200);
    let user = with_email(json!("new@norrsken.example"));
    let settings = user.get(SETTINGS).await.expect(200);
    assert_eq!(
        (&settings["email"], &settings["former_email"]),
        (&json!("new@norrsken.example"), &json!("old@norrsken.example"))
    );
    let settings = user.put(SETTINGS, 1, &body(&[])).await.expect(200);
    assert_eq!(settings["former_email"], Value::Null);
    let without = with_email(Value::Null).get(SETTINGS).await.expect(200);
    assert_eq!(without["email"], Value::Null);
}

#[tokio::test]
async fn a_role_keeps_what_was_said_in_another() {
    let app = App::start().await;
    let as_role = |role: &str| app.with_claims(role, &json!({}));
    as_role("rep").put(SETTINGS, 0, &body(&["lead_question"])).await.expect(200);
    let manager = as_role("sales_manager").put(SETTINGS, 1, &body(&["digest"])).await.expect(200);
    assert_eq!(topics(&manager), BTreeMap::from([("digest".into(), false)]));
    let rep = topics(&as_role("rep").get(SETTINGS).await.expect(200));
    assert!(!rep["lead_question"] && !rep["digest"] && rep["lead_assignment"], "{rep:?}");
}

async fn lead_mail(user: &User<'_>) -> Value {
    user.get(SETTINGS).await.expect(200)["lead_mail"].clone()
}

#[tokio::test]
async fn an_owner_says_where_the_organisation_gets_mail_about_its_leads() {
    let app = App::start().await;
    let (owner, member) = (app.owner(), app.member());
    let before = lead_mail(&owner).await;
    assert_eq!((&before["lead_address"], &before["version"]), (&Value::Null, &json!(0)));
    assert_eq!(
        (&before["may_change"], &lead_mail(&member).await["may_change"]),
        (&json!(true), &json!(false))
    );

    let address = json!({ "lead_address": "leads@norrsken.example", "language": "sv" });
    let saved = owner.put(LEAD_ADDRESS, 0, &address).await;
    assert_eq!(saved.etag.as_deref(), Some("\"1\""));
    assert_eq!(saved.json()["changed"]["by"]["role"], "partner_owner");
    assert_eq!(lead_mail(&owner).await, saved.json());
    assert_eq!(lead_mail(&member).await["lead_address"], "leads@norrsken.example");
    let elsewhere = lead_mail(&app.partner(SAIGONWEB, "partner_owner")).await;
    assert_eq!(elsewhere["lead_address"], Value::Null, "another organisation's is its own");

    let other = json!({ "lead_address": "sales@norrsken.example" });
    let refused = owner.put(LEAD_ADDRESS, 0, &other).await.problem(409, "version_conflict");
    let current = &refused["current_state"];
    assert_eq!(
        (&current["kind"], &current["lead_address"]),
        (&json!("lead_address"), &json!("leads@norrsken.example"))
    );
    let request = owner.request(Method::PUT, LEAD_ADDRESS).header("if-match", "\"1\"");
    let saved = owner.send(request.header("accept-language", "vi").json(&other)).await.expect(200);
    assert_eq!(saved["language"], "vi", "the language of whoever asks, unless they say another");
    let none = owner.put(LEAD_ADDRESS, 2, &json!({ "lead_address": null })).await.expect(200);
    assert_eq!((&none["lead_address"], &none["version"]), (&Value::Null, &json!(3)));
}

#[tokio::test]
async fn nobody_but_an_owner_in_good_standing_changes_the_address() {
    let app = App::start().await;
    let address = json!({ "lead_address": "leads@norrsken.example" });
    let put = async |user: &User<'_>| -> Reply { user.put(LEAD_ADDRESS, 0, &address).await };
    for role in EVERYBODY.into_iter().filter(|role| *role != "partner_owner") {
        put(&app.user(role)).await.problem(403, "forbidden");
    }
    let suspended = app.with_claims(
        "partner_owner",
        &json!({ "guildhall_org_standing": "suspended", "guildhall_org": NORRSKEN }),
    );
    put(&suspended).await.problem(403, "organisation_suspended");
    assert_eq!(lead_mail(&suspended).await["may_change"], false);
    // One's own settings stay one's own.
    suspended.put(SETTINGS, 0, &body(&[])).await.expect(200);
    assert_eq!(lead_mail(&app.owner()).await["version"], 0);
}

#[tokio::test]
async fn an_address_is_checked_and_never_taken_away_by_mistake() {
    let app = App::start().await;
    let owner = app.owner();
    let put =
        async |body: Value| errors(&owner.put(LEAD_ADDRESS, 0, &body).await.problem(422, "invalid_fields"));
    assert_eq!(put(json!({})).await, all([("/lead_address", "required")]));
    assert_eq!(
        put(json!({ "lead_address": "Leads <leads@norrsken.example>", "language": "xx" })).await,
        all([("/lead_address", "email_invalid"), ("/language", "choice_unknown")])
    );
    assert_eq!(put(json!({ "lead_address": 7 })).await, all([("/lead_address", "wrong_kind")]));
    let long = format!("{}@norrsken.example", "x".repeat(250));
    assert_eq!(put(json!({ "lead_address": long })).await, all([("/lead_address", "too_long")]));
}

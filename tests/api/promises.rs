//! What is promised to partners, and what happens when it is not kept.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::support::{App, LeadKind, plus};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn kinds(lead: &Value) -> Vec<String> {
    let entries = lead["timeline"].as_array().unwrap().iter();
    entries.map(|entry| entry["kind"].as_str().unwrap().to_owned()).collect()
}

/// The clock is moved, and everything that is due happens.
async fn move_to(app: &App, moment: DateTime<Utc>) {
    app.running.clock().set(moment).unwrap();
    app.running.settle().await;
}

#[tokio::test]
async fn a_deadline_counts_the_working_days_of_the_representative() {
    let app = App::start().await;
    // The Thursday before Easter.
    move_to(&app, at("2026-04-02T10:00:00Z")).await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let manager = app.manager();
    let due = manager.lead(&id).await.expect(200)["due"].clone();
    // Friday and Monday are free in Sweden, so two working days end on Wednesday.
    assert_eq!((&due["promise"], &due["at"]), (&json!("first_answer"), &json!("2026-04-09T00:00:00Z")));
    for early in ["2026-04-06T12:00:00Z", "2026-04-08T23:59:59Z"] {
        move_to(&app, at(early)).await;
        assert_eq!(kinds(&manager.lead(&id).await.expect(200)).len(), 2, "{early}");
        assert!(manager.ids("queue=overdue").await.is_empty(), "{early}");
    }
    move_to(&app, at("2026-04-09T00:00:00Z")).await;
    let lead = manager.lead(&id).await.expect(200);
    assert_eq!(kinds(&lead), ["submitted", "assigned", "escalated"]);
    assert_eq!((&lead["escalated"], &lead["due"]), (&json!(true), &due));
    assert_eq!(
        (&lead["timeline"][2]["promise"], &lead["timeline"][2]["due_at"]),
        (&due["promise"], &due["at"])
    );
    assert_eq!(lead["timeline"][2]["by"]["role"], "system");
    assert_eq!(manager.ids("queue=overdue").await, [id.as_str()]);
    assert_eq!(app.rep("rep-astrid").ids("queue=overdue&sort=due_at").await, [id]);
}

#[tokio::test]
async fn a_lead_that_nobody_covers_waits_for_nobody_and_is_escalated_once_for_each_promise() {
    let app = App::start().await;
    move_to(&app, at("2026-06-01T10:00:00Z")).await;
    let mut form = plus("requested");
    form["country"] = json!("JP");
    let id = app.lead_from(&app.member(), form).await;
    let manager = app.manager();
    let lead = manager.lead(&id).await.expect(200);
    assert_eq!(lead["representative"], Value::Null);
    assert_eq!(manager.ids("queue=unassigned").await, [id.as_str()]);
    let due: DateTime<Utc> = lead["due"]["at"].as_str().unwrap().parse().unwrap();
    for late in [TimeDelta::zero(), TimeDelta::hours(1), TimeDelta::days(400)] {
        move_to(&app, due + late).await;
        let lead = manager.lead(&id).await.expect(200);
        assert_eq!(kinds(&lead), ["submitted", "escalated"], "{late}");
        // Nothing is decided by the passing of time.
        assert_eq!((&lead["status"], &lead["hold"]), (&json!("submitted"), &Value::Null));
    }
    // Work begins, with a new promise, and that may break as well.
    app.joins("rep-bo", "Bo Ek", true).await;
    manager.act(&id, &json!({ "command": "assign", "representative": "rep-bo" })).await.expect(200);
    let lead = manager.act(&id, &json!({ "command": "start_work" })).await.expect(200);
    assert_eq!((&lead["due"]["promise"], &lead["escalated"]), (&json!("decision"), &json!(false)));
    let due: DateTime<Utc> = lead["due"]["at"].as_str().unwrap().parse().unwrap();
    move_to(&app, due).await;
    move_to(&app, due + TimeDelta::days(30)).await;
    let lead = manager.lead(&id).await.expect(200);
    assert_eq!(kinds(&lead)[2..], ["assigned", "work_started", "escalated"]);
    assert_eq!(lead["status"], "in_progress");
    assert_eq!(app.running.dead_letters(), []);
}

#[tokio::test]
async fn nothing_is_promised_while_the_partner_has_to_answer_or_once_all_is_said() {
    let app = App::start().await;
    let start = at("2026-06-01T10:00:00Z");
    move_to(&app, start).await;
    let (asked, withdrawn, decided) = (
        app.lead(LeadKind::PlusWithSupport).await,
        app.lead(LeadKind::PosWithSupport).await,
        app.lead(LeadKind::PlusAlone).await,
    );
    let question =
        json!({ "command": "request_information", "fields": ["phone"], "message": "Whom do I call?" });
    app.manager().act(&asked, &question).await.expect(200);
    let request = app.member().request(reqwest::Method::POST, &format!("/leads/{withdrawn}/withdrawal"));
    let request = request.header("if-match", "\"2\"").json(&json!({ "reason": "Sold" }));
    app.member().send(request).await.expect(200);
    app.manager()
        .act(&decided, &json!({ "command": "mark_not_eligible", "reason": "duplicate" }))
        .await
        .expect(200);
    move_to(&app, start + TimeDelta::days(300)).await;
    for id in [asked, withdrawn, decided] {
        let lead = app.manager().lead(&id).await.expect(200);
        assert_eq!(lead["due"], Value::Null);
        assert!(!kinds(&lead).contains(&"escalated".to_owned()), "{lead}");
    }
}

#[tokio::test]
async fn a_lead_of_somebody_who_left_is_still_escalated_and_can_be_given_to_somebody_else() {
    let app = App::start().await;
    app.joins("rep-bo", "Bo Ek", true).await;
    let start = at("2026-06-01T10:00:00Z");
    move_to(&app, start).await;
    let mut form = plus("requested");
    form["country"] = json!("JP");
    let id = app.lead_from(&app.member(), form).await;
    app.joins("rep-bo", "Bo Ek", false).await;
    move_to(&app, start + TimeDelta::days(30)).await;
    let lead = app.manager().lead(&id).await.expect(200);
    assert_eq!(kinds(&lead), ["submitted", "assigned", "escalated"]);
    assert_eq!(lead["representative"]["name"], "Bo Ek");
    app.joins("rep-ida", "Ida Berg", true).await;
    let body = json!({ "representative": "rep-ida", "leads": [{ "id": id, "version": 3 }] });
    let answer = app.manager().post("/leads/assign", &body).await.expect(200);
    assert_eq!(answer["assigned"][0]["representative"]["name"], "Ida Berg");
    app.rep("rep-bo").lead(&id).await.problem(404, "not_found");
}

//! Moving leads: the policy table over HTTP, and what partners see of it.

use futures::future::join;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, NORRSKEN, SAIGONWEB};

fn award() -> Value {
    json!({ "command": "award", "terms_checked": true, "deal_closed": true })
}

fn start_work() -> Value {
    json!({ "command": "start_work", "note": "First call booked" })
}

fn payout() -> Value {
    json!({ "command": "record_payout", "amount": { "minor": 50_000, "currency": "USD" } })
}

fn not_eligible() -> Value {
    json!({ "command": "mark_not_eligible", "reason": "existing_customer", "note": "Since 2021" })
}

fn kinds(lead: &Value) -> Vec<&str> {
    lead["timeline"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect()
}

async fn history(app: &App) -> Vec<Value> {
    app.member().get("/referrals").await.expect(200)["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn scenario_1_a_paid_pos_lead_without_support_stays_submitted() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PosAlone).await;
    app.user("program_admin").act(&id, &payout()).await.expect(200);

    let lead = app.member().lead(&id).await.expect(200);
    assert_eq!((&lead["status"], &lead["outcome"]), (&json!("submitted"), &json!("paid")));
    assert_eq!(kinds(&lead).last(), Some(&"payout_issued"));
    let history = history(&app).await;
    assert_eq!(history.len(), 1);
    assert_eq!(history[0]["lead_id"], id);
    assert_eq!(history[0]["source"], "pos_lead");
    assert_eq!(history[0]["revenue"], json!([{ "minor": 50_000, "currency": "USD" }]));
    let refused = app.manager().act(&id, &start_work()).await;
    refused.problem(409, "invalid_transition");
}

#[tokio::test]
async fn scenario_2_an_ineligible_pos_lead_without_support_stays_submitted() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PosAlone).await;
    let command = json!({ "command": "record_ineligible", "reason": "terms_not_met" });
    app.rep("rep-astrid").act(&id, &command).await.expect(200);

    let lead = app.member().lead(&id).await.expect(200);
    assert_eq!((&lead["status"], &lead["outcome"]), (&json!("submitted"), &json!("not_eligible")));
    assert_eq!(lead["timeline"].as_array().unwrap().last().unwrap()["reason"], "terms_not_met");
    assert!(history(&app).await.is_empty());
}

#[tokio::test]
async fn scenario_3_support_asked_for_later_puts_a_pos_lead_on_its_way() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PosAlone).await;
    let lead = app.member().request_support(&id).await.expect(200);
    assert_eq!((&lead["support"], &lead["outcome"]), (&json!("requested"), &Value::Null));
    let refused = app.user("program_admin").act(&id, &payout()).await;
    refused.problem(409, "invalid_transition");
    let lead = app.rep("rep-astrid").act(&id, &start_work()).await.expect(200);
    assert_eq!(lead["status"], "in_progress");
}

#[tokio::test]
async fn scenario_4_a_paid_pos_lead_cannot_ask_for_support() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PosAlone).await;
    app.user("program_admin").act(&id, &payout()).await.expect(200);
    app.member().request_support(&id).await.problem(409, "already_settled");
    app.user("program_admin").act(&id, &payout()).await.problem(409, "already_settled");
}

#[tokio::test]
async fn scenario_5_a_plus_lead_without_support_is_awarded_straight_away() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusAlone).await;
    let lead = app.rep("rep-astrid").act(&id, &award()).await.expect(200);
    assert_eq!(lead["status"], "awarded");
    let history = history(&app).await;
    assert_eq!(history.len(), 1);
    assert_eq!((&history[0]["plan"], &history[0]["state"]), (&json!("plus"), &json!("awaiting")));
}

#[tokio::test]
async fn scenario_6_with_support_a_lead_is_awarded_only_by_way_of_in_progress() {
    let app = App::start().await;
    for kind in [LeadKind::PlusWithSupport, LeadKind::PosWithSupport] {
        let id = app.lead(kind).await;
        let rep = app.rep("rep-astrid");
        let refused = rep.act(&id, &award()).await.problem(409, "invalid_transition");
        assert!(refused["allowed"].as_array().unwrap().contains(&json!("start_work")), "{refused}");
        rep.act(&id, &start_work()).await.expect(200);
        let lead = rep.act(&id, &award()).await.expect(200);
        assert_eq!(kinds(&lead), ["submitted", "assigned", "work_started", "awarded"]);
        let last = &lead["timeline"][3];
        assert_eq!(last["change"], json!({ "from": "in_progress", "to": "awarded" }));
    }
    assert_eq!(history(&app).await.len(), 2);
}

#[tokio::test]
async fn scenario_7_no_partner_moves_a_status() {
    let app = App::start().await;
    for kind in [LeadKind::PlusWithSupport, LeadKind::PlusAlone, LeadKind::PosWithSupport, LeadKind::PosAlone]
    {
        let id = app.lead(kind).await;
        // What became of the mails about it is shown as well.
        app.running.settle().await;
        let before = app.manager().lead(&id).await.expect(200);
        for command in
            [start_work(), award(), not_eligible(), payout(), json!({ "command": "reopen", "reason": "x" })]
        {
            for role in ["partner_viewer", "partner_member", "partner_owner"] {
                app.partner(NORRSKEN, role).act(&id, &command).await.problem(403, "forbidden");
                app.partner(SAIGONWEB, role).act(&id, &command).await.problem(404, "not_found");
            }
            app.user("merchant").act(&id, &command).await.problem(404, "not_found");
            app.rep("rep-chau").act(&id, &command).await.problem(404, "not_found");
        }
        assert_eq!(app.manager().lead(&id).await.expect(200), before);
    }
}

#[tokio::test]
async fn scenario_8_of_two_representatives_at_once_one_wins_and_the_other_sees_how() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let version = app.manager().lead(&id).await.expect(200)["version"].as_u64().unwrap();
    let (rep, manager) = (app.rep("rep-astrid"), app.manager());
    let (start, refuse) = (start_work(), not_eligible());
    let (one, other) = join(rep.command(&id, version, &start), manager.command(&id, version, &refuse)).await;
    let (winner, loser) = if one.status == 200 { (one, other) } else { (other, one) };
    let won = winner.expect(200);
    let conflict = loser.problem(409, "version_conflict");
    assert_eq!(conflict["current"]["status"], won["status"]);
    assert_eq!(conflict["current"]["version"], won["version"]);
    let lead = app.manager().lead(&id).await.expect(200);
    assert_eq!(lead["timeline"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn scenario_12_a_new_representative_shows_at_once_and_the_old_one_loses_the_lead() {
    let app = App::start().await;
    // Another representative who covers Sweden joins.
    let joined = guildhall_domain::representative::Representative {
        id: "rep-new".parse().unwrap(),
        name: "Bo Ek".to_owned(),
        email: "bo@guildhall.example".to_owned(),
        phone: "+46 8 555 02".to_owned(),
        time_zone: "Europe/Stockholm".to_owned(),
        country: "SE".parse().unwrap(),
        language: guildhall_domain::policy::Language::Sv,
        products: guildhall_domain::lead::Product::ALL.to_vec(),
        countries: Vec::new(),
        active: true,
    };
    guildhall_store::Roster::new(app.table()).put(&joined).await.unwrap();

    let mut form = crate::support::plus("requested");
    form["country"] = json!("SE");
    let id = app.lead_from(&app.member(), form).await;
    let assign = json!({ "command": "assign", "representative": "rep-daniel" });
    let refused = app.manager().act(&id, &assign).await.problem(409, "guard_failed");
    assert_eq!(refused["guard"], "representative_covers");
    let nobody = json!({ "command": "assign", "representative": "rep-nobody" });
    let refused = app.manager().act(&id, &nobody).await.problem(422, "invalid_fields");
    assert_eq!(refused["errors"][0]["code"], "representative_unknown");

    let assign = json!({ "command": "assign", "representative": "rep-new", "note": "Closer" });
    app.manager().act(&id, &assign).await.expect(200);

    let lead = app.member().lead(&id).await.expect(200);
    assert_eq!(lead["representative"]["name"], "Bo Ek");
    assert_eq!(lead["representative"]["email"], "bo@guildhall.example");
    let last = lead["timeline"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&last["previous"]["id"], &last["representative"]["id"]),
        (&json!("rep-astrid"), &json!("rep-new"))
    );
    let page = app.member().get("/leads").await.expect(200);
    assert_eq!(page["items"][0]["representative"]["name"], "Bo Ek");
    app.rep("rep-astrid").lead(&id).await.problem(404, "not_found");
    assert!(app.rep("rep-astrid").ids("").await.is_empty());
    assert_eq!(app.rep("rep-new").ids("").await, [id]);
}

#[tokio::test]
async fn an_award_is_taken_back_by_two_persons_and_leaves_the_history() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusAlone).await;
    app.manager().act(&id, &award()).await.expect(200);
    assert_eq!(history(&app).await.len(), 1);
    let reopen = json!({ "command": "reopen", "reason": "The contract fell through" });
    app.rep("rep-astrid").act(&id, &reopen).await.problem(403, "forbidden");
    app.user("program_admin").act(&id, &reopen).await.problem(403, "forbidden");
    let proposed = app.manager().act(&id, &reopen).await.expect(200);
    assert_eq!((&proposed["status"], &proposed["reopen_proposed"]), (&json!("awarded"), &json!(true)));
    app.manager().act(&id, &reopen).await.problem(409, "second_person_needed");
    // It waits until the partner was told.
    app.running.settle().await;
    let reopened = app.user("program_admin").act(&id, &reopen).await.expect(200);
    assert_eq!(reopened["status"], "in_progress");
    assert!(history(&app).await.is_empty());
    app.manager().act(&id, &award()).await.expect(200);
    assert_eq!(history(&app).await.len(), 1);
}

#[tokio::test]
async fn what_an_award_states_must_hold() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusAlone).await;
    let unchecked = json!({ "command": "award", "terms_checked": false, "deal_closed": true });
    let refused = app.manager().act(&id, &unchecked).await.problem(409, "guard_failed");
    assert_eq!(refused["guard"], "terms_checked");
}

#[tokio::test]
async fn a_lead_that_nobody_has_is_assigned_before_work_starts() {
    let app = App::start().await;
    let mut form = crate::support::plus("requested");
    form["country"] = json!("JP");
    let id = app.lead_from(&app.member(), form).await;
    let lead = app.member().lead(&id).await.expect(200);
    assert_eq!(lead["representative"], Value::Null);
    let refused = app.manager().act(&id, &start_work()).await.problem(409, "guard_failed");
    assert_eq!(refused["guard"], "representative_assigned");
}

#[tokio::test]
async fn a_move_needs_the_version_that_was_seen() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let manager = app.manager();
    let path = format!("/leads/{id}/status");
    let request = || manager.request(reqwest::Method::POST, &path).json(&start_work());
    manager.send(request()).await.problem(428, "if_match_needed");
    manager.send(request().header("if-match", "7")).await.problem(400, "invalid_if_match");
    manager.send(request().header("if-match", "\"999\"")).await.problem(409, "version_conflict");
    let etag = manager.lead(&id).await.etag.unwrap();
    let moved = manager.send(request().header("if-match", &etag)).await;
    assert_ne!(moved.etag, Some(etag));
    moved.expect(200);
}

//! What the sales team asks of a partner, and withdrawals.

use futures::future::join;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, NORRSKEN, Reply, SAIGONWEB, User};

const SUSPENDED: &str = "suspended";

fn question() -> Value {
    json!({ "command": "request_information", "fields": ["phone", "existing_store"], "message": "Whom do I call?" })
}

fn answer() -> Value {
    json!({ "values": { "phone": "+46 8 555 01 77", "existing_store": null }, "note": "Call after lunch" })
}

async fn send(user: &User<'_>, id: &str, what: &str, version: u64, body: &Value) -> Reply {
    let request = user.request(Method::POST, &format!("/leads/{id}/{what}"));
    user.send(request.header("if-match", format!("\"{version}\"")).json(body)).await
}

/// A lead about which the representative asked something; its id and version.
async fn asked(app: &App, kind: LeadKind) -> (String, u64) {
    let id = app.lead(kind).await;
    let version = app.rep("rep-astrid").act(&id, &question()).await.version();
    (id, version)
}

fn last(lead: &Value) -> &Value {
    lead["timeline"].as_array().unwrap().last().unwrap()
}

#[tokio::test]
async fn a_partner_answers_what_was_asked_and_the_lead_moves_on() {
    let app = App::start().await;
    let (id, version) = asked(&app, LeadKind::PlusWithSupport).await;
    let lead = app.member().lead(&id).await.expect(200);
    assert_eq!((&lead["hold"], &lead["due"]), (&json!("information"), &Value::Null));
    assert_eq!(lead["question"]["fields"], json!(["phone", "existing_store"]));
    assert!(lead["allowed"].as_array().unwrap().contains(&json!("provide_information")), "{lead}");
    assert_eq!(app.manager().ids("queue=waiting_for_partner").await, [id.as_str()]);

    let lead = send(&app.member(), &id, "information", version, &answer()).await.expect(200);
    assert_eq!((&lead["hold"], &lead["question"]), (&Value::Null, &Value::Null));
    assert_eq!(lead["due"]["promise"], "first_answer");
    assert_eq!(
        (&lead["form"]["phone"], &lead["form"]["existing_store"]),
        (&json!("+46 8 555 01 77"), &Value::Null)
    );
    assert_eq!(lead["form"]["company"], "Acme AB");
    assert_eq!(last(&lead)["kind"], "information_provided");
    let changes = last(&lead)["changes"].as_array().unwrap();
    assert_eq!(
        changes[0],
        json!({ "field": "phone", "before": "+46 31 555 01 42", "after": "+46 8 555 01 77" })
    );
    assert!(app.manager().ids("queue=waiting_for_partner").await.is_empty());

    // It may be asked again, as often as it takes.
    app.rep("rep-astrid").act(&id, &question()).await.expect(200);
    let version = app.member().lead(&id).await.version();
    let lead = send(&app.member(), &id, "information", version, &json!({ "note": "As I said" })).await;
    let kinds: Vec<_> = lead.expect(200)["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["kind"].as_str().unwrap().to_owned())
        .collect();
    let (requested, provided) = ("information_requested", "information_provided");
    assert_eq!(kinds, ["submitted", "assigned", requested, provided, requested, provided]);
}

#[tokio::test]
async fn only_what_was_asked_is_answered_and_only_while_it_is_asked() {
    let app = App::start().await;
    let (id, version) = asked(&app, LeadKind::PlusAlone).await;
    let member = app.member();
    let other = json!({ "values": { "company": "Other AB" } });
    let refused = send(&member, &id, "information", version, &other).await.problem(422, "invalid_fields");
    assert_eq!(
        (&refused["errors"][0]["pointer"], &refused["errors"][0]["code"]),
        (&json!("/values/company"), &json!("not_asked"))
    );
    let wrong = json!({ "values": { "phone": "call me" } });
    send(&member, &id, "information", version, &wrong).await.problem(422, "invalid_fields");
    send(&member, &id, "information", version, &json!({})).await.problem(422, "invalid_fields");

    // A decision ends the question.
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    let version = app.rep("rep-astrid").act(&id, &award).await.version();
    let refused = send(&member, &id, "information", version, &answer()).await;
    let refused = refused.problem(409, "invalid_transition");
    assert!(!refused["allowed"].as_array().unwrap().contains(&json!("provide_information")), "{refused}");
}

#[tokio::test]
async fn whoever_answers_a_question_has_read_that_question() {
    let app = App::start().await;
    let (id, version) = asked(&app, LeadKind::PlusAlone).await;
    let again =
        json!({ "command": "request_information", "fields": ["company"], "message": "And whose is it?" });
    app.rep("rep-astrid").act(&id, &again).await.expect(200);
    let conflict = send(&app.member(), &id, "information", version, &answer()).await;
    let conflict = conflict.problem(409, "version_conflict");
    assert_eq!(conflict["current"]["question"]["fields"], json!(["company"]));

    // Of two colleagues at once one answers, and the other sees what.
    let version = app.member().lead(&id).await.version();
    let (member, owner) = (app.member(), app.owner());
    let body = json!({ "values": { "company": "Acme Group AB" } });
    let (one, other) = join(
        send(&member, &id, "information", version, &body),
        send(&owner, &id, "information", version, &body),
    )
    .await;
    let (won, lost) = if one.status == 200 { (one, other) } else { (other, one) };
    won.expect(200);
    assert_eq!(lost.problem(409, "version_conflict")["current"]["form"]["company"], "Acme Group AB");
    // The list shows the new form too.
    let page = app.manager().get("/leads?q=group").await.expect(200);
    assert_eq!(page["items"][0]["company"], "Acme Group AB");
}

#[tokio::test]
async fn a_withdrawn_lead_stands_still_for_good() {
    let app = App::start().await;
    let (id, version) = asked(&app, LeadKind::PosWithSupport).await;
    let reason = json!({ "reason": "The owner changed her mind" });
    send(&app.member(), &id, "withdrawal", version, &json!({ "reason": " " }))
        .await
        .problem(422, "invalid_fields");
    send(&app.member(), &id, "withdrawal", version - 1, &reason).await.problem(409, "version_conflict");
    let lead = send(&app.member(), &id, "withdrawal", version, &reason).await.expect(200);
    assert_eq!((&lead["hold"], &lead["due"]), (&json!("withdrawn"), &Value::Null));
    assert_eq!((&last(&lead)["kind"], &last(&lead)["reason"]), (&json!("withdrawn"), &reason["reason"]));
    assert_eq!(lead["status"], "submitted");
    let version = lead["version"].as_u64().unwrap();
    send(&app.member(), &id, "withdrawal", version, &reason).await.problem(409, "invalid_transition");
    send(&app.member(), &id, "information", version, &answer()).await.problem(409, "invalid_transition");
    for command in [
        json!({ "command": "start_work" }),
        question(),
        json!({ "command": "mark_not_eligible", "reason": "duplicate" }),
    ] {
        app.manager().act(&id, &command).await.problem(409, "invalid_transition");
    }
    assert!(app.rep("rep-astrid").ids("queue=mine").await.is_empty());
    assert!(app.manager().ids("queue=waiting_for_partner").await.is_empty());
}

#[tokio::test]
async fn answering_and_withdrawing_are_the_partners_who_work_with_leads() {
    let app = App::start().await;
    let (id, version) = asked(&app, LeadKind::PosAlone).await;
    let reason = json!({ "reason": "x" });
    let standing = json!({ "guildhall_org_standing": SUSPENDED });
    for (what, body) in [("information", answer()), ("correction", answer()), ("withdrawal", reason)] {
        for role in ["partner_viewer", "sales_manager", "program_admin"] {
            send(&app.user(role), &id, what, version, &body).await.problem(403, "forbidden");
        }
        send(&app.rep("rep-astrid"), &id, what, version, &body).await.problem(403, "forbidden");
        for stranger in [app.partner(SAIGONWEB, "partner_owner"), app.rep("rep-chau"), app.user("merchant")] {
            send(&stranger, &id, what, version, &body).await.problem(404, "not_found");
        }
        let suspended = app.with_claims("partner_owner", &standing);
        send(&suspended, &id, what, version, &body).await.problem(403, "organisation_suspended");
        let owner = app.partner(NORRSKEN, "partner_owner");
        let request = owner.request(Method::POST, &format!("/leads/{id}/{what}"));
        owner.send(request.json(&body)).await.problem(428, "if_match_needed");
    }
}

#[tokio::test]
async fn a_partner_corrects_what_was_entered_until_the_lead_is_decided() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let member = app.member();
    let lead = member.lead(&id).await.expect(200);
    assert!(lead["allowed"].as_array().unwrap().contains(&json!("correct_details")), "{lead}");
    let due = lead["due"].clone();
    let lead = send(&member, &id, "correction", 2, &answer()).await.expect(200);
    assert_eq!((&lead["due"], &lead["version"]), (&due, &json!(3)));
    let event = last(&lead);
    assert_eq!((&event["kind"], &event["note"]), (&json!("details_corrected"), &json!("Call after lunch")));
    assert_eq!(event["changes"].as_array().unwrap().len(), 2);
    assert_eq!(lead["form"]["phone"], "+46 8 555 01 77");

    // Of what was seen, something, and nothing that the lead was filed under.
    send(&member, &id, "correction", 2, &answer()).await.problem(409, "version_conflict");
    for (values, code) in [
        (json!({ "phone": "+46 8 555 01 77" }), "required"),
        (json!({ "phone": "call me" }), "phone_invalid"),
        (json!({ "reference": "A-1" }), "not_asked"),
        (json!({ "product": "pos", "company": "Other" }), "not_asked"),
        (json!({ "consent": false }), "not_asked"),
    ] {
        let refused = send(&member, &id, "correction", 3, &json!({ "values": values })).await;
        assert_eq!(refused.problem(422, "invalid_fields")["errors"][0]["code"], code, "{values}");
    }

    // The representative is told, with both values.
    app.running.settle().await;
    let mails = app.running.mailbox();
    let told = mails.iter().find(|mail| mail.to == "rep-astrid@guildhall.example").unwrap();
    assert!(told.text.contains("+46 31 555 01 42 → +46 8 555 01 77"), "{}", told.text);

    let refuse = json!({ "command": "mark_not_eligible", "reason": "duplicate" });
    let version = app.manager().act(&id, &refuse).await.version();
    let body = json!({ "values": { "company": "Other" } });
    send(&member, &id, "correction", version, &body).await.problem(409, "invalid_transition");
}

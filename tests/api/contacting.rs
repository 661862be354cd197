//! Questions to the representative, and requests for sales support.

use futures::future::join_all;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, SAIGONWEB, key};

fn question(text: &str) -> Value {
    json!({ "kind": "question", "message": text })
}

fn questions(lead: &Value) -> Vec<&str> {
    let entries = lead["timeline"].as_array().unwrap().iter();
    entries
        .filter(|entry| entry["kind"] == "question_asked")
        .map(|entry| entry["message"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_question_is_in_the_timeline_for_both_sides() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    app.member().contact(&id, &key(), &question("When do you\ncall them?")).await.expect(200);
    let seen = app.rep("rep-astrid").lead(&id).await.expect(200);
    assert_eq!(questions(&seen), ["When do you\ncall them?"]);
}

#[tokio::test]
async fn a_repeated_question_is_told_once_and_another_one_needs_another_key() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusAlone).await;
    let member = app.member();
    let ask = question("When?");
    let replies = join_all((0..8).map(|_| member.contact(&id, "once", &ask))).await;
    for reply in &replies {
        assert!(matches!(reply.status, 200 | 503), "{}", reply.text);
    }
    member.contact(&id, "once", &ask).await.expect(200);
    member.contact(&id, "once", &question("Why?")).await.problem(422, "idempotency_key_reused");
    assert_eq!(questions(&member.lead(&id).await.expect(200)), ["When?"]);
}

#[tokio::test]
async fn a_question_does_not_lose_against_a_change_at_the_same_time() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let member = app.member();
    let texts: Vec<_> = (0..4).map(|number| format!("Question {number}")).collect();
    let bodies: Vec<_> = texts.iter().map(|text| question(text)).collect();
    let keys: Vec<_> = texts.iter().map(|_| key()).collect();
    let replies = join_all(bodies.iter().zip(&keys).map(|(body, key)| member.contact(&id, key, body))).await;
    assert!(replies.iter().all(|reply| reply.status == 200), "{replies:?}");
    let mut asked: Vec<_> =
        questions(&member.lead(&id).await.expect(200)).into_iter().map(str::to_owned).collect();
    asked.sort();
    assert_eq!(asked, texts);
}

#[tokio::test]
async fn support_is_requested_once_and_never_taken_back() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusAlone).await;
    let body = json!({ "kind": "support_request", "message": "Help with pricing" });
    let lead = app.member().contact(&id, &key(), &body).await.expect(200);
    assert_eq!(lead["support"], "requested");
    assert_eq!(lead["form"]["sales_support"], "none", "what was entered stays as it was");
    app.member().request_support(&id).await.problem(409, "invalid_transition");
}

#[tokio::test]
async fn a_representative_may_request_support_on_the_partners_word() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PosAlone).await;
    let lead = app.rep("rep-astrid").request_support(&id).await.expect(200);
    let last = lead["timeline"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["kind"], &last["by"]["role"]), (&json!("support_requested"), &json!("rep")));
}

#[tokio::test]
async fn only_those_who_may_submit_write_to_the_representative() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusAlone).await;
    for role in ["partner_viewer", "sales_manager", "program_admin"] {
        app.user(role).contact(&id, &key(), &question("?")).await.problem(403, "forbidden");
    }
    app.partner(SAIGONWEB, "partner_owner")
        .contact(&id, &key(), &question("?"))
        .await
        .problem(404, "not_found");
    app.user("merchant").contact(&id, &key(), &question("?")).await.problem(404, "not_found");
}

#[tokio::test]
async fn a_message_that_breaks_a_rule_is_refused_with_its_field() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusAlone).await;
    for (body, pointer, code) in [
        (json!({}), "/kind", "required"),
        (json!({ "kind": "complaint" }), "/kind", "choice_unknown"),
        (question(""), "/message", "required"),
        (question(&"x".repeat(2_001)), "/message", "too_long"),
        (json!({ "kind": "question", "message": "?", "cc": "x" }), "/cc", "unknown"),
    ] {
        let refused = app.member().contact(&id, &key(), &body).await.problem(422, "invalid_fields");
        assert_eq!(refused["errors"][0]["pointer"], pointer);
        assert_eq!(refused["errors"][0]["code"], code);
    }
    assert!(questions(&app.member().lead(&id).await.expect(200)).is_empty());
}

#[tokio::test]
async fn a_suspended_organisation_asks_nothing_any_more() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let standing = json!({ "guildhall_org_standing": "suspended" });
    let suspended = app.with_claims("partner_owner", &standing);
    suspended.contact(&id, &key(), &question("When?")).await.problem(403, "organisation_suspended");
    assert!(questions(&app.member().lead(&id).await.expect(200)).is_empty());
}

//! Submitting a lead, once, however often it is asked.

use futures::future::join_all;
use serde_json::json;

use crate::support::{App, LeadKind, SAIGONWEB, form, key, plus};

#[tokio::test]
async fn a_submitted_lead_is_in_the_very_next_list() {
    let app = App::start().await;
    let member = app.member();
    for kind in [LeadKind::PlusWithSupport, LeadKind::PlusAlone, LeadKind::PosWithSupport, LeadKind::PosAlone]
    {
        let reply = member.submit(&key(), &form(kind)).await;
        let receipt = reply.expect(201);
        let id = receipt["id"].as_str().unwrap();
        assert_eq!(reply.location.as_deref(), Some(format!("/api/v1/leads/{id}").as_str()));
        assert_eq!(receipt["status"], "submitted");
        assert_eq!(member.ids("").await.first().map(String::as_str), Some(id));
    }
}

#[tokio::test]
async fn a_lead_shows_everything_that_was_entered() {
    let app = App::start().await;
    for kind in [LeadKind::PlusWithSupport, LeadKind::PosAlone] {
        let form = form(kind);
        let id = app.lead(kind).await;
        let lead = app.member().lead(&id).await.expect(200);
        assert_eq!(lead["form"], form);
        assert_eq!(lead["timeline"][0]["by"]["role"], "partner_member");
        assert_eq!(lead["terms"]["since"].as_str().unwrap().len(), 10);
    }
}

#[tokio::test]
async fn scenario_9_the_same_submission_twice_is_one_lead_and_another_body_is_refused() {
    let app = App::start().await;
    let member = app.member();
    let first = member.submit("same", &plus("none")).await;
    let again = member.submit("same", &plus("none")).await;
    assert_eq!(first.expect(201), again.expect(201));
    // Spelt otherwise, it is still the same request.
    let mut spaced = plus("none");
    spaced["company"] = json!("  Acme AB ");
    assert_eq!(member.submit("same", &spaced).await.expect(201), first.json());
    member.submit("same", &plus("requested")).await.problem(422, "idempotency_key_reused");
    assert_eq!(member.ids("").await.len(), 1);
}

#[tokio::test]
async fn a_repeated_submission_gets_the_first_answer_even_after_the_lead_has_moved() {
    let app = App::start().await;
    let first = app.member().submit("moved", &plus("none")).await.expect(201);
    let id = first["id"].as_str().unwrap();
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    app.manager().act(id, &award).await.expect(200);
    assert_eq!(app.member().submit("moved", &plus("none")).await.expect(201), first);
}

#[tokio::test]
async fn the_same_key_at_once_from_32_clients_is_one_lead_and_one_answer() {
    let app = App::start().await;
    let member = app.member();
    let form = plus("requested");
    let replies = join_all((0..32).map(|_| member.submit("at-once", &form))).await;
    let first = replies[0].expect(201);
    assert!(replies.iter().all(|reply| reply.expect(201) == first));
    assert_eq!(member.ids("").await.len(), 1);
}

#[tokio::test]
async fn the_same_key_of_two_organisations_is_two_leads() {
    let app = App::start().await;
    let (ours, theirs) = (app.member(), app.partner(SAIGONWEB, "partner_member"));
    ours.submit("shared", &plus("none")).await.expect(201);
    theirs.submit("shared", &plus("requested")).await.expect(201);
    assert_eq!((ours.ids("").await.len(), theirs.ids("").await.len()), (1, 1));
}

#[tokio::test]
async fn a_reference_is_unique_within_the_organisation() {
    let app = App::start().await;
    let mut form = plus("none");
    form["reference"] = json!("KV-2026-031");
    let first = app.lead_from(&app.member(), form.clone()).await;
    let refused = app.member().submit(&key(), &form).await.problem(422, "invalid_fields");
    assert_eq!(refused["errors"][0]["pointer"], "/reference");
    assert_eq!(refused["errors"][0]["code"], "reference_taken");
    assert_eq!(refused["errors"][0]["params"]["lead_id"], first);
    app.partner(SAIGONWEB, "partner_owner").submit(&key(), &form).await.expect(201);
    assert_eq!(app.member().ids("q=kv-2026-031").await, [first]);
}

#[tokio::test]
async fn only_members_and_owners_in_good_standing_submit() {
    let app = App::start().await;
    for role in ["partner_member", "partner_owner"] {
        app.user(role).submit(&key(), &plus("none")).await.expect(201);
    }
    for role in ["partner_viewer", "merchant", "rep", "sales_manager", "program_admin"] {
        app.user(role).submit(&key(), &plus("none")).await.problem(403, "forbidden");
    }
    let suspended = app.with_claims("partner_owner", &json!({ "guildhall_org_standing": "suspended" }));
    suspended.submit(&key(), &plus("none")).await.problem(403, "organisation_suspended");
}

#[tokio::test]
async fn an_organisation_in_the_body_is_refused_and_changes_nothing() {
    let app = App::start().await;
    let mut form = plus("none");
    form["organisation"] = json!(SAIGONWEB);
    let refused = app.member().submit(&key(), &form).await.problem(422, "invalid_fields");
    assert_eq!(refused["errors"][0]["code"], "unknown");
    assert!(app.partner(SAIGONWEB, "partner_owner").ids("").await.is_empty());
}

#[tokio::test]
async fn a_new_lead_goes_to_whoever_covers_it() {
    let app = App::start().await;
    let mut form = plus("requested");
    form["country"] = json!("VN");
    let id = app.lead_from(&app.member(), form).await;
    let lead = app.member().lead(&id).await.expect(200);
    assert_eq!(lead["representative"]["name"], "Lê Minh Châu");
    assert_eq!(lead["representative"]["phone"], "+46 8 555 01 42");
    assert_eq!(app.rep("rep-chau").ids("").await, [id]);
}

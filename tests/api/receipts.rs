//! Receipts of decisions, as the API issues them and as anybody checks them.

use guildhall_verify::{Signed, Verdict, check, keys_in};
use serde_json::json;

use crate::support::{App, LeadKind, SAIGONWEB};

#[tokio::test]
async fn a_decision_has_a_receipt_that_anybody_can_check_and_that_shows_what_was_altered() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let manager = app.manager();
    manager.act(&id, &json!({ "command": "start_work" })).await.expect(200);
    let refusal = json!({ "command": "mark_not_eligible", "reason": "existing_customer", "note": "Sorry" });
    manager.act(&id, &refusal).await.expect(200);
    let lead = app.member().lead(&id).await.expect(200);
    let seq = lead["timeline"].as_array().unwrap().last().unwrap()["seq"].as_u64().unwrap();

    let answer = app.user("partner_viewer").get(&format!("/leads/{id}/receipts/{seq}")).await;
    let receipt = answer.expect(200);
    assert_eq!(answer.content_type, "application/json");
    let key = id.rsplit('.').next().unwrap();
    assert_eq!(receipt["number"], format!("{}-{seq}", &key[..8]));
    assert_eq!(receipt["lead"]["terms"], lead["terms"]["id"]);
    let keys = keys_in(&app.anonymous().get("/receipt-keys").await.expect(200)).unwrap();
    let report = check(&receipt, Some(&keys)).unwrap();
    assert!(report.is_good(), "{report}");
    assert_eq!((report.signed, report.events.len() as u64), (Signed::ByGuildhall, seq));
    assert_eq!(report.events.last().unwrap().kind, "marked_not_eligible");

    let mut altered = receipt.clone();
    altered["chain"][0]["facts"]["at"] = json!("2020-01-01T00:00:00Z");
    let report = check(&altered, Some(&keys)).unwrap();
    assert_eq!((report.events[0].verdict, report.is_good()), (Verdict::Altered, false));

    // Asked for again, it is the same, and so is that of the submission, whatever happened since.
    let again = manager.get(&format!("/leads/{id}/receipts/{seq}")).await.expect(200);
    assert_eq!(again, receipt);
    let first = app.member().get(&format!("/leads/{id}/receipts/1")).await.expect(200);
    assert!(check(&first, Some(&keys)).unwrap().is_good());
}

#[tokio::test]
async fn what_is_no_decision_or_somebody_elses_has_no_receipt() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    for seq in ["2", "3", "0", "x", "99999999999999999999"] {
        app.member().get(&format!("/leads/{id}/receipts/{seq}")).await.problem(404, "not_found");
    }
    for stranger in [app.partner(SAIGONWEB, "partner_owner"), app.rep("rep-chau"), app.user("merchant")] {
        stranger.get(&format!("/leads/{id}/receipts/1")).await.problem(404, "not_found");
    }
    assert_eq!(app.anonymous().get(&format!("/leads/{id}/receipts/1")).await.status, 401);
}

#[tokio::test]
async fn a_receipt_with_an_amount_is_for_whoever_may_see_money() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PosAlone).await;
    let amount = json!({ "minor": 50_000, "currency": "USD" });
    let payout = json!({ "command": "record_payout", "amount": amount });
    let admin = app.user("program_admin");
    let version = admin.lead(&id).await.expect(200)["version"].as_u64().unwrap();
    admin.command(&id, version, &payout).await.expect(200);
    let path = format!("/leads/{id}/receipts/{}", version + 1);
    let receipt = app.user("partner_owner").get(&path).await.expect(200);
    assert_eq!(receipt["chain"].as_array().unwrap().last().unwrap()["facts"]["amount"], amount);
    let without = app.with_claims("partner_member", &json!({ "guildhall_financials": "no" }));
    without.get(&path).await.problem(403, "forbidden");
    without.get(&format!("/leads/{id}/receipts/1")).await.expect(200);
}

#[tokio::test]
async fn a_receipt_tells_what_was_erased_from_what_was_altered() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let question =
        json!({ "kind": "question", "message": "Please write to olle@helper.example, my colleague" });
    app.member().contact(&id, &crate::support::key(), &question).await.expect(200);
    let refusal = json!({ "command": "mark_not_eligible", "reason": "existing_customer" });
    app.manager().act(&id, &json!({ "command": "start_work" })).await.expect(200);
    app.manager().act(&id, &refusal).await.expect(200);
    let seq = app.member().lead(&id).await.expect(200)["timeline"].as_array().unwrap().len();
    let path = format!("/leads/{id}/receipts/{seq}");
    let before = check(&app.member().get(&path).await.expect(200), None).unwrap();
    assert!(before.events.iter().all(|event| event.verdict == Verdict::AsRecorded));

    let admin = app.user("program_admin");
    let mut body = json!({ "email": "olle@helper.example" });
    loop {
        let request = admin.request(reqwest::Method::POST, "/privacy/erase").json(&body);
        let page = admin.send(request).await.expect(200);
        if page["next"].is_null() {
            break;
        }
        body["cursor"] = page["next"].clone();
    }
    let receipt = app.member().get(&path).await.expect(200);
    assert!(!receipt.to_string().contains("olle@helper.example"), "{receipt}");
    let report = check(&receipt, None).unwrap();
    assert!(report.is_good(), "{report}");
    let erased: Vec<_> =
        report.events.iter().filter(|event| event.verdict == Verdict::PartlyErased).collect();
    assert_eq!(erased.len(), 1);
    assert_eq!(erased[0].kind, "question_asked");
}

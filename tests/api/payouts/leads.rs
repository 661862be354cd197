//! Leads without sales support that a run pays: their status stays where it is.

use guildhall_domain::ids::LeadId;
use guildhall_domain::referral::{Plan, ReferralId};
use guildhall_store::Recorded;
use reqwest::Method;
use serde_json::{Value, json};

use super::{PAY_DAY, PERIOD, WITHIN, paid, payouts, run, run_of, says_where, usd};
use crate::support::{App, LeadKind, NORRSKEN};

/// What such a lead earns by the terms in force.
const BONUS: i64 = 50_000;

fn kinds(lead: &Value) -> Vec<&str> {
    lead["timeline"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect()
}

impl App {
    /// The platform tells that the merchant of a lead has paid.
    async fn merchant_of_pays(&self, lead: &str) -> Recorded {
        let id: LeadId = lead.parse().unwrap();
        self.tell(
            NORRSKEN,
            &format!("pos-{}", id.key()),
            &ReferralId::of_lead(&id),
            paid(Plan::PosPro, 89_00),
        )
        .await
    }
}

#[tokio::test]
async fn a_pos_lead_without_support_is_paid_by_the_run_and_stays_submitted() {
    let app = App::start().await;
    app.clock_at(WITHIN);
    says_where(&app).await;
    let id = app.lead(LeadKind::PosAlone).await;
    assert!(matches!(app.merchant_of_pays(&id).await, Recorded::Waiting(_)));
    let late = app.lead(LeadKind::PosAlone).await;
    assert_eq!(payouts(&app).await["accounts"], json!([]), "nothing is earned before the run");

    app.clock_at(PAY_DAY);
    // The merchant of this one paid after the period.
    app.merchant_of_pays(&late).await;
    let preview = app.admin().get(&run_of(PERIOD)).await.expect(200);
    assert_eq!((&preview["leads"], &preview["items"][0]["leads"]), (&json!(1), &json!(1)));
    assert_eq!(
        (&preview["items"][0]["amount"], &preview["items"][0]["state"]),
        (&usd(BONUS), &json!("to_pay"))
    );
    let report = run(&app, PERIOD).await;
    assert_eq!((&report["leads"], &report["run"]["totals"]), (&json!(0), &json!([usd(BONUS)])));

    let lead = app.owner().lead(&id).await.expect(200);
    assert_eq!((&lead["status"], &lead["outcome"]), (&json!("submitted"), &json!("paid")));
    assert_eq!(kinds(&lead).last(), Some(&"payout_issued"));
    assert_eq!(lead["timeline"].as_array().unwrap().last().unwrap()["by"]["role"], "system");
    let history = app.owner().get("/referrals").await.expect(200);
    assert_eq!((&history["total"], &history["items"][0]["lead_id"]), (&json!(1), &json!(id)));
    assert_eq!(history["items"][0]["state"], "paid");
    let settled = payouts(&app).await;
    assert_eq!(
        (&settled["items"][0]["state"], &settled["items"][0]["amount"]),
        (&json!("paid"), &usd(BONUS))
    );

    app.running.settle().await;
    let told = app
        .running
        .mailbox()
        .iter()
        .filter(|mail| mail.audience == "partner" && mail.subject.contains("payout"))
        .count();
    assert_eq!(told, 1, "the partner is told once");
    app.manager().act(&id, &json!({ "command": "start_work" })).await.expect(409);
    let other = app.owner().lead(&late).await.expect(200);
    assert_eq!((&other["outcome"], kinds(&other).contains(&"payout_issued")), (&json!("pending"), false));
}

#[tokio::test]
async fn a_pos_lead_that_was_found_ineligible_is_not_paid() {
    let app = App::start().await;
    app.clock_at(WITHIN);
    says_where(&app).await;
    let (refused, withdrawn) = (app.lead(LeadKind::PosAlone).await, app.lead(LeadKind::PosAlone).await);
    let ineligible = json!({ "command": "record_ineligible", "reason": "terms_not_met" });
    app.manager().act(&refused, &ineligible).await.expect(200);
    let supported = app.lead(LeadKind::PosWithSupport).await;
    for id in [&refused, &withdrawn, &supported] {
        app.merchant_of_pays(id).await;
    }
    let member = app.member();
    let version = member.lead(&withdrawn).await.version();
    let request = member.request(Method::POST, &format!("/leads/{withdrawn}/withdrawal"));
    let request =
        request.header("if-match", format!("\"{version}\"")).json(&json!({ "reason": "They waited" }));
    member.send(request).await.expect(200);

    app.clock_at(PAY_DAY);
    let report = run(&app, PERIOD).await;
    let lead = app.owner().lead(&refused).await.expect(200);
    assert_eq!((&lead["status"], &lead["outcome"]), (&json!("submitted"), &json!("not_eligible")));
    assert!(!kinds(&lead).contains(&"payout_issued"));
    let supported = app.owner().lead(&supported).await.expect(200);
    assert!(!kinds(&supported).contains(&"payout_issued"));
    assert_eq!(
        (&report["run"]["paid"], &report["run"]["held"], &report["total"]),
        (&json!(0), &json!(0), &json!(0))
    );
    assert_eq!(app.owner().get("/referrals").await.expect(200)["total"], 0, "no row in the history");
}

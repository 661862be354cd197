//! Who sees what an organisation earns and is paid: owners, and whom they granted it. To everybody else no answer names an
//! amount.

use guildhall_domain::money::{Currency, Money};
use guildhall_domain::policy::Fees;
use guildhall_domain::referral::{Happening, Merchant, Plan, PlatformEvent, ReferralId, Source};
use guildhall_store::PlatformEvents;
use rstest::rstest;
use serde_json::{Value, json};

use crate::members::{act, post};
use crate::support::{App, LeadKind, NORRSKEN, User};

/// A store that earned something, told by the platform.
async fn earned(app: &App) {
    let events = PlatformEvents::new(app.table());
    let fee = Money { minor: 39_900, currency: Currency::USD };
    let merchant = Merchant { name: "Kiruna Keramik".to_owned(), website: None, email: None };
    let plan = Plan::Advanced;
    let referred = Happening::Referred { source: Source::StoreCreated, merchant, plan: Some(plan) };
    let paid = Happening::MerchantPaid { plan, fees: Fees { base: fee, billed: fee } };
    for (id, happened) in [("told-1", referred), ("told-2", paid)] {
        let event = PlatformEvent {
            id: id.parse().unwrap(),
            occurred_at: "2026-03-02T10:00:00Z".parse().unwrap(),
            org: NORRSKEN.parse().unwrap(),
            record: ReferralId::named(&Source::StoreCreated, "kiruna").unwrap(),
            happened,
        };
        assert!(events.record(&event, "2026-03-02T10:00:00Z".parse().unwrap()).await.unwrap().is_applied());
    }
}

/// A POS lead without sales support whose payout was recorded.
async fn paid_lead(app: &App) -> String {
    let id = app.lead(LeadKind::PosAlone).await;
    let payout = json!({ "command": "record_payout", "amount": { "minor": 50_000, "currency": "USD" } });
    app.admin().act(&id, &payout).await.expect(200);
    id
}

/// Every `minor` of an answer, wherever it stands.
fn amounts(answer: &Value) -> usize {
    match answer {
        Value::Object(members) => {
            usize::from(members.contains_key("minor")) + members.values().map(amounts).sum::<usize>()
        }
        Value::Array(items) => items.iter().map(amounts).sum(),
        _ => 0,
    }
}

/// Everything that may name an amount.
const READ: [&str; 5] = [
    "/referrals",
    "/referrals/store:kiruna",
    "/referrals/summary",
    "/referrals?sort=merchant&limit=1",
    "/leads",
];

#[tokio::test]
async fn whoever_may_not_see_money_is_answered_without_any_amount() {
    let app = App::start().await;
    earned(&app).await;
    let lead = paid_lead(&app).await;
    let open = app.lead(LeadKind::PlusAlone).await;
    let leads = [format!("/leads/{lead}"), format!("/leads/{open}")];
    let (sees, does_not) = (app.user("partner_viewer"), app.viewer_without_money());
    for path in READ.into_iter().chain(leads.iter().map(String::as_str)) {
        let told = sees.get(path).await.expect(200).clone();
        let untold = does_not.get(path).await.expect(200).clone();
        assert_eq!(amounts(&untold), 0, "{path}: {untold}");
        assert!(amounts(&told) > 0 || path == "/leads", "{path}: {told}");
    }
    let item = does_not.get("/referrals?q=kiruna").await.expect(200)["items"][0].clone();
    assert_eq!(
        (&item["revenue"], &item["state"], &item["plan"]),
        (&Value::Null, &json!("scheduled"), &json!("advanced"))
    );
    let timeline = does_not.lead(&lead).await.expect(200)["timeline"].clone();
    let last = timeline.as_array().unwrap().last().unwrap();
    assert_eq!((&last["kind"], &last["amount"]), (&json!("payout_issued"), &Value::Null));

    for refused in ["/ledger", "/ledger.csv", "/referrals?sort=revenue", "/referrals.csv?sort=revenue"] {
        does_not.get(refused).await.problem(403, "forbidden");
        assert_eq!(sees.get(refused).await.status, 200, "{refused}");
    }
    let header = |text: &str| text.lines().next().unwrap().trim_start_matches('\u{feff}').to_owned();
    let file = does_not.get("/referrals.csv").await.text;
    assert_eq!(header(&file), "id,referred_at,merchant,source,lead_id,plan,state,terms");
    assert!(!file.contains("79.80") && !file.contains("USD"), "{file}");
    assert!(header(&sees.get("/referrals.csv").await.text).ends_with(",revenue,currency"));
}

#[tokio::test]
async fn what_a_member_may_do_is_answered_without_amounts_too() {
    let app = App::start().await;
    let lead = app.lead(LeadKind::PlusAlone).await;
    let member = app.with_claims("partner_member", &json!({ "guildhall_financials": "no" }));
    let asked = member.request_support(&lead).await;
    assert_eq!((amounts(&asked.expect(200)), &asked.expect(200)["estimate"]), (0, &Value::Null));
    let owner = app.with_claims("partner_owner", &json!({ "guildhall_financials": "no" }));
    assert_eq!(owner.lead(&lead).await.expect(200)["estimate"]["rhythm"], "monthly", "owners always see it");
}

#[rstest]
#[case("rep", false)]
#[case("sales_manager", true)]
#[case("program_admin", true)]
#[tokio::test]
async fn the_platforms_people_see_what_was_paid_and_estimates_by_their_role(
    #[case] role: &str,
    #[case] sees_estimates: bool,
) {
    let app = App::start().await;
    let (paid, open) = (paid_lead(&app).await, app.lead(LeadKind::PlusAlone).await);
    let user = if role == "rep" { app.rep("rep-astrid") } else { app.user(role) };
    let timeline = user.lead(&paid).await.expect(200)["timeline"].clone();
    let last = timeline.as_array().unwrap().last().unwrap();
    assert_eq!(last["amount"], json!({ "minor": 50_000, "currency": "USD" }));
    assert_eq!(user.lead(&open).await.expect(200)["estimate"].is_null(), !sees_estimates);
    for path in ["/referrals", "/referrals/summary", "/referrals/store:kiruna", "/ledger", "/ledger.csv"] {
        user.get(path).await.problem(403, "forbidden");
    }
}

/// The member of a list who has this role.
async fn entry_of(owner: &User<'_>, id: &str) -> Value {
    let list = owner.get("/organisation/members").await.expect(200).clone();
    list["members"].as_array().unwrap().iter().find(|member| member["id"] == id).unwrap().clone()
}

#[tokio::test]
async fn owners_grant_and_deny_it_and_the_audit_log_keeps_that() {
    let app = App::start().await;
    let owner = app.signed_in("norrsken-owner").await;
    let viewer = entry_of(&owner, "norrsken-viewer").await;
    assert_eq!((&viewer["role"], &viewer["financials"]), (&json!("partner_viewer"), &json!(false)));
    assert_eq!(entry_of(&owner, "norrsken-owner").await["financials"], true);
    let ledger = async || app.signed_in("norrsken-viewer").await.get("/ledger").await.status;
    assert_eq!(ledger().await, 403);
    let path = "/organisation/members/norrsken-viewer";
    let put = async |seen, body: Value| owner.put(path, seen, &body).await;
    let granted = put(1, json!({ "role": "partner_viewer", "financials": true })).await;
    assert_eq!(
        (&granted.expect(200)["financials"], &granted.expect(200)["version"]),
        (&json!(true), &json!(2))
    );
    assert_eq!(ledger().await, 200, "from the next token on");
    let moved = put(2, json!({ "role": "partner_member" })).await;
    assert_eq!(moved.expect(200)["financials"], true, "what is not said stays");
    let denied = put(3, json!({ "role": "partner_member", "financials": false })).await;
    assert_eq!(denied.expect(200)["financials"], false);
    assert_eq!(ledger().await, 403);
    put(4, json!({ "role": "partner_member", "financials": "no" })).await.problem(422, "invalid_fields");

    app.running.settle().await;
    let log = app.admin().get("/audit?sort=at&direction=asc").await.expect(200).clone();
    let items: Vec<_> = log["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["subject"]["id"] == "norrsken-viewer")
        .collect();
    let acts: Vec<_> = items.iter().map(|item| item["act"].as_str().unwrap()).collect();
    assert_eq!(acts, ["financials_granted", "member_role_changed", "financials_denied"]);
    assert_eq!(items[0]["detail"], json!({ "kind": "role", "to": "partner_viewer", "financials": true }));
    assert_eq!(items[2]["detail"]["financials"], false);
}

#[tokio::test]
async fn an_invitation_says_whether_somebody_is_to_see_it() {
    let app = App::start().await;
    let owner = app.signed_in("norrsken-owner").await;
    let invite = async |email: &str, body: Value| {
        let mut body = body;
        body["email"] = json!(email);
        let entry = post(&owner, "/organisation/invitations", &body).await.expect(201).clone();
        let (user, tokens) = app.somebody("Nils", email).await;
        act(&user, &format!("/invitations/{}/accept", entry["id"].as_str().unwrap())).await.expect(200);
        let status = app.renewed(&tokens).await.get("/ledger").await.status;
        (entry["financials"].as_bool().unwrap(), status)
    };
    let viewer = |financials: Value| json!({ "role": "partner_viewer", "financials": financials });
    assert_eq!(invite("nils@norrsken.example", viewer(json!(true))).await, (true, 200));
    assert_eq!(invite("per@norrsken.example", viewer(json!(false))).await, (false, 403));
    assert_eq!(invite("eva@norrsken.example", json!({ "role": "partner_member" })).await, (false, 403));
    assert_eq!(invite("ida@norrsken.example", json!({ "role": "partner_owner" })).await, (true, 200));
    let staff = json!({ "role": "rep", "email": "rep@guildhall.example", "financials": true });
    let refused = post(&app.admin(), "/staff/invitations", &staff).await;
    refused.problem(422, "invalid_fields");
}

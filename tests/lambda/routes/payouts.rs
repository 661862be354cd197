//! Payouts, where they go, and the runs that pay them.

use guildhall_domain::money::{Currency, Money};
use guildhall_domain::payout::Period;
use guildhall_domain::policy::Fees;
use guildhall_domain::referral::{Happening, Merchant, Plan, PlatformEvent, Source};
use guildhall_store::PlatformEvents;
use serde_json::{Value, json};

use crate::api::{NORRSKEN, SAIGONWEB, now};
use crate::support::Cases;

const LIST: &str = "GET /api/v1/payouts";
const DETAILS: &str = "GET /api/v1/payouts/details";
const SAVE_DETAILS: &str = "PUT /api/v1/payouts/details";
const RUNS: &str = "GET /api/v1/payout-runs";
const SHOW: &str = "GET /api/v1/payout-runs/{period}";
const RUN: &str = "POST /api/v1/payout-runs/{period}";
const REPORT: &str = "GET /api/v1/payout-runs/{period}/report.csv";

pub(super) const ROUTES: &[&str] = &[LIST, DETAILS, SAVE_DETAILS, RUNS, SHOW, RUN, REPORT];

pub(super) async fn run(cases: &Cases) {
    let due = Period::due_at(now());
    earn(cases, due).await;
    details(cases).await;
    runs(cases, due).await;
    let app = &cases.app;
    let list = cases.route(LIST, &[], app.owner()).wrong_query("sort=amount").await;
    let list = list.not_for(&[app.manager(), app.admin(), app.user("merchant")], 403, "forbidden").await;
    let list = list.answers(200).await.json();
    assert_eq!(
        (&list["items"][0]["state"], &list["items"][0]["amount"]["minor"]),
        (&json!("paid"), &json!(40_00))
    );
    let theirs = app.partner(SAIGONWEB, "partner_owner").get("/payouts").await.expect(200);
    assert_eq!(theirs["total"], 0, "another organisation's are its own");
}

/// A merchant of the organisation pays within a period.
async fn earn(cases: &Cases, period: Period) {
    let events = PlatformEvents::new(cases.app.table());
    let money = Money { minor: 20_000, currency: Currency::USD };
    let merchant = Merchant { name: "Kiruna Keramik".to_owned(), website: None, email: None };
    let made = Happening::Referred { source: Source::StoreCreated, merchant, plan: None };
    let paid = Happening::MerchantPaid { plan: Plan::Advanced, fees: Fees { base: money, billed: money } };
    for (id, happened) in [("made", made), ("paid", paid)] {
        let event = PlatformEvent {
            id: id.parse().expect("an id"),
            occurred_at: period.start(),
            org: NORRSKEN.parse().expect("an id"),
            record: "store:kiruna".parse().expect("an id"),
            happened,
        };
        let recorded = events.record(&event, period.start()).await.expect("the event is recorded");
        assert!(recorded.is_applied(), "{recorded:?}");
    }
}

async fn details(cases: &Cases) {
    let app = &cases.app;
    let body = json!({ "payee": "Norrsken", "country": "SE", "account": "SE45 5000 0000 0583 9825 7466" });
    app.owner().put("/payouts/details", 0, &body).await.expect(200);
    let saved = cases.route(SAVE_DETAILS, &[], app.owner()).seen(1).body(body);
    let saved = saved.not_for(&[app.user("merchant"), app.manager(), app.admin()], 403, "forbidden").await;
    let standing = json!({ "guildhall_org_standing": "suspended", "guildhall_org": NORRSKEN });
    let suspended = app.with_claims("partner_owner", &standing);
    let saved = saved.not_for(&[suspended], 403, "organisation_suspended").await;
    saved.wrong("account", json!("12_34"), "account_invalid").await.answers(200).await;
    let read = cases.route(DETAILS, &[], app.owner());
    let read =
        read.not_for(&[app.user("merchant"), app.manager()], 403, "forbidden").await.answers(200).await;
    assert_eq!((&read.json()["account_ending"], read.etag.as_deref()), (&json!("7466"), Some("\"2\"")));
}

async fn runs(cases: &Cases, due: Period) {
    let app = &cases.app;
    let period = due.to_string();
    let others = || [app.owner(), app.manager(), app.rep("rep-astrid"), app.user("merchant")];
    let list = cases.route(RUNS, &[], app.admin()).wrong_query("sort=amount").await;
    let list = list.not_for(&others(), 403, "forbidden").await.answers(200).await.json();
    let items = list["items"].as_array().expect("the periods");
    let stage =
        |period: &str| items.iter().find(|one| one["period"] == *period).map(|one| one["stage"].clone());
    assert_eq!(stage(&period), Some(json!("due")), "{list}");

    let show = cases.route(SHOW, &[&period], app.admin()).wrong_query("state=lost").await;
    let show = show.not_there("/payout-runs/2999-01-1").await.not_for(&others(), 403, "forbidden").await;
    assert_eq!(show.answers(200).await.json()["items"][0]["state"], "to_pay");

    let begun = cases.route(RUN, &[&period], app.admin()).not_for(&others(), 403, "forbidden").await;
    let mut progress: Value = begun.answers(200).await.json();
    for _ in 0..10 {
        if progress["is_finished"] == true {
            break;
        }
        let request = app.admin();
        let request = request.request(reqwest::Method::POST, &format!("/payout-runs/{period}"));
        progress = app.admin().send(request).await.expect(200);
    }
    assert_eq!((&progress["is_finished"], &progress["done"]), (&json!(true), &json!(1)));
    let report = cases.route(REPORT, &[&period], app.admin()).wrong_query("bom=maybe").await;
    let report = report.not_for(&others(), 403, "forbidden").await.answers(200).await;
    assert!(report.text.contains("SE4550000000058398257466"), "{}", report.text);
}

//! Whether a merchant is known, what came of referrals, and the log of privileged acts.

use serde_json::json;

use crate::api::{LeadKind, SAIGONWEB, plus};
use crate::support::Cases;

const DUPLICATES: &str = "POST /api/v1/leads/duplicates";
const CLEARANCE: &str = "POST /api/v1/leads/clearance";
const CUSTOMERS: &str = "PUT /api/v1/customers";
const REFERRALS: &str = "GET /api/v1/referrals";
const REFERRALS_CSV: &str = "GET /api/v1/referrals.csv";
const SUMMARY: &str = "GET /api/v1/referrals/summary";
const REFERRAL: &str = "GET /api/v1/referrals/{referral_id}";
const LEDGER: &str = "GET /api/v1/ledger";
const LEDGER_CSV: &str = "GET /api/v1/ledger.csv";
const AUDIT: &str = "GET /api/v1/audit";
const AUDIT_CSV: &str = "GET /api/v1/audit.csv";

pub(super) const ROUTES: &[&str] = &[
    DUPLICATES,
    CLEARANCE,
    CUSTOMERS,
    REFERRALS,
    REFERRALS_CSV,
    SUMMARY,
    REFERRAL,
    LEDGER,
    LEDGER_CSV,
    AUDIT,
    AUDIT_CSV,
];

pub(super) async fn run(cases: &Cases) {
    ask(cases).await;
    earn(cases).await;
    count(cases).await;
    look_back(cases).await;
}

async fn ask(cases: &Cases) {
    let app = &cases.app;
    let customers = cases.route(CUSTOMERS, &[], app.admin()).body(json!({ "domains": ["customer.com"] }));
    let customers = customers.not_for(&[app.owner(), app.manager()], 403, "forbidden").await;
    customers.wrong("domains", json!([]), "required").await.answers(204).await;

    let mine = app.lead(LeadKind::PlusWithSupport).await;
    let look = json!({ "product": "plus", "website": "shop.acme.com" });
    let look = cases.route(DUPLICATES, &[], app.member()).body(look);
    let look = look.not_for(&[app.user("partner_viewer"), app.manager()], 403, "forbidden").await;
    let look = look.wrong("product", json!("hats"), "choice_unknown").await.answers(200).await.json();
    assert_eq!((&look["own"][0]["id"], &look["known"]), (&json!(mine), &json!(false)));

    // What one function hides with the secret, the other finds with it.
    let check = cases.route(CLEARANCE, &[], app.member()).body(json!({ "merchant": "www.customer.com" }));
    let check = check.not_for(&[app.user("partner_viewer"), app.admin()], 403, "forbidden").await;
    let check = check.wrong("merchant", json!("co.uk"), "website_invalid").await.answers(200).await.json();
    assert_eq!(check, json!({ "answer": "ask" }));
    let elsewhere = app.partner(SAIGONWEB, "partner_owner");
    let foreign = elsewhere.post("/leads/clearance", &json!({ "merchant": "acme.com" })).await.expect(200);
    assert_eq!(foreign, json!({ "answer": "ask" }), "a customer and another's lead look alike");
}

async fn earn(cases: &Cases) {
    let app = &cases.app;
    let mut form = plus("none");
    form["website"] = json!("https://other.example");
    let lead = app.lead_from(&app.member(), form).await;
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    app.manager().act(&lead, &award).await.expect(200);
    let history = cases.route(REFERRALS, &[], app.member()).wrong_query("limit=0").await;
    let history = history.not_for(&[app.user("merchant"), app.manager()], 403, "forbidden").await;
    let history = history.answers(200).await.json();
    assert_eq!(history["items"][0]["lead_id"], json!(lead), "{history}");
    let elsewhere = app.partner(SAIGONWEB, "partner_owner").get("/referrals").await.expect(200);
    assert_eq!(elsewhere["total"], 0);
}

/// What a POS lead with sales support earned when it was awarded, on every way to look at it.
async fn count(cases: &Cases) {
    let app = &cases.app;
    let lead = app.lead(LeadKind::PosWithSupport).await;
    app.manager().act(&lead, &json!({ "command": "start_work" })).await.expect(200);
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    app.manager().act(&lead, &award).await.expect(200);
    let id = format!("lead:{}", lead.rsplit_once('.').unwrap().1);
    let outsiders = || [app.user("merchant"), app.manager(), app.admin()];

    let referral = cases.route(REFERRAL, &[&id], app.owner()).not_for(&outsiders(), 403, "forbidden").await;
    let referral = referral.not_for(&[app.partner(SAIGONWEB, "partner_owner")], 404, "not_found").await;
    let referral = referral.not_there("/referrals/store:nobody").await.answers(200).await.json();
    let bonus = json!({ "minor": 25_000, "currency": "USD" });
    assert_eq!(referral["ledger"]["newest"][0]["amount"], bonus, "{referral}");
    let summary = cases.route(SUMMARY, &[], app.owner()).wrong_query("from=yesterday").await;
    let summary = summary.not_for(&outsiders(), 403, "forbidden").await.answers(200).await.json();
    assert_eq!((&summary["total"], &summary["revenue"]["all"]), (&json!(2), &json!([bonus])));
    let csv = cases.route(REFERRALS_CSV, &[], app.owner()).wrong_query("bom=perhaps").await;
    let csv = csv.not_for(&outsiders(), 403, "forbidden").await.answers(200).await;
    assert!(csv.text.contains(",250.00,USD"), "{}", csv.text);

    let poor = || [app.viewer_without_money(), app.user("merchant"), app.manager()];
    let ledger = cases.route(LEDGER, &[], app.owner()).wrong_query("currency=XXX").await;
    let ledger = ledger.not_for(&poor(), 403, "forbidden").await.answers(200).await.json();
    assert_eq!((&ledger["total"], &ledger["totals"]), (&json!(1), &json!([bonus])));
    let csv = cases.route(LEDGER_CSV, &[], app.owner()).wrong_query("period=2026-13-1").await;
    let csv = csv.not_for(&poor(), 403, "forbidden").await.answers(200).await;
    assert!(csv.text.contains(",bonus,awarded,250.00,USD,no,"), "{}", csv.text);
}

async fn look_back(cases: &Cases) {
    let app = &cases.app;
    app.running.settle().await;
    let log = cases.route(AUDIT, &[], app.admin()).wrong_query("limit=1000").await;
    let log = log.not_for(&[app.owner(), app.manager(), app.rep("rep-astrid")], 403, "forbidden").await;
    let log = log.answers(200).await.json();
    let acts: Vec<_> =
        log["items"].as_array().unwrap().iter().map(|entry| entry["act"].as_str().unwrap()).collect();
    for act in ["clearance_checked", "awarded"] {
        assert!(acts.contains(&act), "{act} in {acts:?}");
    }
    let csv = cases.route(AUDIT_CSV, &[], app.admin()).wrong_query("sort=weather").await;
    let csv = csv.not_for(&[app.owner(), app.manager()], 403, "forbidden").await.answers(200).await;
    assert_eq!(csv.content_type, "text/csv; charset=utf-8");
    assert!(csv.text.contains("clearance_checked"), "{}", csv.text);
}

//! Tokens, and what programs do with them.

use std::time::Duration;

use guildhall_domain::inquiry::spam::FASTEST_SECONDS;
use serde_json::{Value, json};

use crate::api::{NORRSKEN, SAIGONWEB, User, inquiry, plus};
use crate::support::Cases;

const TOKENS: &str = "GET /api/v1/organisation/tokens";
const CREATE: &str = "POST /api/v1/organisation/tokens";
const REVOKE: &str = "POST /api/v1/organisation/tokens/{token_id}/revoke";
const LIST: &str = "GET /api/v1/partner/leads";
const CSV: &str = "GET /api/v1/partner/leads.csv";
const DETAILS: &str = "GET /api/v1/partner/leads/{lead_id}";
const SUBMIT: &str = "POST /api/v1/partner/leads";
const CONTACT: &str = "POST /api/v1/partner/leads/{lead_id}/contact";
const INFORM: &str = "POST /api/v1/partner/leads/{lead_id}/information";
const WITHDRAW: &str = "POST /api/v1/partner/leads/{lead_id}/withdrawal";
const IMPORT: &str = "POST /api/v1/partner/leads/import";
const CORRECT: &str = "POST /api/v1/partner/leads/{lead_id}/correction";
const REFERRALS: &str = "GET /api/v1/partner/referrals";
const REFERRALS_CSV: &str = "GET /api/v1/partner/referrals.csv";
const SUMMARY: &str = "GET /api/v1/partner/referrals/summary";
const REFERRAL: &str = "GET /api/v1/partner/referrals/{referral_id}";
const LEDGER: &str = "GET /api/v1/partner/ledger";
const LEDGER_CSV: &str = "GET /api/v1/partner/ledger.csv";
const PAYOUTS: &str = "GET /api/v1/partner/payouts";
const INQUIRIES: &str = "GET /api/v1/partner/inquiries";
const INQUIRIES_CSV: &str = "GET /api/v1/partner/inquiries.csv";
const INQUIRY: &str = "GET /api/v1/partner/inquiries/{inquiry_id}";

pub(super) const ROUTES: &[&str] = &[
    TOKENS,
    CREATE,
    REVOKE,
    LIST,
    CSV,
    DETAILS,
    SUBMIT,
    CONTACT,
    INFORM,
    WITHDRAW,
    IMPORT,
    CORRECT,
    REFERRALS,
    REFERRALS_CSV,
    SUMMARY,
    REFERRAL,
    LEDGER,
    LEDGER_CSV,
    PAYOUTS,
    INQUIRIES,
    INQUIRIES_CSV,
    INQUIRY,
];

pub(super) async fn run(cases: &Cases) {
    keep(cases).await;
    let id = submit(cases).await;
    read(cases, &id).await;
    let_go(cases).await;
    respond(cases, &id).await;
    import(cases).await;
    let_go(cases).await;
    look_at_money(cases).await;
    look_at_inquiries(cases).await;
}

/// Revokes whatever was made, since there are places for so many only.
async fn let_go(cases: &Cases) {
    let owner = cases.app.owner();
    let list = owner.get("/organisation/tokens").await.expect(200);
    for token in list["tokens"].as_array().unwrap() {
        let path = format!("/organisation/tokens/{}/revoke", token["id"].as_str().unwrap());
        assert_eq!(owner.send(owner.request(reqwest::Method::POST, &path)).await.status, 204);
    }
}

/// What a program of an organisation presents.
async fn made(cases: &Cases, org: &str, scopes: &[&str]) -> Value {
    let owner = cases.app.partner(org, "partner_owner");
    let body = json!({ "name": "CRM", "scopes": scopes });
    owner.post("/organisation/tokens", &body).await.expect(201)
}

pub(super) async fn program<'a>(cases: &'a Cases, org: &str, scopes: &[&str]) -> User<'a> {
    cases.app.bearer(made(cases, org, scopes).await["secret"].as_str().unwrap())
}

async fn keep(cases: &Cases) {
    let app = &cases.app;
    let others = || [app.member(), app.user("partner_viewer"), app.manager(), app.user("merchant")];
    let body = json!({ "name": "CRM", "scopes": ["leads:read"], "expires_on": "2099-12-31" });
    let made = cases.route(CREATE, &[], app.owner()).body(body);
    let made = made.not_for(&others(), 403, "forbidden").await;
    let made = made.wrong("expires_on", json!("2001-01-01"), "date_invalid").await;
    let made = made.wrong("scopes", json!(["everything"]), "choice_unknown").await.answers(201).await.json();
    let id = made["token"]["id"].as_str().unwrap();
    let program = app.bearer(made["secret"].as_str().unwrap());
    program.get("/partner/leads").await.expect(200);

    let list = cases.route(TOKENS, &[], app.owner()).not_for(&others(), 403, "forbidden").await;
    let list = list.answers(200).await.json();
    assert!(list["tokens"][0]["used_at"].is_string(), "{list}");

    let revoked = cases.route(REVOKE, &[id], app.owner()).not_for(&others(), 403, "forbidden").await;
    let revoked = revoked.not_for(&[app.partner(SAIGONWEB, "partner_owner")], 404, "not_found").await;
    let nothing = format!("/organisation/tokens/{NORRSKEN}.{}/revoke", "0".repeat(32));
    revoked.not_there(&nothing).await.answers(204).await;
    assert_eq!(program.get("/partner/leads").await.status, 403, "it is revoked");
}

async fn submit(cases: &Cases) -> String {
    let reader = program(cases, NORRSKEN, &["leads:read"]).await;
    let writer = program(cases, NORRSKEN, &["leads:write"]).await;
    let submit = cases.route(SUBMIT, &[], writer).keyed().body(plus("requested"));
    let submit = submit.not_for(&[reader], 403, "scope_missing").await;
    let reply = submit.wrong("country", json!("Sweden"), "country_unknown").await.answers(201).await;
    let id = reply.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(reply.location.as_deref(), Some(format!("/api/v1/partner/leads/{id}").as_str()));
    id
}

async fn read(cases: &Cases, id: &str) {
    let reader = async || program(cases, NORRSKEN, &["leads:read"]).await;
    let writer = program(cases, NORRSKEN, &["leads:write"]).await;
    let list = cases.route(LIST, &[], reader().await).wrong_query("limit=1000").await;
    let list = list.not_for(&[writer], 403, "scope_missing").await.answers(200).await.json();
    assert_eq!((&list["total"], &list["items"][0]["id"]), (&json!(1), &json!(id)));
    let csv = cases.route(CSV, &[], reader().await).wrong_query("sort=weather").await.answers(200).await;
    assert!(csv.text.contains("Acme AB"), "{}", csv.text);

    let missing = format!("/partner/leads/{NORRSKEN}.{}", "0".repeat(32));
    let stranger = program(cases, SAIGONWEB, &["leads:read", "leads:write"]).await;
    let details = cases.route(DETAILS, &[id], reader().await).not_there(&missing).await;
    let details = details.not_for(&[stranger], 404, "not_found").await.answers(200).await.json();
    assert_eq!(details["timeline"][0]["by"]["name"], "CRM");
}

async fn respond(cases: &Cases, id: &str) {
    let app = &cases.app;
    let writer = async || program(cases, NORRSKEN, &["leads:write"]).await;
    let stranger = program(cases, SAIGONWEB, &["leads:write"]).await;
    let reader = program(cases, NORRSKEN, &["leads:read"]).await;
    let ask = json!({ "kind": "question", "message": "When do you call them?" });
    let asked = cases.route(CONTACT, &[id], writer().await).keyed().body(ask);
    let asked = asked.not_for(&[stranger], 404, "not_found").await;
    asked.not_for(&[reader], 403, "scope_missing").await.answers(200).await;

    let version = app.manager().lead(id).await.version();
    let ask = json!({ "command": "request_information", "fields": ["phone"], "message": "Whom do I call?" });
    app.rep("rep-astrid").command(id, version, &ask).await.expect(200);
    let answer = json!({ "values": { "phone": "+46 8 555 01 77" }, "note": "After lunch" });
    let told = cases.route(INFORM, &[id], writer().await).seen(version + 1).body(answer);
    let told = told.wrong("values", json!({ "phone": "call me" }), "phone_invalid").await;
    assert_eq!(told.answers(200).await.json()["form"]["phone"], "+46 8 555 01 77");

    let correction = json!({ "values": { "company": "Acme Nordic AB" }, "note": "Its new name" });
    let told = cases.route(CORRECT, &[id], writer().await).seen(version + 2).body(correction);
    let told = told.wrong("values", json!({ "consent": false }), "not_asked").await;
    assert_eq!(told.answers(200).await.json()["form"]["company"], "Acme Nordic AB");

    let reason = json!({ "reason": "The owner changed her mind" });
    let left = cases.route(WITHDRAW, &[id], writer().await).seen(version + 3).body(reason);
    assert_eq!(
        left.wrong("reason", json!(" "), "required").await.answers(200).await.json()["hold"],
        "withdrawn"
    );
}

async fn import(cases: &Cases) {
    let mut values = plus("requested");
    values["reference"] = json!("A-1");
    values["company"] = json!("Imported AB");
    let body = json!({ "dry_run": false, "rows": [{ "line": 2, "values": values }] });
    let writer = program(cases, NORRSKEN, &["leads:write"]).await;
    let reader = program(cases, NORRSKEN, &["leads:read"]).await;
    let imported = cases.route(IMPORT, &[], writer).body(body).not_for(&[reader], 403, "scope_missing").await;
    let imported = imported.wrong("rows", json!([]), "required").await.answers(200).await.json();
    assert_eq!(imported["rows"][0]["outcome"], "created", "{imported}");
}

async fn look_at_money(cases: &Cases) {
    let app = &cases.app;
    let mut form = plus("none");
    form["website"] = json!("https://other.example");
    let lead = app.lead_from(&app.member(), form).await;
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    app.manager().act(&lead, &award).await.expect(200);

    let plain = async || program(cases, NORRSKEN, &["referrals:read"]).await;
    let money = async || program(cases, NORRSKEN, &["referrals:read", "financials:read"]).await;
    let history = cases.route(REFERRALS, &[], plain().await).wrong_query("limit=0").await;
    let writer = program(cases, NORRSKEN, &["leads:write"]).await;
    let history = history.not_for(&[writer], 403, "scope_missing").await.answers(200).await.json();
    assert_eq!(history["items"][0]["revenue"], Value::Null, "amounts take a scope of their own");
    let id = history["items"][0]["id"].as_str().unwrap();
    let stranger = program(cases, SAIGONWEB, &["referrals:read"]).await;
    let details = cases.route(REFERRAL, &[id], money().await).not_for(&[stranger], 404, "not_found").await;
    assert_eq!(details.answers(200).await.json()["lead_id"], json!(lead));
    cases.route(REFERRALS_CSV, &[], money().await).wrong_query("sort=weather").await.answers(200).await;
    cases.route(SUMMARY, &[], money().await).wrong_query("from=yesterday").await.answers(200).await;

    for route in [LEDGER, LEDGER_CSV, PAYOUTS] {
        let asked = cases.route(route, &[], money().await).wrong_query("sort=weather").await;
        asked.not_for(&[plain().await], 403, "scope_missing").await.answers(200).await;
    }
}

async fn look_at_inquiries(cases: &Cases) {
    let app = &cases.app;
    let reader = async || program(cases, NORRSKEN, &["inquiries:read"]).await;
    let writer = async || program(cases, NORRSKEN, &["leads:write"]).await;
    app.publish(NORRSKEN, &crate::api::partner_form("tallbacken")).await;
    let token = app.anonymous().open_form("tallbacken").await;
    tokio::time::sleep(Duration::from_secs(FASTEST_SECONDS.unsigned_abs()) + Duration::from_millis(50)).await;
    let id = app.merchant("tom").ask("tallbacken", &token).await;
    let list = cases.route(INQUIRIES, &[], reader().await).wrong_query("limit=1000").await;
    let list = list.not_for(&[writer().await], 403, "scope_missing").await.answers(200).await.json();
    assert_eq!(list["items"][0]["id"], json!(id));
    let csv = cases.route(INQUIRIES_CSV, &[], reader().await).wrong_query("sort=weather").await;
    assert!(csv.answers(200).await.text.contains("Ashworth Outdoor Ltd"));
    let stranger = program(cases, SAIGONWEB, &["inquiries:read"]).await;
    let details = cases.route(INQUIRY, &[&id], reader().await).not_for(&[stranger], 404, "not_found").await;
    assert_eq!(details.answers(200).await.json()["form"]["goal"], inquiry()["goal"]);
}

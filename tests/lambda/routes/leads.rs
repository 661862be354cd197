//! Leads.

use serde_json::json;

use crate::api::{LeadKind, NORRSKEN, SAIGONWEB, plus};
use crate::support::Cases;

const SUBMIT: &str = "POST /api/v1/leads";
const LIST: &str = "GET /api/v1/leads";
const CSV: &str = "GET /api/v1/leads.csv";
const DETAILS: &str = "GET /api/v1/leads/{lead_id}";
const SIMILAR: &str = "GET /api/v1/leads/{lead_id}/similar";
const REPRESENTATIVES: &str = "GET /api/v1/representatives";
const MOVE: &str = "POST /api/v1/leads/{lead_id}/status";
const ASSIGN: &str = "POST /api/v1/leads/assign";
const CONTACT: &str = "POST /api/v1/leads/{lead_id}/contact";
const INFORM: &str = "POST /api/v1/leads/{lead_id}/information";
const CORRECT: &str = "POST /api/v1/leads/{lead_id}/correction";
const IMPORT: &str = "POST /api/v1/leads/import";
const WITHDRAW: &str = "POST /api/v1/leads/{lead_id}/withdrawal";
const PLAN: &str = "PUT /api/v1/leads/{lead_id}/plan";

pub(super) const ROUTES: &[&str] = &[
    SUBMIT,
    LIST,
    CSV,
    DETAILS,
    SIMILAR,
    REPRESENTATIVES,
    MOVE,
    ASSIGN,
    CONTACT,
    INFORM,
    CORRECT,
    IMPORT,
    WITHDRAW,
    PLAN,
];

pub(super) async fn run(cases: &Cases) {
    // Before any function reads the roster, which is believed for a moment.
    cases.app.joins("rep-bo", "Bo Ek", true).await;
    let id = submit(cases).await;
    read(cases, &id).await;
    talk(cases, &id).await;
    go_on(cases, &id).await;
    give_away(cases).await;
    import(cases).await;
}

async fn submit(cases: &Cases) -> String {
    let app = &cases.app;
    let reply = cases
        .route(SUBMIT, &[], app.member())
        .keyed()
        .body(plus("requested"))
        .not_for(&[app.user("partner_viewer"), app.user("merchant"), app.manager()], 403, "forbidden")
        .await
        .wrong("contact_email", json!("nobody"), "email_invalid")
        .await
        .wrong("country", json!("Sweden"), "country_unknown")
        .await
        .answers(201)
        .await;
    let id = reply.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(reply.location.as_deref(), Some(format!("/api/v1/leads/{id}").as_str()));
    id
}

async fn read(cases: &Cases, id: &str) {
    let app = &cases.app;
    let stranger = || app.partner(SAIGONWEB, "partner_owner");
    let list = cases.route(LIST, &[], app.member()).wrong_query("limit=1000").await;
    let list = list.not_for(&[app.user("merchant")], 403, "forbidden").await.answers(200).await.json();
    assert_eq!((&list["total"], &list["items"][0]["id"]), (&json!(1), &json!(id)));
    assert_eq!(stranger().ids("").await, Vec::<String>::new());

    let csv = cases.route(CSV, &[], app.member()).query("product=plus").wrong_query("sort=weather").await;
    let csv = csv.answers(200).await;
    assert_eq!(csv.content_type, "text/csv; charset=utf-8");
    assert!(csv.text.contains("Acme AB") && csv.text.ends_with("rows,1\r\n"), "{}", csv.text);

    let missing = format!("/leads/{NORRSKEN}.{}", "0".repeat(32));
    let details = cases.route(DETAILS, &[id], app.member()).not_there(&missing).await;
    let details = details.not_for(&[stranger(), app.user("merchant")], 404, "not_found").await;
    assert_eq!(details.answers(200).await.json()["form"], plus("requested"));

    let similar = cases.route(SIMILAR, &[id], app.manager()).not_there(&format!("{missing}/similar")).await;
    let similar = similar.not_for(&[app.member()], 403, "forbidden").await;
    assert_eq!(similar.not_for(&[stranger()], 404, "not_found").await.answers(200).await.json()["total"], 0);

    let team =
        cases.route(REPRESENTATIVES, &[], app.manager()).not_for(&[app.member()], 403, "forbidden").await;
    let team = team.answers(200).await.json();
    let ids: Vec<_> = team["items"].as_array().unwrap().iter().map(|person| &person["id"]).collect();
    assert!(ids.len() == 4 && ids.contains(&&json!("rep-bo")), "{ids:?}");
}

async fn talk(cases: &Cases, id: &str) {
    let app = &cases.app;
    let strangers = || [app.partner(SAIGONWEB, "partner_owner"), app.rep("rep-chau"), app.user("merchant")];
    let ask = json!({ "kind": "question", "message": "When do you call them?" });
    let asked = cases.route(CONTACT, &[id], app.member()).keyed().body(ask);
    let asked = asked.not_for(&strangers(), 404, "not_found").await;
    let asked = asked.not_for(&[app.user("partner_viewer"), app.manager()], 403, "forbidden").await;
    let asked = asked.wrong("kind", json!("complaint"), "choice_unknown").await.answers(200).await.json();
    assert_eq!(asked["timeline"].as_array().unwrap().last().unwrap()["kind"], "question_asked");

    let plan = json!({ "date": "2031-05-06", "note": "Lunch with Anna" });
    let plan =
        cases.route(PLAN, &[id], app.member()).body(plan).not_for(&strangers(), 404, "not_found").await;
    let plan = plan.not_for(&[app.user("partner_viewer")], 403, "forbidden").await;
    let plan = plan.wrong("date", json!("tomorrow"), "date_invalid").await.answers(200).await.json();
    assert_eq!(plan["next_action"]["date"], "2031-05-06");
}

async fn go_on(cases: &Cases, id: &str) {
    let app = &cases.app;
    let strangers = || [app.partner(SAIGONWEB, "partner_owner"), app.rep("rep-chau")];
    let version = app.manager().lead(id).await.version();
    let ask = json!({ "command": "request_information", "fields": ["phone"], "message": "Whom do I call?" });
    let moved = cases.route(MOVE, &[id], app.rep("rep-astrid")).seen(version).body(ask);
    let moved = moved.not_for(&strangers(), 404, "not_found").await;
    let moved = moved.not_for(&[app.member(), app.user("partner_viewer")], 403, "forbidden").await;
    let moved = moved.wrong("command", json!("celebrate"), "choice_unknown").await.answers(200).await;
    assert_eq!(moved.etag.as_deref(), Some(format!("\"{}\"", version + 1).as_str()));
    assert_eq!(moved.json()["hold"], "information");

    let answer = json!({ "values": { "phone": "+46 8 555 01 77" }, "note": "After lunch" });
    let told = cases.route(INFORM, &[id], app.member()).seen(version + 1).body(answer);
    let told = told.not_for(&strangers(), 404, "not_found").await;
    let told = told.not_for(&[app.manager(), app.user("partner_viewer")], 403, "forbidden").await;
    let told =
        told.wrong("values", json!({ "phone": "call me" }), "phone_invalid").await.answers(200).await.json();
    assert_eq!((&told["form"]["phone"], &told["hold"]), (&json!("+46 8 555 01 77"), &json!(null)));

    let correction = json!({ "values": { "company": "Acme Nordic AB" } });
    let told = cases.route(CORRECT, &[id], app.member()).seen(version + 2).body(correction);
    let told = told.not_for(&strangers(), 404, "not_found").await;
    let told = told.not_for(&[app.manager(), app.user("partner_viewer")], 403, "forbidden").await;
    let told = told.wrong("values", json!({ "consent": false }), "not_asked").await.answers(200).await.json();
    assert_eq!(told["form"]["company"], "Acme Nordic AB");
    let version = version + 1;

    // The policy's refusals come from the binary too.
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    let refused =
        app.rep("rep-astrid").command(id, version + 2, &award).await.problem(409, "invalid_transition");
    assert!(refused["allowed"].as_array().unwrap().contains(&json!("start_work")), "{refused}");

    let reason = json!({ "reason": "The owner changed her mind" });
    let left = cases.route(WITHDRAW, &[id], app.member()).seen(version + 2).body(reason);
    let left = left.not_for(&strangers(), 404, "not_found").await;
    let left = left.not_for(&[app.manager(), app.user("partner_viewer")], 403, "forbidden").await;
    assert_eq!(
        left.wrong("reason", json!(" "), "required").await.answers(200).await.json()["hold"],
        "withdrawn"
    );
}

async fn import(cases: &Cases) {
    let app = &cases.app;
    let mut values = plus("requested");
    values["reference"] = json!("A-1");
    values["company"] = json!("Imported AB");
    let body = json!({ "dry_run": false, "rows": [{ "line": 2, "values": values }] });
    let imported = cases.route(IMPORT, &[], app.member()).body(body);
    let imported = imported
        .not_for(&[app.user("partner_viewer"), app.user("merchant"), app.manager()], 403, "forbidden")
        .await;
    let imported = imported.wrong("rows", json!([]), "required").await.answers(200).await.json();
    assert_eq!(imported["rows"][0]["outcome"], "created", "{imported}");
    assert_eq!(app.member().ids("q=imported").await, [imported["rows"][0]["lead_id"].as_str().unwrap()]);
}

async fn give_away(cases: &Cases) {
    let app = &cases.app;
    let lead = app.lead(LeadKind::PosAlone).await;
    let body =
        json!({ "representative": "rep-bo", "note": "Holidays", "leads": [{ "id": lead, "version": 2 }] });
    let given = cases.route(ASSIGN, &[], app.manager()).body(body);
    let given = given.not_for(&[app.member(), app.rep("rep-astrid"), app.admin()], 403, "forbidden").await;
    let given = given.wrong("leads", json!([]), "required").await.answers(200).await.json();
    assert_eq!(given["assigned"][0]["id"], json!(lead), "{given}");
    assert_eq!(given["assigned"][0]["representative"]["name"], "Bo Ek");
}

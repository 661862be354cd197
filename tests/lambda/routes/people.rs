//! What people want by mail, and who is on the sales team.

use serde_json::json;

use crate::api::{NORRSKEN, SAIGONWEB};
use crate::support::Cases;

const SETTINGS: &str = "GET /api/v1/me/settings";
const SAVE_SETTINGS: &str = "PUT /api/v1/me/settings";
const LEAD_ADDRESS: &str = "PUT /api/v1/organisation/lead-address";
const DESK: &str = "GET /api/v1/sales/desk";
const SAVE_DESK: &str = "PUT /api/v1/sales/desk";
const REPRESENTATIVE: &str = "PUT /api/v1/sales/representatives/{representative_id}";
const ROUTING: &str = "GET /api/v1/sales/routing";

pub(super) const ROUTES: &[&str] =
    &[SETTINGS, SAVE_SETTINGS, LEAD_ADDRESS, DESK, SAVE_DESK, REPRESENTATIVE, ROUTING];

pub(super) async fn run(cases: &Cases) {
    settings(cases).await;
    team(cases).await;
}

async fn settings(cases: &Cases) {
    let app = &cases.app;
    let body = json!({ "language": "sv", "off": ["lead_progress"] });
    app.owner().put("/me/settings", 0, &json!({ "language": "vi", "off": [] })).await.expect(200);
    let saved = cases.route(SAVE_SETTINGS, &[], app.owner()).seen(1).body(body);
    let saved = saved.wrong("language", json!("no"), "choice_unknown").await.answers(200).await;
    assert_eq!(saved.etag.as_deref(), Some("\"2\""));
    let read = cases.route(SETTINGS, &[], app.owner()).answers(200).await.json();
    assert_eq!((&read, &read["language"]), (&saved.json(), &json!("sv")));

    let first = json!({ "lead_address": "leads@norrsken.example", "language": "sv" });
    app.owner().put("/organisation/lead-address", 0, &first).await.expect(200);
    let second = json!({ "lead_address": "sales@norrsken.example", "language": "sv" });
    let saved = cases.route(LEAD_ADDRESS, &[], app.owner()).seen(1).body(second);
    let saved = saved.not_for(&[app.member(), app.user("merchant"), app.manager()], 403, "forbidden").await;
    let standing = json!({ "guildhall_org_standing": "suspended", "guildhall_org": NORRSKEN });
    let suspended = app.with_claims("partner_owner", &standing);
    let saved = saved.not_for(&[suspended], 403, "organisation_suspended").await;
    saved.wrong("lead_address", json!("nobody"), "email_invalid").await.answers(200).await;
    let elsewhere = app.partner(SAIGONWEB, "partner_owner").get("/me/settings").await.expect(200);
    assert_eq!(elsewhere["lead_mail"]["lead_address"], json!(null), "another organisation's is its own");
}

async fn team(cases: &Cases) {
    let app = &cases.app;
    let others = || [app.owner(), app.rep("rep-astrid"), app.admin(), app.user("merchant")];
    let read = cases.route(DESK, &[], app.manager()).not_for(&others(), 403, "forbidden").await;
    assert_eq!(read.answers(200).await.json()["representatives"].as_array().unwrap().len(), 3);

    let desk = |address: &str| json!({ "escalation_address": address, "language": "sv" });
    app.manager().put("/sales/desk", 0, &desk("desk@guildhall.example")).await.expect(200);
    let saved = cases.route(SAVE_DESK, &[], app.manager()).seen(1).body(desk("team@guildhall.example"));
    let saved = saved.not_for(&others(), 403, "forbidden").await;
    saved.wrong("escalation_address", json!("nobody"), "email_invalid").await.answers(200).await;

    let bo = json!({
        "name": "Bo Ek", "email": "bo@guildhall.example", "phone": "+46 8 555 02 11",
        "time_zone": "Europe/Stockholm", "products": ["pos"], "countries": ["NO"], "country": "SE",
        "language": "sv", "active": true,
    });
    let new = app.manager().request(reqwest::Method::PUT, "/sales/representatives/rep-bo");
    app.manager()
        .send(new.header("if-none-match", "*").json(&json!({ "active": false })))
        .await
        .problem(422, "invalid_fields");
    let new = app.manager().request(reqwest::Method::PUT, "/sales/representatives/rep-bo");
    app.manager().send(new.header("if-none-match", "*").json(&bo)).await.expect(200);
    let mut moved = bo.clone();
    moved["phone"] = json!("+46 8 555 02 12");
    let saved = cases.route(REPRESENTATIVE, &["rep-bo"], app.manager()).seen(1).body(moved);
    let saved =
        saved.not_for(&others(), 403, "forbidden").await.not_there("/sales/representatives/rep-nobody").await;
    let saved = saved.wrong("time_zone", json!("Europe/Uppsala"), "time_zone_unknown").await;
    assert_eq!(saved.answers(200).await.json()["phone"], "+46 8 555 02 12");

    let routing = cases.route(ROUTING, &[], app.manager()).query("product=pos&country=NO");
    let routing =
        routing.not_for(&others(), 403, "forbidden").await.wrong_query("product=hats&country=SE").await;
    assert_eq!(routing.answers(200).await.json()["candidates"][0]["name"], "Bo Ek");
}

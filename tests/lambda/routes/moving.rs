//! A partner's move from the marketplace.

use guildhall_domain::marketplace::{Job, JobStatus, Shop};
use guildhall_domain::migration::RunId;
use guildhall_store::Marketplace;
use serde_json::json;

use crate::api::{NORRSKEN, SAIGONWEB};
use crate::support::Cases;

const SHOW: &str = "GET /api/v1/move";
const CUSTOMERS: &str = "GET /api/v1/move/customers";
const TOOLS: &str = "PUT /api/v1/move/tools";
const ACT: &str = "POST /api/v1/move/actions";

pub(super) const ROUTES: &[&str] = &[SHOW, CUSTOMERS, TOOLS, ACT];

pub(super) async fn run(cases: &Cases) {
    let app = &cases.app;
    let job = job();
    let merchants = app.running.merchants();
    Marketplace::new(app.table()).import_jobs(merchants, RunId::from_chance(1), &[job]).await.unwrap();
    let others = || [app.manager(), app.rep("rep-astrid"), app.user("merchant")];
    let viewer = || [app.user("partner_viewer"), app.user("merchant")];

    app.owner().put("/move/tools", 0, &json!({ "communication": "E-mail" })).await.expect(200);
    let tools = json!({ "communication": "E-mail", "invoicing": "Fortnox" });
    let saved = cases.route(TOOLS, &[], app.owner()).seen(1).body(tools);
    let saved = saved.not_for(&viewer(), 403, "forbidden").await;
    let saved = saved.wrong("invoicing", json!(7), "wrong_kind").await.answers(200).await;
    assert_eq!(saved.etag.as_deref(), Some("\"2\""));

    let body = json!({ "command": "mark_contacted", "shop": "77", "contacted": true });
    let acted = cases.route(ACT, &[], app.member()).body(body);
    let acted = acted.not_for(&viewer(), 403, "forbidden").await;
    let acted = acted.wrong("shop", json!("a b"), "id_invalid").await.answers(200).await.json();
    assert_eq!(acted["customers"], json!({ "all": 1, "done": 1 }));

    let shown = cases.route(SHOW, &[], app.member()).not_for(&others(), 403, "forbidden").await;
    assert_eq!(shown.answers(200).await.json(), acted);
    let listed = cases.route(CUSTOMERS, &[], app.member()).query("limit=1");
    let listed = listed.not_for(&others(), 403, "forbidden").await.wrong_query("sort=colour").await;
    assert_eq!(listed.answers(200).await.json()["items"][0]["shop_name"], "Garn");
    let elsewhere = app.partner(SAIGONWEB, "partner_owner").get("/move/customers").await.expect(200);
    assert_eq!(elsewhere["total"], 0, "another organisation's customers are its own");
}

fn job() -> Job {
    let at = "2023-08-01T00:00:00Z".parse().unwrap();
    Job {
        id: "1".parse().unwrap(),
        org: NORRSKEN.parse().unwrap(),
        created_at: at,
        last_event_at: at,
        status: JobStatus::Opened,
        services: Vec::new(),
        requirements: Vec::new(),
        shop: Shop {
            id: "77".parse().unwrap(),
            name: "Garn".to_owned(),
            domain: "garn.myshopify.com".to_owned(),
        },
        customer: None,
        conversation: None,
        confirmed_completed: false,
        ends_at: None,
    }
}

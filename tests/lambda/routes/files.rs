//! Files that are handed out: long exports and archives by way of a bucket, and receipts.

use std::io::Cursor;

use make_archive::restore::{Opened, check};
use serde_json::{Value, json};

use crate::api::plus;
use crate::support::Cases;

const BEGIN: &str = "POST /api/v1/exports";
const CONTINUE: &str = "POST /api/v1/exports/continue";
const BEGIN_ARCHIVE: &str = "POST /api/v1/archives";
const CONTINUE_ARCHIVE: &str = "POST /api/v1/archives/continue";
const RECEIPT: &str = "GET /api/v1/leads/{lead_id}/receipts/{seq}";
const KEYS: &str = "GET /api/v1/receipt-keys";

pub(super) const ROUTES: &[&str] = &[BEGIN, CONTINUE, BEGIN_ARCHIVE, CONTINUE_ARCHIVE, RECEIPT, KEYS];

pub(super) async fn run(cases: &Cases) {
    let app = &cases.app;
    let lead = app.lead_from(&app.member(), plus("none")).await;
    exports(cases, &lead).await;
    archives(cases, &lead).await;
    receipts(cases, &lead).await;
}

async fn exports(cases: &Cases, lead: &str) {
    let app = &cases.app;
    let merchant = || [app.user("merchant")];
    let begin =
        cases.route(BEGIN, &[], app.member()).body(json!({ "list": "leads", "query": "product=plus" }));
    let begin = begin.not_for(&merchant(), 403, "forbidden").await;
    let begin = begin.wrong("list", json!("people"), "choice_unknown").await;
    let begun = begin.answers(200).await.json();
    assert_eq!((&begun["rows"], &begun["done"], &begun["link"]), (&json!(1), &json!(0), &Value::Null));

    let others = [app.owner(), app.manager()];
    let go_on = cases.route(CONTINUE, &[], app.member()).body(json!({ "export": begun["export"] }));
    let go_on = go_on.not_for(&others, 404, "not_found").await;
    let whole = go_on.wrong("export", json!(7), "wrong_kind").await.answers(200).await.json();
    let url = whole["link"]["url"].as_str().expect("a link");
    assert!(url.contains("X-Amz-Expires=600") && url.contains("X-Amz-Signature="), "{url}");
    let answer = app.client.get(url).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-disposition"], "attachment; filename=\"leads.csv\"");
    let text = answer.text().await.unwrap();
    assert!(text.starts_with("id,organisation,") && text.contains(lead), "{text}");
    assert!(text.ends_with("rows,1\r\n"), "{text}");
}

async fn archives(cases: &Cases, lead: &str) {
    let app = &cases.app;
    let others = || [app.user("merchant"), app.member(), app.manager()];
    let begin = cases.route(BEGIN_ARCHIVE, &[], app.owner());
    let begun = begin.not_for(&others(), 403, "forbidden").await.answers(200).await.json();
    assert_eq!((&begun["lists_done"], &begun["link"]), (&json!(0), &Value::Null));

    let body = json!({ "archive": begun["archive"] });
    let go_on = cases.route(CONTINUE_ARCHIVE, &[], app.owner()).body(body);
    let go_on = go_on.not_for(&others(), 403, "forbidden").await;
    let whole = go_on.wrong("archive", json!(7), "wrong_kind").await.answers(200).await.json();
    let url = whole["link"]["url"].as_str().expect("a link");
    assert!(url.contains("X-Amz-Expires=600") && url.contains("X-Amz-Signature="), "{url}");
    let answer = app.client.get(url).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "application/zip");
    let bytes = answer.bytes().await.unwrap();
    let summary = check(&mut Opened::open(Cursor::new(&bytes[..])).unwrap()).unwrap();
    assert!(lead.starts_with(summary.organisation.id.as_str()), "{summary:?}");
    assert_eq!(summary.counts.values().sum::<u64>(), whole["records"].as_u64().unwrap());
}

async fn receipts(cases: &Cases, lead: &str) {
    let app = &cases.app;
    let receipt = cases.route(RECEIPT, &[lead, "1"], app.member());
    let receipt = receipt.not_for(&[app.rep("rep-chau"), app.user("merchant")], 404, "not_found").await;
    let receipt = receipt.not_there(&format!("/leads/{lead}/receipts/9")).await.answers(200).await.json();
    let keys = cases.route(KEYS, &[], app.anonymous()).public().answers(200).await.json();
    assert_eq!(keys["keys"][0], receipt["key"]);
}

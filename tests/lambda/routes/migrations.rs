//! Profiles and records of the Experts Marketplace, taken over and taken back.

use serde_json::json;

use crate::support::Cases;

const LIST: &str = "GET /api/v1/migrations";
const BEGIN: &str = "POST /api/v1/migrations";
const REHEARSE: &str = "POST /api/v1/migrations/rehearsal";
const SHOW: &str = "GET /api/v1/migrations/{id}";
const BAD: &str = "GET /api/v1/migrations/{id}/bad-records";
const SEND: &str = "POST /api/v1/migrations/{id}/records";
const FINISH: &str = "POST /api/v1/migrations/{id}/finish";
const ROLL_BACK: &str = "POST /api/v1/migrations/{id}/roll-back";

pub(super) const ROUTES: &[&str] = &[LIST, BEGIN, REHEARSE, SHOW, BAD, SEND, FINISH, ROLL_BACK];

/// No run has this id.
const NONE: &str = "00000000000000000000000000000000";

pub(super) async fn run(cases: &Cases) {
    let app = &cases.app;
    let others = || [app.owner(), app.manager(), app.rep("rep-astrid"), app.user("merchant")];
    let organisation = json!({ "name": "Lumen", "owner_email": "lin@lumen.example" });
    app.admin().post("/organisations", &organisation).await.expect(201);
    let records = json!([
        { "kind": "profile", "place": 1, "value": { "id": "1", "organizationId": "lumen", "businessName": "Lumen", "country": "SE" } },
        { "kind": "job", "place": 1, "value": {
            "id": "1", "organizationId": "lumen", "createdAt": "2023-06-01T08:00:00Z",
            "lastEventAt": "2023-06-01T08:00:00Z", "status": "NEW",
            "shop": { "id": "9", "name": "Tall", "myshopifyDomain": "tall.myshopify.com" } } },
        { "kind": "conversation", "place": 1, "value": {
            "id": "1", "organizationId": "lumen", "status": "ACTIVE", "merchantUser": { "name": "Tom" },
            "messages": [{ "body": "Hello", "sentAt": "2023-06-01T08:00:00Z", "sentBy": "MERCHANT", "sentVia": "EMAIL" }] } },
        { "kind": "job", "place": 2, "value": {} },
    ]);

    let told = cases.route(REHEARSE, &[], app.admin()).body(json!({ "records": records }));
    let told = told.not_for(&others(), 403, "forbidden").await.wrong("records", json!([]), "required").await;
    let told = told.wrong("promised", json!([{}]), "required").await.answers(200).await.json();
    assert_eq!(told["records"][0]["outcome"], "created");

    let begun =
        cases.route(BEGIN, &[], app.admin()).body(json!({ "files": [{ "name": "a.json", "bytes": 9 }] }));
    let begun = begun.not_for(&others(), 403, "forbidden").await.wrong("files", json!([]), "required").await;
    let begun = begun.answers(201).await.json();
    let id = begun["id"].as_str().expect("an id").to_owned();

    let sent = cases.route(SEND, &[&id], app.admin()).body(json!({ "batch": 0, "records": records }));
    let sent = sent.not_for(&others(), 403, "forbidden").await.wrong("batch", json!(7), "out_of_range").await;
    let sent = sent.not_there(&format!("/migrations/{NONE}/records")).await.answers(200).await.json();
    let outcomes: Vec<_> =
        sent["records"].as_array().expect("records").iter().map(|one| &one["outcome"]).collect();
    assert_eq!(outcomes, ["created", "created", "created", "refused"]);

    let bad = cases.route(BAD, &[&id], app.admin()).wrong_query("after=x").await;
    let bad = bad.not_there(&format!("/migrations/{NONE}/bad-records")).await;
    let bad = bad.not_for(&others(), 403, "forbidden").await.answers(200).await.json();
    assert_eq!(bad["items"][0]["place"], 2);

    let done = cases.route(FINISH, &[&id], app.admin()).body(json!({ "state": "done" }));
    let done =
        done.not_for(&others(), 403, "forbidden").await.wrong("state", json!("lost"), "choice_unknown").await;
    assert_eq!(done.answers(200).await.json()["state"], "done");

    let shown = cases.route(SHOW, &[&id], app.admin()).not_there(&format!("/migrations/{NONE}")).await;
    let shown = shown.not_for(&others(), 403, "forbidden").await.answers(200).await.json();
    assert_eq!(shown["counts"]["jobs"]["created"], 1);
    let list = cases.route(LIST, &[], app.admin()).wrong_query("before=x").await;
    let list = list.not_for(&others(), 403, "forbidden").await.answers(200).await.json();
    assert_eq!(list["items"][0]["id"], shown["id"]);

    let undone =
        cases.route(ROLL_BACK, &[&id], app.admin()).not_there(&format!("/migrations/{NONE}/roll-back")).await;
    let undone = undone.not_for(&others(), 403, "forbidden").await.answers(200).await.json();
    assert_eq!((&undone["state"], &undone["taken_back"]["removed"]), (&json!("rolled_back"), &json!(3)));
}

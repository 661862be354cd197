//! The dates of the move from the Experts Marketplace, and where its addresses lead.

use serde_json::json;

use crate::support::Cases;

const SHOW: &str = "GET /api/v1/cutover";
const SAVE: &str = "PUT /api/v1/cutover";
const FOLLOW: &str = "GET /api/v1/old-addresses";

pub(super) const ROUTES: &[&str] = &[SHOW, SAVE, FOLLOW];

pub(super) async fn run(cases: &Cases) {
    let app = &cases.app;
    let others = || [app.owner(), app.manager(), app.rep("rep-astrid"), app.user("merchant")];
    let dates = |closed: &str| {
        json!({
            "review_from": "2023-09-01T00:00:00Z",
            "directory_from": "2023-10-01T00:00:00Z",
            "closed_from": closed,
        })
    };
    app.admin().put("/cutover", 0, &dates("2023-12-01T00:00:00Z")).await.expect(200);
    let saved = cases.route(SAVE, &[], app.admin()).seen(1).body(dates("2023-12-15T00:00:00Z"));
    let saved = saved.not_for(&others(), 403, "forbidden").await;
    let saved = saved.wrong("closed_from", json!("2023-09-15T00:00:00Z"), "not_after").await;
    assert_eq!(saved.answers(200).await.etag.as_deref(), Some("\"2\""));

    let shown = cases.route(SHOW, &[], app.anonymous()).public().answers(200).await.json();
    assert_eq!((&shown["version"], &shown["phase"]), (&json!(2), &json!("closed")));

    let followed = cases.route(FOLLOW, &[], app.anonymous()).public().query("path=/experts/nobody");
    let followed = followed.wrong_query("path=/directory").await.answers(302).await;
    assert_eq!(followed.location.as_deref(), Some("/directory/search"));
}

//! Another organisation's lead is exactly like one that does not exist.

use reqwest::Method;
use serde_json::json;

use crate::support::{App, LeadKind, NORRSKEN, SAIGONWEB, User, key};

/// Every route that names a lead, asked for this one.
async fn ask(user: &User<'_>, id: &str) -> Vec<(u16, serde_json::Value)> {
    let command = json!({ "command": "start_work" });
    let status =
        user.request(Method::POST, &format!("/leads/{id}/status")).header("if-match", "\"1\"").json(&command);
    let question = json!({ "kind": "question", "message": "?" });
    let seen = |what: &str, body: serde_json::Value| {
        user.request(Method::POST, &format!("/leads/{id}/{what}")).header("if-match", "\"1\"").json(&body)
    };
    let plan = user.request(Method::PUT, &format!("/leads/{id}/plan")).json(&json!({ "date": null }));
    let replies = [
        user.send(seen("information", json!({ "note": "?" }))).await,
        user.send(seen("withdrawal", json!({ "reason": "?" }))).await,
        user.send(plan).await,
        user.get(&format!("/leads/{id}/similar")).await,
        user.lead(id).await,
        user.send(status).await,
        user.contact(id, &key(), &question).await,
        user.request_support(id).await,
    ];
    replies.iter().map(|reply| (reply.status, reply.without_request_id())).collect()
}

#[tokio::test]
async fn a_foreign_lead_is_answered_like_a_missing_one_on_every_route() {
    let app = App::start().await;
    let foreign = app.lead(LeadKind::PlusAlone).await;
    let missing_here = format!("{SAIGONWEB}.{}", "0".repeat(32));
    let missing_there = format!("{NORRSKEN}.{}", "0".repeat(32));
    for role in ["partner_viewer", "partner_member", "partner_owner"] {
        let stranger = app.partner(SAIGONWEB, role);
        let answers = ask(&stranger, &foreign).await;
        assert!(answers.iter().all(|(status, _)| *status == 404), "{answers:?}");
        for id in [missing_here.as_str(), &missing_there, "nonsense", "a.b"] {
            assert_eq!(ask(&stranger, id).await, answers, "{role} {id}");
        }
    }
    for stranger in [app.rep("rep-chau"), app.user("merchant")] {
        let answers = ask(&stranger, &foreign).await;
        assert!(answers.iter().all(|(status, _)| *status == 404), "{answers:?}");
        assert_eq!(ask(&stranger, &missing_there).await, answers);
    }
}

#[tokio::test]
async fn a_list_holds_only_what_its_reader_may_see() {
    let app = App::start().await;
    let ours = app.lead(LeadKind::PlusAlone).await;
    let mut form = crate::support::plus("none");
    form["country"] = json!("VN");
    let theirs = app.lead_from(&app.partner(SAIGONWEB, "partner_member"), form).await;

    assert_eq!(app.member().ids("").await, [ours.as_str()]);
    assert_eq!(app.partner(SAIGONWEB, "partner_viewer").ids("").await, [theirs.as_str()]);
    assert_eq!(app.rep("rep-astrid").ids("").await, [ours.as_str()]);
    assert_eq!(app.rep("rep-chau").ids("").await, [theirs.as_str()]);
    let mut all = app.manager().ids("").await;
    all.sort();
    assert_eq!(all, [ours, theirs]);
    app.user("merchant").get("/leads").await.problem(403, "forbidden");

    // Neither a search, nor a filter, nor a count tells more.
    let rep = app.rep("rep-chau");
    for query in ["q=acme", "representative=rep-astrid", "status=submitted", ""] {
        let page = rep.get(&format!("/leads?{query}")).await.expect(200);
        let counts = page["counts"]["all"].as_u64().unwrap();
        assert_eq!(counts, page["total"].as_u64().unwrap());
        assert!(counts <= 1);
        assert_eq!(page["representatives"], json!([{ "id": "rep-chau", "name": "Lê Minh Châu" }]));
    }
    let csv = app.rep("rep-chau").get("/leads.csv").await;
    assert_eq!(csv.text.lines().last(), Some("rows,1"));
}

#[tokio::test]
async fn the_roster_is_for_the_platforms_people() {
    let app = App::start().await;
    for role in ["rep", "sales_manager", "program_admin"] {
        let roster = app.user(role).get("/representatives").await.expect(200);
        assert_eq!(roster["items"].as_array().unwrap().len(), 3);
    }
    for role in ["partner_viewer", "partner_member", "partner_owner", "merchant"] {
        app.user(role).get("/representatives").await.problem(403, "forbidden");
    }
}

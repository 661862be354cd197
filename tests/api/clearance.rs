//! Whether a merchant is known, asked before the work. The answer gives nobody away.

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, Reply, SAIGONWEB, User, plus, pos};

const CUSTOMER: &str = "customer.com";

async fn check(user: &User<'_>, merchant: &str) -> Reply {
    user.post("/leads/clearance", &json!({ "merchant": merchant })).await
}

async fn put_customers(user: &User<'_>, domains: &Value) -> Reply {
    user.send(user.request(Method::PUT, "/customers").json(&json!({ "domains": domains }))).await
}

/// A lead of the other organisation for a site; its id.
async fn foreign(app: &App, website: &str) -> String {
    let mut form = plus("none");
    form["website"] = json!(website);
    app.lead_from(&app.partner(SAIGONWEB, "partner_member"), form).await
}

/// Everything that is answered but for what differs between any two requests.
async fn bytes(user: &User<'_>, merchant: &str) -> (u16, BTreeMap<String, String>, Vec<u8>) {
    let request = user.request(Method::POST, "/leads/clearance").json(&json!({ "merchant": merchant }));
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    let headers = response.headers().iter().map(|(name, value)| (name.to_string(), format!("{value:?}")));
    let headers = headers.filter(|(name, _)| !["date", "apigw-requestid"].contains(&name.as_str())).collect();
    (status, headers, response.bytes().await.unwrap().to_vec())
}

#[tokio::test]
async fn scenario_22_another_partners_lead_and_a_customer_are_answered_with_the_same_bytes() {
    let app = App::start().await;
    foreign(&app, "https://www.acme.com/").await;
    assert_eq!(put_customers(&app.admin(), &json!([CUSTOMER])).await.status, 204);
    let lead = bytes(&app.member(), "acme.com").await;
    let customer = bytes(&app.member(), CUSTOMER).await;
    assert_eq!(lead, customer);
    assert_eq!((lead.0, lead.2), (200, br#"{"answer":"ask"}"#.to_vec()));
    // By address alike: the contact of a lead, and somebody at a customer's.
    assert_eq!(bytes(&app.member(), "Anna@acme.example").await, customer);
    assert_eq!(bytes(&app.member(), "tom@shop.customer.com").await, customer);
    // Nor does the look before a submission tell them apart.
    let look = async |website: &str| {
        let body = json!({ "product": "plus", "website": website });
        app.member().post("/leads/duplicates", &body).await.expect(200)
    };
    assert_eq!(look("shop.acme.com").await, json!({ "own": [], "known": true }));
    assert_eq!(look("https://customer.com/x").await, json!({ "own": [], "known": true }));
    assert_eq!(look("free.com").await, json!({ "own": [], "known": false }));
}

#[tokio::test]
async fn ones_own_leads_are_named_whoever_else_knows_the_merchant() {
    let app = App::start().await;
    foreign(&app, "https://acme.com").await;
    put_customers(&app.admin(), &json!(["https://www.acme.com/shop", "acme.com"])).await;
    let id = app.lead_from(&app.member(), plus("none")).await;
    let own = json!([{ "id": id, "company": "Acme AB", "product": "plus", "status": "submitted", "withdrawn": false }]);
    let answer = check(&app.owner(), "http://shop.ACME.com/de").await.expect(200);
    assert_eq!(answer, json!({ "answer": "yours", "leads": own }));
    let body = json!({ "product": "plus", "contact_email": "ANNA@acme.example" });
    let found = app.member().post("/leads/duplicates", &body).await.expect(200);
    assert_eq!(found, json!({ "own": own, "known": true }));
    // Another product is another lead.
    let body = json!({ "product": "pos", "contact_email": "ANNA@acme.example" });
    let found = app.member().post("/leads/duplicates", &body).await.expect(200);
    assert_eq!(found, json!({ "own": [], "known": false }));
    // Half-typed values are no mistake.
    let body = json!({ "product": "pos", "website": "htt", "contact_email": "anna@" });
    app.member().post("/leads/duplicates", &body).await.expect(200);
    app.member().post("/leads/duplicates", &json!({})).await.problem(422, "invalid_fields");
}

#[tokio::test]
async fn what_came_to_nothing_keeps_nobody_away_and_what_was_won_does() {
    let app = App::start().await;
    assert_eq!(check(&app.member(), "acme.com").await.expect(200), json!({ "answer": "clear" }));
    let id = foreign(&app, "https://acme.com").await;
    let refuse = json!({ "command": "mark_not_eligible", "reason": "duplicate" });
    app.manager().act(&id, &refuse).await.expect(200);
    assert_eq!(check(&app.member(), "acme.com").await.expect(200)["answer"], "clear");
    let mut form = pos("none");
    form["website"] = json!("https://acme.com");
    let id = app.lead_from(&app.partner(SAIGONWEB, "partner_member"), form).await;
    let pay = json!({ "command": "record_payout", "amount": { "minor": 1_000, "currency": "USD" } });
    app.admin().act(&id, &pay).await.expect(200);
    assert_eq!(check(&app.member(), "acme.com").await.expect(200)["answer"], "ask");
}

#[tokio::test]
async fn nobody_can_try_every_name_and_each_question_is_in_the_log_without_the_name() {
    let app = App::start().await;
    foreign(&app, "https://acme.com").await;
    let someone = |name: &str| app.with_claims("partner_member", &json!({ "sub": name }));
    let first = someone("first");
    for _ in 0..10 {
        check(&first, "acme.com").await.expect(200);
    }
    let refused = check(&first, "acme.com").await;
    refused.problem(429, "too_many_requests");
    assert!((1..=60).contains(&refused.retry_after.unwrap()), "{:?}", refused.retry_after);
    // What is refused tells nothing, and a look is counted on its own.
    assert_eq!(check(&first, "free.com").await.without_request_id(), refused.without_request_id());
    let look = json!({ "product": "plus", "website": "acme.com" });
    first.post("/leads/duplicates", &look).await.expect(200);
    // The organisation has a limit of its own, so colleagues are no way around it.
    for name in ["second", "third"] {
        for _ in 0..10 {
            check(&someone(name), "acme.com").await.expect(200);
        }
    }
    let refused = check(&someone("fourth"), "acme.com").await;
    refused.problem(429, "too_many_requests");
    assert!((1..=30).contains(&refused.retry_after.unwrap()), "{:?}", refused.retry_after);
    check(&app.partner(SAIGONWEB, "partner_owner"), "free.com").await.expect(200);

    let log = app.admin().get("/audit?limit=100").await;
    let entries = log.expect(200)["items"].as_array().unwrap().clone();
    let checks: Vec<_> = entries.iter().filter(|entry| entry["act"] == "clearance_checked").collect();
    assert_eq!(checks.len(), 31, "refused ones are not kept: {}", log.text);
    assert!(checks.iter().any(|entry| entry["by"]["id"] == "second" && entry["detail"]["code"] == "ask"));
    for text in ["acme", "free.com"] {
        assert!(checks.iter().all(|entry| !entry.to_string().contains(text)), "{text}");
    }
}

#[tokio::test]
async fn many_questions_at_once_are_counted_one_by_one() {
    let app = App::start().await;
    let member = app.member();
    let replies = futures::future::join_all((0..14).map(|_| check(&member, "acme.com"))).await;
    let answered = replies.iter().filter(|reply| reply.status == 200).count();
    assert!((1..=10).contains(&answered), "{answered} were answered");
    assert!(replies.iter().all(|reply| [200, 429, 503].contains(&reply.status)));
}

#[tokio::test]
async fn whoever_may_submit_may_ask_and_nobody_else() {
    let app = App::start().await;
    let look = json!({ "product": "plus", "website": "acme.com" });
    for role in ["partner_viewer", "rep", "sales_manager", "program_admin", "merchant"] {
        check(&app.user(role), "acme.com").await.problem(403, "forbidden");
        app.user(role).post("/leads/duplicates", &look).await.problem(403, "forbidden");
    }
    let suspended = app.with_claims("partner_owner", &json!({ "guildhall_org_standing": "suspended" }));
    check(&suspended, "acme.com").await.problem(403, "organisation_suspended");
    for nobody in ["", "not a domain", "localhost", "co.uk", "anna@"] {
        check(&app.member(), nobody).await.problem(422, "invalid_fields");
    }
}

#[tokio::test]
async fn administrators_say_who_is_a_customer_and_say_it_again_without_harm() {
    let app = App::start().await;
    for role in ["partner_owner", "rep", "sales_manager", "merchant"] {
        put_customers(&app.user(role), &json!([CUSTOMER])).await.problem(403, "forbidden");
    }
    let refused =
        put_customers(&app.admin(), &json!([CUSTOMER, "co.uk"])).await.problem(422, "invalid_fields");
    assert_eq!(refused["errors"][0]["pointer"], "/domains/1");
    assert_eq!(check(&app.member(), CUSTOMER).await.expect(200)["answer"], "clear");
    let many: Vec<_> = (0..500).map(|place| format!("shop-{place}.com")).collect();
    for _ in 0..2 {
        assert_eq!(put_customers(&app.admin(), &json!(many)).await.status, 204);
    }
    assert_eq!(check(&app.member(), "www.shop-499.com").await.expect(200)["answer"], "ask");
    put_customers(&app.admin(), &json!([])).await.problem(422, "invalid_fields");
    put_customers(&app.admin(), &json!(vec!["a.com"; 501])).await.problem(422, "invalid_fields");
}

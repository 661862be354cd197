//! Who is let in: a token of this issuer, for this client, signed, in time, and an access token.

use guildhall_local::client::sign_in;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{App, key, now, plus};

const ROUTES: [(Method, &str); 26] = [
    (Method::POST, "/leads"),
    (Method::GET, "/leads"),
    (Method::GET, "/leads.csv"),
    (Method::GET, "/leads/norrsken.00000000000000000000000000000000"),
    (Method::GET, "/leads/norrsken.00000000000000000000000000000000/receipts/1"),
    (Method::POST, "/exports"),
    (Method::POST, "/exports/continue"),
    (Method::GET, "/representatives"),
    (Method::POST, "/leads/norrsken.00000000000000000000000000000000/status"),
    (Method::GET, "/referrals"),
    (Method::GET, "/profile"),
    (Method::PUT, "/profile"),
    (Method::POST, "/profile/actions"),
    (Method::GET, "/inquiries"),
    (Method::GET, "/inquiries.csv"),
    (Method::GET, "/inquiries/norrsken.00000000000000000000000000000000"),
    (Method::POST, "/inquiries/norrsken.00000000000000000000000000000000/mark"),
    (Method::POST, "/profiles/norrsken-commerce/inquiries"),
    (Method::POST, "/profiles/norrsken-commerce/reviews"),
    (Method::GET, "/reviews/norrsken.00000000000000000000000000000000"),
    (Method::POST, "/reviews/norrsken.00000000000000000000000000000000/reply"),
    (Method::POST, "/reviews/norrsken.00000000000000000000000000000000/report"),
    (Method::GET, "/moderation"),
    (Method::GET, "/moderation/profiles/norrsken-commerce"),
    (Method::POST, "/moderation/profiles/norrsken-commerce"),
    (Method::POST, "/moderation/reviews/norrsken.00000000000000000000000000000000"),
];

#[tokio::test]
async fn without_a_token_every_route_but_the_public_ones_is_closed() {
    let app = App::start().await;
    let anonymous = app.anonymous();
    for (method, path) in ROUTES {
        let reply = anonymous.send(anonymous.request(method, path)).await;
        assert_eq!(reply.status, 401, "{path}");
    }
    assert_eq!(anonymous.get("/openapi.json").await.status, 200);
    assert_eq!(anonymous.get("/receipt-keys").await.status, 200);
    assert_eq!(anonymous.get("/directory").await.status, 200);
    for path in ["/profiles/nobody", "/profiles/nobody/reviews", "/profiles/nobody/inquiry-form"] {
        assert_eq!(anonymous.get(path).await.status, 404, "{path}");
    }
}

#[rstest]
#[case::expired(json!({ "exp": now().timestamp() - 60 }))]
#[case::not_yet(json!({ "nbf": now().timestamp() + 600 }))]
#[case::from_another_issuer(json!({ "iss": "https://elsewhere.example" }))]
#[case::for_another_client(json!({ "client_id": "another" }))]
#[case::for_another_audience(json!({ "aud": "another" }))]
#[case::for_nobody(json!({ "client_id": null }))]
#[case::an_id_token(json!({ "token_use": "id", "aud": "guildhall-web", "client_id": null }))]
#[case::without_role(json!({ "guildhall_role": null }))]
#[case::of_the_system(json!({ "guildhall_role": "system" }))]
#[case::without_organisation(json!({ "guildhall_org": null }))]
#[tokio::test]
async fn a_token_that_is_not_good_for_this_is_refused(#[case] changes: Value) {
    let app = App::start().await;
    let user = app.with_claims("partner_member", &changes);
    assert_eq!(user.get("/leads").await.status, 401);
    assert_eq!(user.submit(&key(), &plus("none")).await.status, 401);
}

#[tokio::test]
async fn a_token_without_a_signature_or_with_a_broken_one_is_refused() {
    let app = App::start().await;
    let tokens = sign_in(app.running.base_url(), "norrsken-member").await.unwrap();
    let good = tokens.access_token.as_str();
    assert_eq!(app.bearer(good).get("/leads").await.status, 200);
    let (rest, signature) = good.rsplit_once('.').unwrap();
    let payload = rest.rsplit_once('.').unwrap().1;
    // {"alg":"none","typ":"JWT"}
    let unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0";
    let flipped: String = signature.chars().rev().collect();
    for token in [
        format!("{unsigned}.{payload}."),
        format!("{unsigned}.{payload}.{signature}"),
        format!("{rest}.{flipped}"),
        format!("{rest}."),
        rest.to_owned(),
        "nonsense".to_owned(),
        tokens.id_token.clone(),
        tokens.refresh_token.clone(),
    ] {
        assert_eq!(app.bearer(&token).get("/leads").await.status, 401, "{token}");
    }
}

//! The gateway's front: which tokens and paths get through to a function.

#![allow(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod support;

use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use guildhall_local::{CLIENT_ID, Running, client::sign_in};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use reqwest::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};
use support::{client, start};

const LEADS: &str = "/api/v1/leads";

async fn call(running: &Running, method: Method, path: &str, authorization: Option<&str>) -> Response {
    let mut request = client().request(method, format!("{}{path}", running.base_url()));
    if let Some(value) = authorization {
        request = request.header(AUTHORIZATION, value);
    }
    request.send().await.unwrap()
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

/// The claims of an access token that holds.
fn good(running: &Running) -> Value {
    json!({
        "iss": running.issuer(), "sub": "manager-helena", "client_id": CLIENT_ID, "token_use": "access",
        "scope": "openid", "iat": now() - 10, "exp": now() + 600, "jti": "j", "name": "Helena Marsh",
        "email": "helena.marsh@guildhall.example", "guildhall_role": "sales_manager",
    })
}

fn with(mut claims: Value, name: &str, value: Value) -> Value {
    claims[name] = value;
    claims
}

fn without(mut claims: Value, name: &str) -> Value {
    claims.as_object_mut().unwrap().remove(name);
    claims
}

/// A token whose header was replaced.
fn reheaded(token: &str, header: &Value) -> String {
    let (_, rest) = token.split_once('.').unwrap();
    format!("{}.{rest}", URL_SAFE_NO_PAD.encode(header.to_string()))
}

fn header(token: &str) -> Value {
    let (header, _) = token.split_once('.').unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(header).unwrap()).unwrap()
}

async fn assert_unauthorized(running: &Running, case: &str, authorization: Option<&str>) {
    let answer = call(running, Method::GET, LEADS, authorization).await;
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{case}");
    assert!(answer.headers()[WWW_AUTHENTICATE].to_str().unwrap().starts_with("Bearer"), "{case}");
    assert_eq!(answer.text().await.unwrap(), r#"{"message":"Unauthorized"}"#, "{case}");
}

#[tokio::test]
async fn a_token_that_holds_gets_through() {
    let running = start().await;
    let signed_in = sign_in(running.base_url(), "manager-helena").await.unwrap().access_token;
    let minted = running.sign(&good(&running));
    for authorization in [format!("Bearer {signed_in}"), format!("bearer {minted}"), minted] {
        let answer = call(&running, Method::GET, LEADS, Some(&authorization)).await;
        assert_eq!(answer.status(), StatusCode::OK, "{authorization}");
    }
    running.shutdown().await;
}

#[tokio::test]
async fn a_token_with_a_claim_that_does_not_hold_is_refused() {
    let running = start().await;
    let good = || good(&running);
    for (case, claims) in [
        ("expired", with(good(), "exp", json!(now() - 1))),
        ("without an end", without(good(), "exp")),
        ("an end that is no number", with(good(), "exp", json!("tomorrow"))),
        ("not valid yet", with(good(), "nbf", json!(now() + 600))),
        ("issued in the future", with(good(), "iat", json!(now() + 600))),
        ("from another issuer", with(good(), "iss", json!("https://id.example/pool"))),
        ("without an issuer", without(good(), "iss")),
        ("for another client", with(good(), "client_id", json!("other"))),
        ("for no client", without(good(), "client_id")),
        ("for another audience", with(good(), "aud", json!("other"))),
        ("for other audiences", with(good(), "aud", json!(["other", "more"]))),
    ] {
        let authorization = format!("Bearer {}", running.sign(&claims));
        assert_unauthorized(&running, case, Some(&authorization)).await;
    }
    running.shutdown().await;
}

#[tokio::test]
async fn an_id_token_is_refused() {
    let running = start().await;
    let token = sign_in(running.base_url(), "manager-helena").await.unwrap().id_token;
    let answer = call(&running, Method::GET, LEADS, Some(&format!("Bearer {token}"))).await;
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    running.shutdown().await;
}

#[tokio::test]
async fn a_token_that_the_key_did_not_sign_is_refused() {
    let (running, stranger) = (start().await, start().await);
    let token = running.sign(&good(&running));
    let foreign = stranger.sign(&good(&running));
    let unsigned = {
        let head = with(header(&token), "alg", json!("none"));
        let headless = reheaded(&token, &head);
        let (signed, _) = headless.rsplit_once('.').unwrap();
        format!("{signed}.")
    };
    let keys = call(&running, Method::GET, "/auth/jwks.json", None).await.text().await.unwrap();
    let mut hmac_header = Header::new(Algorithm::HS256);
    hmac_header.kid = header(&token)["kid"].as_str().map(str::to_owned);
    let hmac_key = EncodingKey::from_secret(keys.as_bytes());
    let hmac = jsonwebtoken::encode(&hmac_header, &good(&running), &hmac_key).unwrap();
    let tampered = {
        let claims = URL_SAFE_NO_PAD.encode(with(good(&running), "sub", json!("admin-ruth")).to_string());
        let parts: Vec<_> = token.split('.').collect();
        format!("{}.{claims}.{}", parts[0], parts[2])
    };
    for (case, token) in [
        ("another key", foreign.clone()),
        ("another key under our key's id", reheaded(&foreign, &header(&token))),
        ("alg none", unsigned.clone()),
        ("alg none with a signature", reheaded(&token, &with(header(&token), "alg", json!("none")))),
        ("HMAC with the public key", hmac),
        ("no key id", reheaded(&token, &without(header(&token), "kid"))),
        ("other claims", tampered),
        ("no token", "abc".to_owned()),
        ("two dots", "..".to_owned()),
    ] {
        assert_unauthorized(&running, case, Some(&format!("Bearer {token}"))).await;
    }
    stranger.shutdown().await;
    running.shutdown().await;
}

#[tokio::test]
async fn a_request_without_a_bearer_token_is_refused() {
    let running = start().await;
    for authorization in [None, Some(""), Some("Bearer"), Some("Bearer "), Some("Basic dXNlcjpwYXNz")] {
        assert_unauthorized(&running, &format!("{authorization:?}"), authorization).await;
    }
    running.shutdown().await;
}

#[tokio::test]
async fn a_route_that_the_template_lacks_is_not_found() {
    let running = start().await;
    let token = format!("Bearer {}", running.sign(&good(&running)));
    for (method, path) in [
        (Method::GET, "/api"),
        (Method::GET, "/api/"),
        (Method::GET, "/api/v2/leads"),
        (Method::GET, "/api/v1/leads/"),
        (Method::GET, "/api/v1/leads/a/b"),
        (Method::DELETE, LEADS),
        (Method::HEAD, LEADS),
        (Method::OPTIONS, LEADS),
        (Method::POST, "/api/v1/leads.csv"),
    ] {
        let answer = call(&running, method.clone(), path, Some(&token)).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{method} {path}");
        if method != Method::HEAD {
            assert_eq!(answer.text().await.unwrap(), r#"{"message":"Not Found"}"#, "{method} {path}");
        }
    }
    running.shutdown().await;
}

#[tokio::test]
async fn a_public_route_asks_for_no_token() {
    let running = start().await;
    let answer = call(&running, Method::GET, "/api/v1/openapi.json", None).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(answer.headers().contains_key("apigw-requestid"));
    running.shutdown().await;
}

#[tokio::test]
async fn a_body_beyond_ten_megabytes_stops_at_the_gateway() {
    let running = start().await;
    let token = format!("Bearer {}", running.sign(&good(&running)));
    let request = client().post(format!("{}{LEADS}", running.base_url())).header(AUTHORIZATION, token);
    let answer = request.body(vec![b' '; 10 * 1024 * 1024 + 1]).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(answer.text().await.unwrap(), r#"{"message":"Request Entity Too Large"}"#);
    running.shutdown().await;
}

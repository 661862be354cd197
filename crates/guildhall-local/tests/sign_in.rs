//! The sign-in, over HTTP as a client sees it.

#![allow(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod support;

use guildhall_local::{CLIENT_ID, Running, client::sign_in, people};
use reqwest::header::{ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, LOCATION};
use reqwest::{Response, StatusCode};
use serde_json::Value;
use support::{Scratch, client, json, start};

/// RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

fn authorize_url(running: &Running, more: &str) -> String {
    let base = running.base_url();
    format!(
        "{base}/auth/authorize?response_type=code&client_id={CLIENT_ID}&redirect_uri={base}/signed-in\
         &scope=openid&state=s&nonce=n&code_challenge={CHALLENGE}&code_challenge_method=S256{more}"
    )
}

async fn code_for(running: &Running, person: &str) -> String {
    let choice = client().post(authorize_url(running, "")).form(&[("person", person)]).send().await.unwrap();
    assert_eq!(choice.status(), StatusCode::SEE_OTHER);
    let location = choice.headers()[LOCATION].to_str().unwrap();
    let rest = location.strip_prefix(&format!("{}/signed-in?code=", running.base_url())).unwrap();
    rest.strip_suffix("&state=s").unwrap().replace("%5F", "_").replace("%2D", "-")
}

async fn spend(running: &Running, code: &str, changes: &[(&str, &str)]) -> Response {
    let redirect_uri = format!("{}/signed-in", running.base_url());
    let mut form = vec![
        ("grant_type", "authorization_code"),
        ("client_id", CLIENT_ID),
        ("code", code),
        ("redirect_uri", &redirect_uri),
        ("code_verifier", VERIFIER),
    ];
    for (name, value) in changes {
        form.retain(|(own, _)| own != name);
        form.push((name, value));
    }
    token(running, &form).await
}

async fn token(running: &Running, form: &[(&str, &str)]) -> Response {
    client().post(format!("{}/auth/token", running.base_url())).form(form).send().await.unwrap()
}

async fn refresh(running: &Running, refresh_token: &str) -> Response {
    let form = [("grant_type", "refresh_token"), ("client_id", CLIENT_ID), ("refresh_token", refresh_token)];
    token(running, &form).await
}

async fn refused(response: Response, error: &str) {
    assert_eq!(json(response, StatusCode::BAD_REQUEST).await["error"], error);
}

fn claims(token: &str) -> Value {
    use base64::Engine;
    let part = token.split('.').nth(1).unwrap();
    serde_json::from_slice(&base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

#[tokio::test]
async fn the_discovery_document_and_the_config_name_the_same_places() {
    let running = start().await;
    let get = async |path: &str| {
        json(client().get(format!("{}{path}", running.base_url())).send().await.unwrap(), StatusCode::OK)
            .await
    };
    let discovery = get("/auth/.well-known/openid-configuration").await;
    let config = get("/config.json").await;
    assert_eq!(discovery["issuer"], config["issuer"]);
    assert_eq!(discovery["authorization_endpoint"], config["authorize_url"]);
    assert_eq!(discovery["token_endpoint"], config["token_url"]);
    assert_eq!(discovery["revocation_endpoint"], config["revoke_url"]);
    assert_eq!(discovery["end_session_endpoint"], config["logout_url"]);
    assert_eq!(config["client_id"], CLIENT_ID);
    assert_eq!(config["api"], "/api/v1");
    let keys = get("/auth/jwks.json").await;
    assert_eq!(keys["keys"][0]["alg"], "RS256");
    assert_eq!(keys["keys"][0]["use"], "sig");
    assert!(keys["keys"][0].get("d").is_none(), "the private half was served");
    running.shutdown().await;
}

#[tokio::test]
async fn everybody_gets_an_access_token_that_says_who_they_are() {
    let running = start().await;
    for person in &people::PEOPLE {
        let tokens = sign_in(running.base_url(), person.id).await.unwrap();
        let access = claims(&tokens.access_token);
        assert_eq!(access["iss"], running.issuer());
        assert_eq!(access["sub"], person.id);
        assert_eq!(access["client_id"], CLIENT_ID);
        assert_eq!(access["token_use"], "access");
        assert_eq!(access["scope"], "openid");
        assert_eq!(access["name"], person.name);
        assert_eq!(access["email"], person.email);
        assert!(access.get("aud").is_none());
        assert_eq!(access["exp"].as_i64().unwrap() - access["iat"].as_i64().unwrap(), tokens.expires_in);
        let organisation = person.organisation.map(|organisation| organisation.id);
        assert_eq!(access.get("guildhall_org").and_then(Value::as_str), organisation);
        let id = claims(&tokens.id_token);
        assert_eq!((&id["token_use"], &id["aud"]), (&"id".into(), &CLIENT_ID.into()));
    }
    running.shutdown().await;
}

#[tokio::test]
async fn the_nonce_comes_back_in_the_id_token() {
    let running = start().await;
    let code = code_for(&running, "rep-chau").await;
    let tokens = json(spend(&running, &code, &[]).await, StatusCode::OK).await;
    assert_eq!(claims(tokens["id_token"].as_str().unwrap())["nonce"], "n");
    running.shutdown().await;
}

#[tokio::test]
async fn a_code_is_refused_without_its_verifier_address_or_client() {
    let running = start().await;
    let code = code_for(&running, "rep-chau").await;
    let elsewhere = format!("{}/elsewhere", running.base_url());
    refused(spend(&running, &code, &[("code_verifier", "wrong")]).await, "invalid_grant").await;
    refused(spend(&running, &code, &[("redirect_uri", &elsewhere)]).await, "invalid_grant").await;
    refused(spend(&running, &code, &[("client_id", "other")]).await, "invalid_client").await;
    refused(spend(&running, "unknown", &[]).await, "invalid_grant").await;
    refused(spend(&running, &code, &[("grant_type", "password")]).await, "unsupported_grant_type").await;
    let bare = [("grant_type", "authorization_code"), ("client_id", CLIENT_ID), ("code", &*code)];
    refused(token(&running, &bare).await, "invalid_request").await;
    assert_eq!(spend(&running, &code, &[]).await.status(), StatusCode::OK);
    running.shutdown().await;
}

#[tokio::test]
async fn a_code_used_twice_is_refused_and_ends_the_session_it_gave() {
    let running = start().await;
    let code = code_for(&running, "rep-chau").await;
    let tokens = json(spend(&running, &code, &[]).await, StatusCode::OK).await;
    refused(spend(&running, &code, &[]).await, "invalid_grant").await;
    refused(refresh(&running, tokens["refresh_token"].as_str().unwrap()).await, "invalid_grant").await;
    running.shutdown().await;
}

#[tokio::test]
async fn a_refresh_token_is_good_once() {
    let running = start().await;
    let first = sign_in(running.base_url(), "norrsken-member").await.unwrap().refresh_token;
    let tokens = json(refresh(&running, &first).await, StatusCode::OK).await;
    assert_eq!(claims(tokens["access_token"].as_str().unwrap())["sub"], "norrsken-member");
    refused(refresh(&running, &first).await, "invalid_grant").await;
    refused(refresh(&running, tokens["refresh_token"].as_str().unwrap()).await, "invalid_grant").await;
    running.shutdown().await;
}

#[tokio::test]
async fn a_revoked_refresh_token_gives_nothing_more() {
    let running = start().await;
    let token = sign_in(running.base_url(), "norrsken-member").await.unwrap().refresh_token;
    let revoke = client()
        .post(format!("{}/auth/revoke", running.base_url()))
        .form(&[("client_id", CLIENT_ID), ("token", &token)]);
    assert_eq!(revoke.send().await.unwrap().status(), StatusCode::OK);
    refused(refresh(&running, &token).await, "invalid_grant").await;
    running.shutdown().await;
}

#[tokio::test]
async fn a_request_without_pkce_goes_back_to_the_client_with_the_reason() {
    let running = start().await;
    let url = authorize_url(&running, "");
    for (from, to) in [
        ("&code_challenge_method=S256", "&code_challenge_method=plain"),
        ("&code_challenge_method=S256", ""),
        (&*format!("&code_challenge={CHALLENGE}"), ""),
    ] {
        let answer = client().get(url.replace(from, to)).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let location = answer.headers()[LOCATION].to_str().unwrap();
        let expected = format!("{}/signed-in?error=invalid%5Frequest", running.base_url());
        assert!(location.starts_with(&expected) && location.ends_with("&state=s"), "{location}");
    }
    running.shutdown().await;
}

#[tokio::test]
async fn nobody_is_sent_to_a_strangers_address() {
    let running = start().await;
    let own = format!("redirect_uri={}/signed-in", running.base_url());
    for other in ["redirect_uri=http://evil.example/", "redirect_uri=//evil.example", ""] {
        let url = authorize_url(&running, "").replace(&own, other);
        for answer in [client().get(&url), client().post(&url).form(&[("person", "rep-chau")])] {
            let answer = answer.send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{other}");
            assert!(answer.headers().get(LOCATION).is_none());
        }
    }
    let logout = format!("{}/auth/logout?post_logout_redirect_uri=http://evil.example/", running.base_url());
    assert_eq!(client().get(logout).send().await.unwrap().status(), StatusCode::BAD_REQUEST);
    running.shutdown().await;
}

#[tokio::test]
async fn signing_out_leads_back_to_the_own_site() {
    let running = start().await;
    let base = running.base_url();
    let url = format!("{base}/auth/logout?post_logout_redirect_uri={base}/bye&state=x");
    let answer = client().get(url).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(answer.headers()[LOCATION], format!("{base}/bye?state=x"));
    running.shutdown().await;
}

#[tokio::test]
async fn the_page_lists_everybody_in_the_readers_language_without_script() {
    let running = start().await;
    for (language, more, title) in [
        ("sv-SE", "", "Vem är du i dag?"),
        ("sv", "&ui_locales=vi", "Hôm nay bạn là ai?"),
        ("fr", "", "Who are you today?"),
    ] {
        let page = client().get(authorize_url(&running, more)).header(ACCEPT_LANGUAGE, language);
        let page = page.send().await.unwrap();
        assert_eq!(page.headers()[CACHE_CONTROL], "no-store");
        let policy = page.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        let text = page.text().await.unwrap();
        assert!(text.contains(title), "{text}");
        assert!(!text.contains("<script") && !text.contains("style=\""));
        for person in &people::PEOPLE {
            assert!(text.contains(&format!("value=\"{}\"", person.id)), "{}", person.id);
        }
    }
    let style = client().get(format!("{}/auth/sign-in.css", running.base_url())).send().await.unwrap();
    assert_eq!(style.headers()["content-type"], "text/css; charset=utf-8");
    running.shutdown().await;
}

#[tokio::test]
async fn nobody_unknown_can_be_chosen() {
    let running = start().await;
    for person in ["", "system", "norrsken-ghost"] {
        let choice = client().post(authorize_url(&running, "")).form(&[("person", person)]);
        assert_eq!(choice.send().await.unwrap().status(), StatusCode::BAD_REQUEST);
    }
    running.shutdown().await;
}

#[tokio::test]
async fn a_session_survives_a_restart_and_the_key_is_the_owners_alone() {
    let scratch = Scratch::new();
    let running = guildhall_local::System::start(scratch.options()).await.unwrap();
    let tokens = sign_in(running.base_url(), "manager-helena").await.unwrap();
    let keys = async |running: &Running| {
        client()
            .get(format!("{}/auth/jwks.json", running.base_url()))
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
    };
    let before = keys(&running).await;
    running.shutdown().await;

    let running = guildhall_local::System::start(scratch.options()).await.unwrap();
    assert_eq!(keys(&running).await, before);
    let again = json(refresh(&running, &tokens.refresh_token).await, StatusCode::OK).await;
    assert_eq!(claims(again["access_token"].as_str().unwrap())["sub"], "manager-helena");
    running.shutdown().await;

    #[cfg(unix)]
    for file in ["sign-in-key.pem", "sessions.json"] {
        use std::os::unix::fs::PermissionsExt;
        let mode = scratch.path().join("data").join(file).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}

//! The movable business clock, over HTTP.

#![allow(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod support;

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_local::{Options, Running, System};
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use support::{Scratch, client, json, start};

fn request(running: &Running, method: Method) -> RequestBuilder {
    client().request(method, format!("{}/dev/clock", running.base_url()))
}

async fn shown(running: &Running) -> DateTime<Utc> {
    let body = json(request(running, Method::GET).send().await.unwrap(), StatusCode::OK).await;
    body["now"].as_str().unwrap().parse().unwrap()
}

fn close(a: DateTime<Utc>, b: &str) -> bool {
    (a - b.parse::<DateTime<Utc>>().unwrap()).abs() < TimeDelta::seconds(20)
}

#[tokio::test]
async fn a_move_survives_a_restart() {
    let scratch = Scratch::new();
    let running = System::start(scratch.options()).await.unwrap();
    let set = request(&running, Method::PUT).json(&json!({ "now": "2023-09-30T23:59:59+00:00" }));
    json(set.send().await.unwrap(), StatusCode::OK).await;
    assert!(close(shown(&running).await, "2023-09-30T23:59:59Z"));
    running.shutdown().await;

    let running = System::start(scratch.options()).await.unwrap();
    assert!(close(shown(&running).await, "2023-09-30T23:59:59Z"));
    json(request(&running, Method::DELETE).send().await.unwrap(), StatusCode::OK).await;
    running.shutdown().await;

    let running = System::start(scratch.options()).await.unwrap();
    assert!(close(shown(&running).await, &DateTime::<Utc>::from(std::time::SystemTime::now()).to_rfc3339()));
    running.shutdown().await;
}

#[tokio::test]
async fn the_option_sets_the_clock() {
    let clock = Some("2027-01-31T12:00:00Z".parse().unwrap());
    let running = System::start(Options { clock, ..Options::in_memory() }).await.unwrap();
    assert!(close(shown(&running).await, "2027-01-31T12:00:00Z"));
    running.shutdown().await;
}

#[tokio::test]
async fn moving_the_clock_signs_nobody_out() {
    let running = start().await;
    let token =
        guildhall_local::client::sign_in(running.base_url(), "manager-helena").await.unwrap().access_token;
    for now in ["2001-01-01T00:00:00Z", "2099-01-01T00:00:00Z"] {
        json(
            request(&running, Method::PUT).json(&json!({ "now": now })).send().await.unwrap(),
            StatusCode::OK,
        )
        .await;
        let list = client().get(format!("{}/api/v1/leads", running.base_url())).bearer_auth(&token);
        assert_eq!(list.send().await.unwrap().status(), StatusCode::OK, "{now}");
    }
    running.shutdown().await;
}

#[tokio::test]
async fn what_is_no_time_does_not_move_the_clock() {
    let running = start().await;
    let before = shown(&running).await;
    for (body, status) in [
        (json!({ "now": "tomorrow" }), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({ "now": "2026-11-21T09:00:00" }), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({ "now": "1066-10-14T09:00:00Z" }), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({ "now": 5 }), StatusCode::BAD_REQUEST),
        (json!({ "now": "2026-11-21T09:00:00Z", "then": "x" }), StatusCode::BAD_REQUEST),
        (Value::Null, StatusCode::BAD_REQUEST),
        (json!({ "now": "x".repeat(5000) }), StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let answer = request(&running, Method::PUT).json(&body).send().await.unwrap();
        assert_eq!(answer.status(), status, "{body}");
    }
    let text = request(&running, Method::PUT).body(r#"{"now":"2030-01-01T00:00:00Z"}"#);
    assert_eq!(text.send().await.unwrap().status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let foreign = request(&running, Method::PUT)
        .header("origin", "http://evil.example")
        .json(&json!({ "now": "2030-01-01T00:00:00Z" }));
    assert_eq!(foreign.send().await.unwrap().status(), StatusCode::FORBIDDEN);
    assert!((shown(&running).await - before).abs() < TimeDelta::seconds(20));
    running.shutdown().await;
}

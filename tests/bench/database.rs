//! A DynamoDB that answers at once: with one profile, and with nothing else.

use std::io;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use axum::serve::ListenerExt;
use serde_json::Value;
use tokio::net::TcpListener;

/// A public profile as the table holds it.
const PROFILE: &str = include_str!("profile.json");

/// It runs as long as the program does.
pub(crate) struct Database {
    endpoint: String,
}

impl Database {
    pub(crate) async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let endpoint = format!("http://{}", listener.local_addr()?);
        let routes = Router::new().fallback(answer);
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        tokio::spawn(async move { drop(axum::serve(listener, routes).await) });
        Ok(Self { endpoint })
    }

    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }
}

async fn answer(headers: HeaderMap, body: Bytes) -> impl IntoResponse {
    let target = headers.get("x-amz-target").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let text = match target.rsplit('.').next().unwrap_or_default() {
        "GetItem" if asks_for_a_profile(&body) => format!(r#"{{"Item":{PROFILE}}}"#),
        "Query" | "Scan" => r#"{"Items":[],"Count":0,"ScannedCount":0}"#.to_owned(),
        "BatchGetItem" => r#"{"Responses":{},"UnprocessedKeys":{}}"#.to_owned(),
        _ => "{}".to_owned(),
    };
    ([(header::CONTENT_TYPE, "application/x-amz-json-1.0")], text)
}

fn asks_for_a_profile(body: &[u8]) -> bool {
    let asked: Value = serde_json::from_slice(body).unwrap_or_default();
    asked["Key"]["PK"]["S"].as_str().is_some_and(|key| key.starts_with("PROFILE#"))
}

//! `/config.json`: what the frontend must know before it can sign anybody in.

use axum::response::Response;
use http::{StatusCode, header};
use serde_json::{Value, json};

use crate::CLIENT_ID;

/// The text of `/config.json` for an origin such as `http://127.0.0.1:8080`.
pub(crate) fn document(origin: &str) -> Value {
    json!({
        "issuer": format!("{origin}/auth"),
        "client_id": CLIENT_ID,
        "authorize_url": format!("{origin}/auth/authorize"),
        "token_url": format!("{origin}/auth/token"),
        "logout_url": format!("{origin}/auth/logout"),
        "api": "/api/v1",
        "dev": { "clock": true },
    })
}

/// A JSON answer that nobody keeps.
pub(crate) fn json_answer(status: StatusCode, value: &Value) -> Response {
    let mut response = Response::new(value.to_string().into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, http::HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, http::HeaderValue::from_static("no-store"));
    response
}

//! `/config.json`: what the frontend must know before it can sign anybody in.

use axum::response::Response;
use guildhall_contract::client_config::ClientConfig;
use http::{StatusCode, header};
use serde::Serialize;
use serde_json::{Value, json};

use crate::CLIENT_ID;

/// What one machine answers with: more than the application reads.
#[derive(Serialize)]
struct Document {
    #[serde(flatten)]
    client: ClientConfig,
    /// For programs that look for the sign-in's own description.
    issuer: String,
    dev: Dev,
}

/// What there is on one machine only.
#[derive(Serialize)]
struct Dev {
    /// Whether the clock can be moved.
    clock: bool,
}

/// The text of `/config.json` for an origin such as `http://127.0.0.1:8080`.
pub(crate) fn document(origin: &str) -> Value {
    let issuer = format!("{origin}/auth");
    let client = ClientConfig {
        client_id: CLIENT_ID.to_owned(),
        authorize_url: format!("{issuer}/authorize"),
        token_url: format!("{issuer}/token"),
        revoke_url: format!("{issuer}/revoke"),
        logout_url: format!("{issuer}/logout"),
        api: "/api/v1".to_owned(),
    };
    json!(Document { client, issuer, dev: Dev { clock: true } })
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

//! `/dev/clock`: reads, moves and resets the business clock. One machine only.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use guildhall_domain::clock::Clock;
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;
use serde_json::json;

use crate::clock::{MovableClock, parse_time, wire};
use crate::config::json_answer;

/// Far more than `{"now":"2026-11-21T09:00:00.000Z"}` needs.
const BODY_LIMIT: usize = 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Move {
    now: String,
}

/// The routes of the clock.
pub(crate) fn routes(clock: Arc<MovableClock>) -> Router {
    Router::new().route("/dev/clock", get(show).put(set).delete(reset)).with_state(clock)
}

async fn show(State(clock): State<Arc<MovableClock>>) -> Response {
    json_answer(StatusCode::OK, &json!({ "now": wire(clock.now()) }))
}

async fn set(State(clock): State<Arc<MovableClock>>, headers: HeaderMap, body: Body) -> Response {
    // A form on another site can send text/plain without asking first, but not JSON.
    if !is_json(&headers) {
        return refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "send application/json");
    }
    let Ok(bytes) = to_bytes(body, BODY_LIMIT).await else {
        return refused(StatusCode::PAYLOAD_TOO_LARGE, "the body is too large");
    };
    let Ok(Move { now }) = serde_json::from_slice(&bytes) else {
        return refused(StatusCode::BAD_REQUEST, "send {\"now\": \"2026-11-21T09:00:00Z\"}");
    };
    let time = match parse_time(&now) {
        Ok(time) => time,
        Err(error) => return refused(StatusCode::UNPROCESSABLE_ENTITY, &error.to_string()),
    };
    answer_move(&clock, clock.set(time))
}

async fn reset(State(clock): State<Arc<MovableClock>>) -> Response {
    answer_move(&clock, clock.reset())
}

fn answer_move(clock: &MovableClock, moved: std::io::Result<()>) -> Response {
    match moved {
        Ok(()) => json_answer(StatusCode::OK, &json!({ "now": wire(clock.now()) })),
        Err(error) => {
            tracing::error!(%error, "the clock's move could not be kept");
            refused(StatusCode::INTERNAL_SERVER_ERROR, "the move could not be kept")
        }
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn refused(status: StatusCode, message: &str) -> Response {
    json_answer(status, &json!({ "message": message }))
}

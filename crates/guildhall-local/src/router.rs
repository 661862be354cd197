//! Which part of the system answers which path.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{any, get};
use guildhall_shelf::FolderShelf;
use http::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::sync::Notify;

use crate::clock::MovableClock;
use crate::config::json_answer;
use crate::gateway::Gateway;
use crate::guard::{Origin, keep_to_own_origin};
use crate::mailbox::Carrier;
use crate::sign_in::SignIn;
use crate::site::{Site, not_found, protect};
use crate::workers::DeadLetters;
use crate::{config, dev_clock, exported, mailbox, old_addresses, sign_in};

/// The parts of the system.
pub(crate) struct Parts {
    pub(crate) origin: Origin,
    pub(crate) gateway: Gateway,
    pub(crate) sign_in: Arc<SignIn>,
    pub(crate) clock: Arc<MovableClock>,
    pub(crate) site: Site,
    /// Told of every request that may have written something.
    pub(crate) news: Arc<Notify>,
    pub(crate) dead_letters: Arc<DeadLetters>,
    /// Exported files.
    pub(crate) exports: FolderShelf,
    /// Carries mail, and tells what became of it.
    pub(crate) carrier: Carrier,
}

/// Joins the parts.
pub(crate) fn router(parts: Parts) -> Router {
    let config = Arc::new(config::document(&parts.origin.url));
    let gateway = Arc::new(parts.gateway);
    let api = Router::new()
        .route("/api", any(call))
        .route("/api/", any(call))
        .route("/api/{*path}", any(call))
        .with_state((Arc::clone(&gateway), parts.news));
    Router::new()
        .merge(api)
        .merge(old_addresses::routes(gateway))
        .merge(sign_in::routes(parts.sign_in))
        .merge(exported::routes(parts.exports, Arc::clone(&parts.clock)))
        .merge(dev_clock::routes(parts.clock))
        .merge(mailbox::routes(parts.carrier))
        .route("/config.json", get(show_config).with_state(config))
        .route("/dev/dead-letters.json", get(show_dead_letters).with_state(parts.dead_letters))
        .fallback_service(any(site).with_state(Arc::new(parts.site)))
        .layer(from_fn_with_state(Arc::new(parts.origin), keep_to_own_origin))
}

async fn call(
    State((gateway, news)): State<(Arc<Gateway>, Arc<Notify>)>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let only_reads = parts.method == Method::GET;
    let answer = gateway.answer(parts, body, peer).await;
    if !only_reads {
        news.notify_waiters();
    }
    answer
}

async fn show_dead_letters(State(dead_letters): State<Arc<DeadLetters>>) -> Response {
    json_answer(StatusCode::OK, &json!({ "dead_letters": dead_letters.list() }))
}

async fn show_config(State(config): State<Arc<Value>>) -> Response {
    json_answer(StatusCode::OK, &config)
}

async fn site(State(site): State<Arc<Site>>, request: Request) -> Response {
    let path = request.uri().path();
    // A place of the system that does not exist is not a place in the app.
    let of_system = ["/auth", "/dev"]
        .iter()
        .any(|prefix| path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    if of_system {
        return protect(not_found());
    }
    site.answer(request.method(), path, request.headers()).await
}

//! The addresses of the Experts Marketplace, as the content delivery network hands them on: to the route that knows where
//! they lead.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::response::Response;
use axum::routing::any;
use http::uri::PathAndQuery;
use http::{Method, StatusCode, Uri};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::gateway::Gateway;
use crate::site::{not_found, protect, refuse};

/// What the network hands on of a longer one.
const LONGEST: usize = 1000;

/// Every address that was the marketplace's.
pub(crate) fn routes(gateway: Arc<Gateway>) -> Router {
    Router::new()
        .route("/experts", any(follow))
        .route("/experts/", any(follow))
        .route("/experts/{*path}", any(follow))
        .with_state(gateway)
}

async fn follow(
    State(gateway): State<Arc<Gateway>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
) -> Response {
    let (mut parts, body) = request.into_parts();
    if !matches!(parts.method, Method::GET | Method::HEAD) {
        return protect(refuse(StatusCode::METHOD_NOT_ALLOWED));
    }
    let Some(place) = asked(parts.uri.path()) else { return protect(not_found()) };
    parts.uri = place;
    protect(gateway.answer(parts, body, peer).await)
}

/// What is asked about a path.
fn asked(path: &str) -> Option<Uri> {
    let path: String = path.chars().take(LONGEST).collect();
    let path = utf8_percent_encode(&path, NON_ALPHANUMERIC);
    let place: PathAndQuery = format!("/api/v1/old-addresses?path={path}").parse().ok()?;
    Some(Uri::from(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_path_is_one_value() {
        let place = asked("/experts/a%20b&c").unwrap();
        assert_eq!(place.query(), Some("path=%2Fexperts%2Fa%2520b%26c"));
        assert!(asked(&format!("/experts/{}", "x".repeat(5000))).unwrap().to_string().len() < 1100);
    }
}

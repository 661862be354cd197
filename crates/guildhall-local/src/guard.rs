//! Keeps other origins out. The system listens on loopback only, but a web page from anywhere can
//! make its visitor's browser call `127.0.0.1`, or a name that resolves there.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header, uri::Authority};

/// The one origin that the system answers for.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    /// As `http://127.0.0.1:8080`.
    pub(crate) url: String,
    port: u16,
}

impl Origin {
    pub(crate) fn new(port: u16) -> Self {
        Self { url: format!("http://127.0.0.1:{port}"), port }
    }

    fn judge(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Verdict {
        let Some(host) = host(uri, headers) else { return Verdict::Elsewhere };
        let port = host.port_u16().unwrap_or(80);
        let reads = matches!(*method, Method::GET | Method::HEAD);
        match host.host() {
            "127.0.0.1" if port == self.port => {}
            // Sign-in is bound to one origin, so a reader who typed `localhost` is sent there.
            "localhost" if port == self.port && reads => return Verdict::Home,
            _ => return Verdict::Elsewhere,
        }
        let foreign =
            headers.get(header::ORIGIN).is_some_and(|origin| origin.as_bytes() != self.url.as_bytes());
        if foreign && !reads { Verdict::Foreign } else { Verdict::Welcome }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Welcome,
    /// `localhost`: the same place under another name.
    Home,
    /// A host name that is not ours.
    Elsewhere,
    /// A change that another site's page asks for.
    Foreign,
}

fn host(uri: &Uri, headers: &HeaderMap) -> Option<Authority> {
    let text = match uri.authority() {
        Some(authority) => authority.as_str(),
        None => headers.get(header::HOST)?.to_str().ok()?,
    };
    text.parse().ok()
}

/// Middleware: lets only requests for the own origin through.
pub(crate) async fn keep_to_own_origin(
    State(origin): State<Arc<Origin>>,
    request: Request,
    next: Next,
) -> Response {
    match origin.judge(request.method(), request.uri(), request.headers()) {
        Verdict::Welcome => next.run(request).await,
        Verdict::Home => home(&origin, request.uri()),
        Verdict::Elsewhere => {
            let text = format!("Guildhall answers at {} only.\n", origin.url);
            (StatusCode::MISDIRECTED_REQUEST, text).into_response()
        }
        Verdict::Foreign => (StatusCode::FORBIDDEN, "Another site may not ask for this.\n").into_response(),
    }
}

fn home(origin: &Origin, uri: &Uri) -> Response {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let mut response = StatusCode::TEMPORARY_REDIRECT.into_response();
    if let Ok(location) = HeaderValue::from_str(&format!("{}{path}", origin.url)) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::own("GET", "127.0.0.1:8080", None, Verdict::Welcome)]
    #[case::own_change("POST", "127.0.0.1:8080", Some("http://127.0.0.1:8080"), Verdict::Welcome)]
    #[case::no_browser("POST", "127.0.0.1:8080", None, Verdict::Welcome)]
    #[case::other_name("GET", "localhost:8080", None, Verdict::Home)]
    #[case::other_name_change("POST", "localhost:8080", None, Verdict::Elsewhere)]
    #[case::other_port("GET", "127.0.0.1:9090", None, Verdict::Elsewhere)]
    #[case::rebound_name("GET", "evil.example:8080", None, Verdict::Elsewhere)]
    #[case::other_site("PUT", "127.0.0.1:8080", Some("http://evil.example"), Verdict::Foreign)]
    #[case::sandboxed("POST", "127.0.0.1:8080", Some("null"), Verdict::Foreign)]
    fn only_the_own_origin_is_answered(
        #[case] method: &str,
        #[case] host: &str,
        #[case] origin: Option<&str>,
        #[case] expected: Verdict,
    ) {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        let verdict = Origin::new(8080).judge(&method.parse().unwrap(), &"/".parse().unwrap(), &headers);
        assert_eq!(verdict, expected);
    }

    #[test]
    fn a_request_without_a_host_is_not_answered() {
        let verdict = Origin::new(8080).judge(&Method::GET, &"/".parse().unwrap(), &HeaderMap::new());
        assert_eq!(verdict, Verdict::Elsewhere);
    }
}

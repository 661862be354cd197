//! Answers with the files of the build and the published pages, as the content delivery network does.

use axum::body::{Body, Bytes};
use axum::response::Response;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};

use super::files::{Asset, Build, Kept};
use super::places::{Place, place};
use super::published::Published;

/// Nothing but our own files; WebAssembly is compiled, nothing is evaluated.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; \
                      frame-ancestors 'none'; form-action 'self'";

/// The built frontend and the published pages.
pub(crate) struct Site {
    build: Option<Build>,
    published: Published,
}

impl Site {
    pub(crate) fn new(build: Option<Build>, published: Published) -> Self {
        Self { build, published }
    }

    /// Answers a request for a page or a file.
    ///
    /// Files lie at the top and in `assets/`; under `directory` lie the published pages; every other path
    /// is a place in the app, and gets the app. A file that does not exist is 404: the app in its place
    /// would be run as a script or shown as a picture. A page that is not published is 404 too, but with
    /// the app, which knows what was published a moment ago and can say what became of the page.
    pub(crate) async fn answer(&self, method: &Method, path: &str, headers: &HeaderMap) -> Response {
        if !matches!(*method, Method::GET | Method::HEAD) {
            return protect(refuse(StatusCode::METHOD_NOT_ALLOWED));
        }
        let path = path.trim_start_matches('/');
        let send = |asset: &Asset, status| send(asset, status, method, headers);
        let app = |status| self.built("index.html").map_or_else(not_found, |asset| send(asset, status));
        protect(match place(path) {
            Place::App => app(StatusCode::OK),
            Place::File => match (self.built(path), self.published.file(path).await) {
                (Some(asset), _) => send(asset, StatusCode::OK),
                (None, Some(asset)) => send(&asset, StatusCode::OK),
                (None, None) => not_found(),
            },
            Place::Notice => match (self.published.file(path).await, self.built(path)) {
                (Some(asset), _) => send(&asset, StatusCode::OK),
                (None, Some(asset)) => send(asset, StatusCode::OK),
                (None, None) => not_found(),
            },
            Place::Directory(key) => match self.published.file(&key).await {
                Some(asset) => send(&asset, StatusCode::OK),
                None => app(StatusCode::OK),
            },
            Place::Page(key) => match self.published.file(&key).await {
                Some(asset) => send(&asset, StatusCode::OK),
                None => app(StatusCode::NOT_FOUND),
            },
        })
    }

    fn built(&self, path: &str) -> Option<&Asset> {
        self.build.as_ref()?.asset(path)
    }
}

/// A plain 404.
pub(crate) fn not_found() -> Response {
    refuse(StatusCode::NOT_FOUND)
}

/// The headers that guard every answer of the site.
pub(crate) fn protect(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (
            header::HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

fn send(asset: &Asset, status: StatusCode, method: &Method, headers: &HeaderMap) -> Response {
    let (encoding, bytes) = choose(asset, headers);
    let tag = format!("\"{}{}\"", asset.digest, encoding.map(|name| format!("-{name}")).unwrap_or_default());
    let is_found = status == StatusCode::OK;
    let unchanged = is_found && headers.get(header::IF_NONE_MATCH).is_some_and(|value| names(value, &tag));
    let mut response = Response::default();
    *response.status_mut() = status;
    if unchanged {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        if *method == Method::GET {
            *response.body_mut() = Body::from(bytes.clone());
        }
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
        if let Some(name) = encoding {
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
    }
    let kept = match asset.kept {
        Kept::Not => "no-cache",
        Kept::Briefly => "public, max-age=60",
        Kept::ForGood => "public, max-age=31536000, immutable",
    };
    let kept = if is_found { kept } else { "no-store" };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// The smallest form that the reader takes.
fn choose<'a>(asset: &'a Asset, headers: &HeaderMap) -> (Option<&'static str>, &'a Bytes) {
    match (&asset.brotli, &asset.gzip) {
        (Some(bytes), _) if accepts(headers, "br") => (Some("br"), bytes),
        (_, Some(bytes)) if accepts(headers, "gzip") => (Some("gzip"), bytes),
        (Some(_) | None, Some(_) | None) => (None, &asset.plain),
    }
}

fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    let values = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0));
        name.trim().eq_ignore_ascii_case(encoding) && !refused
    })
}

fn names(value: &HeaderValue, tag: &str) -> bool {
    let Ok(text) = value.to_str() else { return false };
    text.split(',').map(str::trim).any(|own| own == "*" || own.trim_start_matches("W/") == tag)
}

/// A plain refusal.
pub(crate) fn refuse(status: StatusCode) -> Response {
    let mut response = Response::new(format!("{status}\n").into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

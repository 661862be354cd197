//! What the headers say.

use guildhall_contract::marketplace::MOVING_PAGE;
use guildhall_domain::cutover::{Cutover, CutoverDate};
use guildhall_http::{Body, Response};
use http::header::{CACHE_CONTROL, HeaderName, LINK, LOCATION};
use http::{HeaderValue, StatusCode};

/// RFC 9745.
const DEPRECATION: HeaderName = HeaderName::from_static("deprecation");
/// RFC 8594.
const SUNSET: HeaderName = HeaderName::from_static("sunset");

/// An answer that says from when all of this is deprecated, when merchants lose it, and where to read more.
pub(crate) fn deprecated(mut response: Response<Body>, cutover: &Cutover) -> Response<Body> {
    let from = cutover.dates().get(CutoverDate::DirectoryFrom).timestamp();
    let until = cutover.dates().get(CutoverDate::ClosedFrom).format("%a, %d %b %Y %H:%M:%S GMT");
    let headers = [
        (DEPRECATION, format!("@{from}")),
        (SUNSET, until.to_string()),
        (LINK, format!("<{MOVING_PAGE}>; rel=\"deprecation\"; type=\"text/html\"")),
    ];
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// 307: ask there, for now and in the same way. Nothing may remember it.
pub(crate) fn onward(place: &str) -> Response<Body> {
    let mut response = Response::new(Body::Empty);
    *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
    if let Ok(place) = HeaderValue::from_str(place) {
        response.headers_mut().insert(LOCATION, place);
    }
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

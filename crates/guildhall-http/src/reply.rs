//! What goes back.

use http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, HeaderName, LOCATION, RETRY_AFTER,
};
use http::{HeaderValue, StatusCode};
use lambda_http::{Body, Response};
use serde::Serialize;

use guildhall_contract::partner_api::address_of;
use guildhall_contract::problem::MEDIA_TYPE;
use guildhall_domain::cutover::{Behaviour, Visibility};

use crate::{Problem, ProblemCode};

const JSON: &str = "application/json";

/// 200 with a JSON body.
///
/// # Errors
/// Never for the types of the contract.
pub fn json(body: &impl Serialize) -> Result<Response<Body>, Problem> {
    Ok(respond(StatusCode::OK, JSON, write(body)?))
}

/// 200 with JSON that is text already.
#[must_use]
pub fn json_text(body: String) -> Response<Body> {
    respond(StatusCode::OK, JSON, body)
}

/// 200 with a JSON body and its version as `ETag`.
///
/// # Errors
/// Never for the types of the contract.
pub fn tagged(body: &impl Serialize, version: u64) -> Result<Response<Body>, Problem> {
    Ok(with(json(body)?, ETAG, &format!("\"{version}\"")))
}

/// 201 with a JSON body and where the new thing is.
///
/// # Errors
/// Never for the types of the contract.
pub fn created(body: &impl Serialize, location: &str) -> Result<Response<Body>, Problem> {
    Ok(with(respond(StatusCode::CREATED, JSON, write(body)?), LOCATION, location))
}

/// The answer to a program: what it made is where programs find it.
pub(crate) fn readdressed(response: Response<Body>) -> Response<Body> {
    let place = response.headers().get(LOCATION).and_then(|place| place.to_str().ok()).map(address_of);
    match place {
        Some(place) => with(response, LOCATION, &place),
        None => response,
    }
}

/// 302: go there for now. Nothing may remember it.
#[must_use]
pub fn redirect(place: &str) -> Response<Body> {
    let mut response = Response::new(Body::Empty);
    *response.status_mut() = StatusCode::FOUND;
    let response = with(response, LOCATION, place);
    with(response, CACHE_CONTROL, "no-store")
}

/// 204: done, and nothing to say.
#[must_use]
pub fn no_content() -> Response<Body> {
    let mut response = Response::new(Body::Empty);
    *response.status_mut() = StatusCode::NO_CONTENT;
    with(response, CACHE_CONTROL, "no-store")
}

/// 200 with a file to keep.
#[must_use]
pub fn attachment(body: String, content_type: &str, file_name: &str) -> Response<Body> {
    let disposition = format!("attachment; filename=\"{file_name}\"");
    with(respond(StatusCode::OK, content_type, body), CONTENT_DISPOSITION, &disposition)
}

/// 404: it does not exist, or is not the caller's to know of. One answer for both.
#[must_use]
pub fn not_found() -> Problem {
    Problem::new(ProblemCode::NotFound)
}

/// Lets a request pass only while the directory is open to the world.
///
/// # Errors
/// 404 before it is, for every handle alike, so that nobody learns who will be listed.
pub fn directory_open(behaviour: &Behaviour) -> Result<(), Problem> {
    match behaviour.directory {
        Visibility::Public => Ok(()),
        Visibility::Nobody | Visibility::Preview => Err(Problem::new(ProblemCode::DirectoryNotOpen)),
    }
}

/// A problem as it goes over the wire.
pub(crate) fn problem(problem: Problem, request_id: &str) -> Response<Body> {
    let status = StatusCode::from_u16(problem.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let retry_after = problem.retry_after;
    let body = serde_json::to_string(&problem.body(request_id)).unwrap_or_default();
    let response = respond(status, MEDIA_TYPE, body);
    match retry_after {
        Some(seconds) => with(response, RETRY_AFTER, &seconds.to_string()),
        None => response,
    }
}

fn write(body: &impl Serialize) -> Result<String, Problem> {
    serde_json::to_string(body).map_err(|_| Problem::new(ProblemCode::Internal))
}

fn respond(status: StatusCode, content_type: &str, body: String) -> Response<Body> {
    let mut response = Response::new(Body::Text(body));
    *response.status_mut() = status;
    // Answers are about one person's things; no cache on the way may keep them.
    let response = with(response, CONTENT_TYPE, content_type);
    with(response, CACHE_CONTROL, "no-store")
}

/// Sets a header; one that cannot be written is left out.
fn with(mut response: Response<Body>, name: HeaderName, value: &str) -> Response<Body> {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
    response
}

//! Answers for the pages and files that there are not, as the one-machine system does.
//!
//! A bucket can only say that it does not have a file. This function is asked then: a page that is not published is a
//! 404 whose body is the application, which knows what was published a moment ago and can say what became of the page;
//! a file is a plain 404, since the application in its place would be run as a script or shown as a picture. Only the
//! content delivery network asks it, so it is no part of the API.

mod application;
mod missing;
mod setup;

use std::sync::Arc;

use guildhall_http::{Body, Handler, OrFail, Problem, Request, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, Method, StatusCode};
use object_store::ObjectStore;

pub use setup::{SetupError, bucket_from_env};

use application::Application;
use missing::Missing;

/// Knows the bucket with the built application.
pub struct ShowMissing {
    application: Application,
}

impl ShowMissing {
    /// Reads the application from a bucket, when it is needed.
    #[must_use]
    pub fn new(bucket: Arc<dyn ObjectStore>) -> Self {
        Self { application: Application::new(bucket) }
    }
}

impl Handler for ShowMissing {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let status = match Missing::at(request.uri().path()) {
            Missing::File => return Ok(nothing()),
            Missing::Page => StatusCode::NOT_FOUND,
            Missing::Place => StatusCode::OK,
        };
        let Some(page) = self.application.page().await.or_fail()? else { return Ok(nothing()) };
        let body = if request.method() == Method::HEAD { Body::Empty } else { Body::Text(page) };
        Ok(respond(status, "text/html; charset=utf-8", body))
    }
}

/// A plain 404.
fn nothing() -> Response<Body> {
    let status = StatusCode::NOT_FOUND;
    respond(status, "text/plain; charset=utf-8", Body::Text(format!("{status}\n")))
}

fn respond(status: StatusCode, content_type: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    // What is missing now may be there in a moment.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

//! A function that panics when it is asked for `/panic`, and answers everything else: the edge of every function
//! around a handler with a mistake in it.

use guildhall_http::{Body, Handler, Problem, Request, Response, json};

struct Panicking;

impl Handler for Panicking {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        assert!(!request.uri().path().ends_with("/panic"), "as the test wants it");
        json(&"fine")
    }
}

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    guildhall_http::run(Panicking).await
}

//! From a request to a response, whatever happens in between.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use futures::FutureExt;
use futures::future::BoxFuture;
use lambda_http::{Body, Error, Request, Response};
use tracing::{error, info};

use guildhall_contract::partner_api::PartnerRoute;

use crate::receive::{gateway_key, request_id};
use crate::reply::{problem, readdressed};
use crate::{Problem, ProblemCode};

/// What a function does with a request.
pub trait Handler: Send + Sync + 'static {
    /// Handles one request.
    fn handle(&self, request: Request) -> impl Future<Output = Result<Response<Body>, Problem>> + Send;
}

/// A handler behind one type, for whoever dispatches to several.
pub type Entry = Arc<dyn Fn(Request) -> BoxFuture<'static, Response<Body>> + Send + Sync>;

/// Puts a handler behind one type.
pub fn entry(handler: impl Handler) -> Entry {
    let handler = Arc::new(handler);
    Arc::new(move |request| {
        let handler = Arc::clone(&handler);
        async move { answer(&*handler, request).await }.boxed()
    })
}

/// Answers a request. Never fails and never panics: a panic in the handler is a 500, and the process
/// serves the next request.
pub async fn answer(handler: &impl Handler, request: Request) -> Response<Body> {
    let started = Instant::now();
    let id = request_id(&request);
    let route = gateway_key(&request).to_owned();
    let outcome = AssertUnwindSafe(handler.handle(request)).catch_unwind().await;
    let (response, code) = match outcome {
        // Whoever asks with a token is shown where tokens lead to.
        Ok(Ok(response)) if PartnerRoute::find(&route).is_some() => (readdressed(response), None),
        Ok(Ok(response)) => (response, None),
        Ok(Err(refused)) => {
            let code = refused.code;
            (problem(refused, &id), Some(code))
        }
        Err(_panic) => {
            // The panic's own message went to stderr by the hook; it may hold personal data.
            error!(request_id = %id, route, "handler panicked");
            (problem(Problem::new(ProblemCode::Internal), &id), Some(ProblemCode::Internal))
        }
    };
    info!(
        request_id = %id,
        route,
        status = response.status().as_u16(),
        code = code.map(ProblemCode::code),
        ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        "answered"
    );
    response
}

/// Starts to write log lines as JSON, the way Lambda's own log lines are written.
pub fn start_logging() {
    lambda_http::tracing::init_default_subscriber();
}

/// Runs a handler as a Lambda function until the environment ends.
///
/// # Errors
/// When the Lambda runtime's interface fails.
pub async fn run(handler: impl Handler) -> Result<(), Error> {
    let entry = entry(handler);
    lambda_http::run(lambda_http::service_fn(move |request: Request| {
        let response = entry(request);
        async move { Ok::<_, Error>(response.await) }
    }))
    .await
}

#[cfg(test)]
mod tests {
    use guildhall_contract::problem::ProblemBody;

    use super::*;
    use crate::json;

    /// Panics when asked for `/panic`, and answers everything else.
    struct Fragile;

    impl Handler for Fragile {
        async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
            assert_ne!(request.uri().path(), "/panic", "as the test wants it");
            json(&"fine")
        }
    }

    fn request(path: &str) -> Request {
        http::Request::builder().uri(path).body(Body::Empty).expect("a request")
    }

    #[tokio::test]
    async fn a_panic_is_a_500_and_the_next_request_is_served() {
        let entry = entry(Fragile);
        let broken = entry(request("/panic")).await;
        assert_eq!(broken.status(), 500);
        let body: ProblemBody = serde_json::from_slice(broken.body()).expect("a problem");
        assert_eq!(body.code, ProblemCode::Internal);
        assert_eq!(entry(request("/")).await.status(), 200);
    }
}

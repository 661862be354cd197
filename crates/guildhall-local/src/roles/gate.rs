//! The gate itself: a proxy in front of a DynamoDB endpoint with an address for each function.

use std::collections::BTreeMap;
use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode, header};
use reqwest::{Client, Url};
use serde_json::json;
use tokio::task::JoinHandle;

use super::call::{Need, Unreadable, needs};
use super::policy::Policies;
use super::table::TableShape;
use super::uses::{FOLDER, Uses};
use crate::listener::listen;
use crate::template::{TEMPLATE, Template};
use crate::{StartError, random};

/// What stands between the gate's own address and a function's name.
const PREFIX: &str = "/as/";
/// How the operations of the table are named in a call; those of its stream are named otherwise.
const OPERATIONS: &str = "DynamoDB_20120810.";
/// More than any call that DynamoDB takes: 16 MB of items, some of them in base64.
const BODY_LIMIT: usize = 32 * 1024 * 1024;

/// A proxy in front of a DynamoDB endpoint that lets each function do what `infra/template.yaml` grants it.
///
/// A refused call is answered as AWS answers it, with `AccessDeniedException`. All else, errors included, goes
/// through as it is. It stops when it is dropped.
#[derive(Debug)]
pub struct RoleGate {
    address: String,
    server: JoinHandle<()>,
}

impl RoleGate {
    /// Starts a gate in front of an endpoint such as `http://127.0.0.1:8000`, on a free port of this machine. Only
    /// within a Tokio runtime.
    ///
    /// # Errors
    /// When the template grants something that cannot be checked here, no port is free, or the folder for the used
    /// grants cannot be written.
    pub fn start(endpoint: &str) -> Result<Self, StartError> {
        let machine = |reason: String| StartError::Machine { reason };
        let gate = Arc::new(Gate::open(endpoint, env::var_os(FOLDER).map(PathBuf::from))?);
        let listener = listen(0).map_err(|error| machine(error.to_string()))?;
        let address = listener.local_addr().map_err(|error| machine(error.to_string()))?;
        let router = Router::new().fallback(pass).with_state(gate);
        let server = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, router).await {
                tracing::error!(%error, "the gate in front of the table stopped");
            }
        });
        Ok(Self { address: format!("http://{address}"), server })
    }

    /// The gate's own address, under which each function has one.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The DynamoDB endpoint of the function with this binary, as `http://127.0.0.1:40123/as/submit-lead`.
    #[must_use]
    pub fn endpoint_of(&self, function: &str) -> String {
        endpoint_of(&self.address, function)
    }
}

impl Drop for RoleGate {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// A function's endpoint at the gate with this address.
pub(crate) fn endpoint_of(address: &str, function: &str) -> String {
    format!("{address}{PREFIX}{function}")
}

/// What the gate knows.
struct Gate {
    table: TableShape,
    policies: Policies,
    uses: Uses,
    client: Client,
    /// Where calls go that are allowed.
    target: Url,
}

/// Why a call does not go through.
enum Refusal {
    /// Nobody may.
    Unreadable(Unreadable),
    /// This function may not.
    NotGranted(Need),
}

impl Gate {
    fn open(endpoint: &str, folder: Option<PathBuf>) -> Result<Self, StartError> {
        let values = BTreeMap::new();
        let template = Template::read(TEMPLATE, &values)?;
        let table = TableShape::read(&template)?;
        let policies = Policies::read(&template, &table)?;
        let uses = Uses::open(policies.grants(), folder.as_deref())
            .map_err(|source| StartError::DataDir { path: folder.unwrap_or_default(), source })?;
        let machine = |reason: String| StartError::Machine { reason };
        let target = endpoint.parse().map_err(|_| machine("an endpoint that is no URL".to_owned()))?;
        // The callers have deadlines of their own, and hang up when they pass.
        let client = Client::builder().no_proxy().tcp_nodelay(true).build();
        let client = client.map_err(|error| machine(error.to_string()))?;
        Ok(Self { table, policies, uses, client, target })
    }

    /// Whether a function may make a call. What it used of its grants is noted.
    fn check(&self, function: &str, operation: &str, body: &[u8]) -> Result<(), Refusal> {
        let mut used = Vec::new();
        for need in needs(operation, body, &self.table).map_err(Refusal::Unreadable)? {
            let Some(grants) = self.policies.allow(function, &need) else {
                return Err(Refusal::NotGranted(need));
            };
            used.extend(grants);
        }
        for (number, grant) in used.into_iter().filter_map(|n| Some((n, self.policies.grants().get(n)?))) {
            self.uses.note(number, grant);
        }
        Ok(())
    }

    /// In words, with keys and without anything else of the call.
    fn explain(&self, function: &str, operation: &str, refusal: &Refusal) -> String {
        match refusal {
            Refusal::Unreadable(reason) => format!("{function} may not call {operation}: {reason}"),
            Refusal::NotGranted(need) => {
                let Need { action, resource, partitions } = need;
                let (at, granted) = (partitions.join(", "), self.policies.allowed_partitions(function, need));
                let granted = if granted.is_empty() { "nowhere".to_owned() } else { granted.join(", ") };
                format!("{function} may not {action} on {resource} at {at}: its policy grants it {granted}")
            }
        }
    }

    async fn forward(&self, headers: HeaderMap, body: Bytes) -> Result<Response, reqwest::Error> {
        let answer =
            self.client.post(self.target.clone()).headers(end_to_end(headers)).body(body).send().await?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let mut response = Response::new(Body::from(answer.bytes().await?));
        *response.status_mut() = status;
        *response.headers_mut() = end_to_end(headers);
        Ok(response)
    }
}

async fn pass(State(gate): State<Arc<Gate>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        return error(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", "too large");
    };
    let function = parts.uri.path().strip_prefix(PREFIX).unwrap_or_default().trim_end_matches('/');
    let target =
        parts.headers.get("x-amz-target").and_then(|target| target.to_str().ok()).unwrap_or_default();
    let operation = target.strip_prefix(OPERATIONS).unwrap_or(target);
    if let Err(refusal) = gate.check(function, operation, &body) {
        let reason = gate.explain(function, operation, &refusal);
        tracing::warn!("{reason}");
        return error(StatusCode::BAD_REQUEST, "AccessDeniedException", &reason);
    }
    match gate.forward(parts.headers, body).await {
        Ok(response) => response,
        Err(failure) => {
            tracing::debug!(%failure, "the endpoint behind the gate does not answer");
            error(StatusCode::SERVICE_UNAVAILABLE, "ServiceUnavailable", "nothing can be reached there")
        }
    }
}

/// Headers without those that are about one connection.
fn end_to_end(mut headers: HeaderMap) -> HeaderMap {
    for of_the_connection in [header::HOST, header::CONNECTION, header::TRANSFER_ENCODING] {
        headers.remove(of_the_connection);
    }
    headers
}

/// An error as DynamoDB words it.
fn error(status: StatusCode, code: &str, message: &str) -> Response {
    let body = json!({ "__type": format!("com.amazonaws.dynamodb.v20120810#{code}"), "message": message });
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, http::HeaderValue::from_static("application/x-amz-json-1.0"));
    if let Ok(id) = http::HeaderValue::from_str(&random::request_id()) {
        headers.insert("x-amzn-requestid", id);
    }
    response
}

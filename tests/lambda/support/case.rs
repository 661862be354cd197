//! One way through a route: what is refused, and then what is done.
//!
//! Refusals come first and against the very same thing, so that the answer at the end shows that they changed nothing.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use guildhall_contract::import::IMPORT_BODY_MAX;
use guildhall_contract::migrations::MIGRATION_BODY_MAX;
use guildhall_contract::problem::BODY_MAX;
use guildhall_local::Options;
use guildhall_tests::Endpoints;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use super::backend::{Backend, Database};
use super::binaries::Fleet;
use super::s3::S3;
use crate::api::{App, Reply, User, key};

/// A version that nothing here comes to.
const NEVER: u64 = 999;

/// A system whose functions are the built ones, and the routes that were gone through.
pub(crate) struct Cases {
    pub(crate) app: App,
    pub(crate) fleet: Fleet,
    done: Mutex<BTreeSet<&'static str>>,
    _database: Database,
}

/// Goes through a subject's routes on an emulator, and makes sure that it went through all of them.
pub(crate) async fn check(backend: Backend, routes: &[&'static str], subject: impl AsyncFnOnce(&Cases)) {
    check_with(backend, None, routes, subject).await;
}

/// The same with an S3.
pub(crate) async fn check_with(
    backend: Backend,
    s3: Option<&S3>,
    routes: &[&'static str],
    subject: impl AsyncFnOnce(&Cases),
) {
    let database = Database::start(backend).await;
    let s3 = s3.map(|s3| s3.endpoint().to_owned());
    let endpoints = Endpoints { s3, ..Endpoints::of_dynamodb(database.endpoint()) };
    let (fleet, functions, authorizers) = Fleet::new(&endpoints);
    let dynamodb = Some(database.endpoint().parse().expect("an endpoint"));
    let app = App::start_with(Options { dynamodb, functions, authorizers, ..Options::in_memory() }).await;
    let cases = Cases { app, fleet, done: Mutex::default(), _database: database };
    subject(&cases).await;
    let done = cases.done.lock().unwrap_or_else(PoisonError::into_inner).clone();
    assert_eq!(done, routes.iter().copied().collect(), "the table of routes and what was done differ");
    cases.assert_that_logs_are_fit_to_keep();
    assert_eq!(cases.app.running.dead_letters(), [], "workers gave something up");
}

impl Cases {
    /// A route as the template has it, for somebody, with values for the parameters of its path in their order.
    pub(crate) fn route<'a>(&'a self, route: &'static str, values: &[&str], user: User<'a>) -> Case<'a> {
        let (method, template) = route.split_once(' ').expect("a method and a path");
        let mut values = values.iter();
        let parts = template.trim_start_matches("/api/v1").split('/').map(|part| {
            if part.starts_with('{') { *values.next().expect("a value for every parameter") } else { part }
        });
        let path = parts.collect::<Vec<_>>().join("/");
        let method = method.parse().expect("a method");
        Case { cases: self, route, method, path, user, headers: Vec::new(), body: None, is_public: false }
    }

    /// Every line that a function wrote is one JSON object, as the log's searches and metrics need it, and holds
    /// nothing that a person entered.
    fn assert_that_logs_are_fit_to_keep(&self) {
        let log = self.fleet.log();
        assert!(log.len() >= self.fleet.started().len(), "functions were asked and wrote nothing");
        for line in log {
            assert!(serde_json::from_str::<Value>(&line).is_ok_and(|line| line.is_object()), "{line}");
            for personal in ["@", "Acme", "Ashworth", "+46", "norrsken AB"] {
                assert!(!line.contains(personal), "{personal} in {line}");
            }
        }
    }
}

/// A request in the making.
pub(crate) struct Case<'a> {
    cases: &'a Cases,
    route: &'static str,
    method: Method,
    path: String,
    user: User<'a>,
    headers: Vec<(&'static str, String)>,
    body: Option<Value>,
    is_public: bool,
}

impl<'a> Case<'a> {
    /// Anybody may ask.
    pub(crate) fn public(mut self) -> Self {
        self.is_public = true;
        self
    }

    /// What follows the path, from the question mark on.
    pub(crate) fn query(mut self, query: &str) -> Self {
        self.path = format!("{}?{query}", self.path.split('?').next().unwrap_or_default());
        self
    }

    pub(crate) fn body(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    /// With an idempotency key of its own.
    pub(crate) fn keyed(mut self) -> Self {
        self.headers.push(("idempotency-key", key()));
        self
    }

    /// For the version that was seen.
    pub(crate) fn seen(mut self, version: u64) -> Self {
        self.headers.push(("if-match", format!("\"{version}\"")));
        self
    }

    /// The same request by others is refused.
    pub(crate) async fn not_for(self, users: &[User<'_>], status: u16, code: &str) -> Self {
        for user in users {
            self.send(self.request(user, &self.path)).await.problem(status, code);
        }
        self
    }

    /// The same request about something else is answered as if that were not there.
    pub(crate) async fn not_there(self, path: &str) -> Self {
        self.send(self.request(&self.user, path)).await.problem(404, "not_found");
        self
    }

    /// The same request with a field changed is refused with a word about that field.
    pub(crate) async fn wrong(self, field: &str, value: Value, code: &str) -> Self {
        let mut body = self.body.clone().expect("a body to change");
        body[field] = value;
        let refused =
            self.send(self.bare(&self.user, &self.path).json(&body)).await.problem(422, "invalid_fields");
        let error = &refused["errors"][0];
        let pointer = error["pointer"].as_str().unwrap_or_default();
        assert!(pointer.starts_with(&format!("/{field}")), "{} {refused}", self.route);
        assert_eq!(error["code"], code, "{} {refused}", self.route);
        self
    }

    /// The same path with a query that makes no sense is refused.
    pub(crate) async fn wrong_query(self, query: &str) -> Self {
        let path = format!("{}?{query}", self.path.split('?').next().unwrap_or_default());
        self.send(self.request(&self.user, &path)).await.problem(400, "invalid_query");
        self
    }

    /// Everything that any route with these headers and such a body refuses, and then the request itself.
    pub(crate) async fn answers(self, status: u16) -> Reply {
        self.refuse_strangers().await;
        self.refuse_wrong_headers().await;
        self.refuse_wrong_bodies().await;
        let reply = self.send(self.request(&self.user, &self.path)).await;
        assert_eq!(reply.status, status, "{}: {}", self.route, reply.text);
        self.cases.done.lock().unwrap_or_else(PoisonError::into_inner).insert(self.route);
        reply
    }

    async fn refuse_strangers(&self) {
        if self.is_public {
            return;
        }
        let app = &self.cases.app;
        // The gateway says of a token that an authorizer does not know that it is not good enough.
        let unknown = if self.path.starts_with("/partner/") { 403 } else { 401 };
        for (nobody, status) in [(app.anonymous(), 401), (app.bearer("no.token.atall"), unknown)] {
            let reply = self.send(self.request(&nobody, &self.path)).await;
            assert_eq!(reply.status, status, "{}: {}", self.route, reply.text);
        }
    }

    async fn refuse_wrong_headers(&self) {
        for (name, status, code) in
            [("idempotency-key", 400, "idempotency_key_needed"), ("if-match", 428, "if_match_needed")]
        {
            if !self.headers.iter().any(|(own, _)| *own == name) {
                continue;
            }
            let mut request = self.user.request(self.method.clone(), &self.path);
            for (own, value) in self.headers.iter().filter(|(own, _)| *own != name) {
                request = request.header(*own, value);
            }
            self.send(self.with_body(request)).await.problem(status, code);
        }
        if self.headers.iter().any(|(name, _)| *name == "if-match") {
            let request = self.user.request(self.method.clone(), &self.path);
            let stale = request.header("if-match", format!("\"{NEVER}\""));
            self.send(self.with_body(stale)).await.problem(409, "version_conflict");
        }
    }

    async fn refuse_wrong_bodies(&self) {
        let Some(body) = &self.body else { return };
        let bare = || self.bare(&self.user, &self.path);
        let raw = |kind: &'static str, body: &str| bare().header("content-type", kind).body(body.to_owned());
        self.send(raw("application/json", "{\"")).await.problem(400, "malformed");
        self.send(raw("application/json", "[]")).await.problem(400, "malformed");
        self.send(raw("text/plain", "{}")).await.problem(415, "unsupported_media_type");
        let most = match self.path.rsplit('/').next() {
            Some("import") => IMPORT_BODY_MAX,
            Some("records" | "rehearsal") => MIGRATION_BODY_MAX,
            _ => BODY_MAX,
        };
        let large = format!("{{\"a\":\"{}\"}}", "x".repeat(most + 1024));
        self.send(raw("application/json", &large)).await.problem(413, "too_large");
        let mut unknown = body.clone();
        unknown["no_such_field"] = json!("x");
        let refused = self.send(bare().json(&unknown)).await.problem(422, "invalid_fields");
        let errors = refused["errors"].as_array().cloned().unwrap_or_default();
        assert!(errors.iter().any(|error| error["pointer"] == "/no_such_field"), "{} {refused}", self.route);
    }

    /// The request as somebody sends it.
    fn request(&self, user: &User<'_>, path: &str) -> RequestBuilder {
        self.with_body(self.bare(user, path))
    }

    fn bare(&self, user: &User<'_>, path: &str) -> RequestBuilder {
        let request = user.request(self.method.clone(), path);
        self.headers.iter().fold(request, |request, (name, value)| request.header(*name, value))
    }

    fn with_body(&self, request: RequestBuilder) -> RequestBuilder {
        match &self.body {
            Some(body) => request.json(body),
            None => request,
        }
    }

    async fn send(&self, request: RequestBuilder) -> Reply {
        Reply::of(request.send().await.expect("an answer")).await
    }
}

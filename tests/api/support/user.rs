//! Somebody who uses the API.

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use super::{App, Reply, key};

/// Somebody with a bearer token, or without one.
pub(crate) struct User<'a> {
    app: &'a App,
    token: String,
}

impl<'a> User<'a> {
    pub(crate) fn new(app: &'a App, token: String) -> Self {
        Self { app, token }
    }

    /// The bearer token.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// A request to a path below `/api/v1`.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request =
            self.app.client.request(method, format!("{}/api/v1{path}", self.app.running.base_url()));
        if self.token.is_empty() { request } else { request.bearer_auth(&self.token) }
    }

    /// Sends a request.
    pub(crate) async fn send(&self, request: RequestBuilder) -> Reply {
        Reply::of(request.send().await.expect("an answer")).await
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(self.request(Method::GET, path)).await
    }

    /// Puts a thing where this revision of it was seen.
    pub(crate) async fn put(&self, path: &str, seen: u64, body: &Value) -> Reply {
        let request = self.request(Method::PUT, path).header("if-match", format!("\"{seen}\""));
        self.send(request.json(body)).await
    }

    /// Submits a lead.
    pub(crate) async fn submit(&self, key: &str, form: &Value) -> Reply {
        self.send(self.request(Method::POST, "/leads").header("idempotency-key", key).json(form)).await
    }

    /// A lead's details.
    pub(crate) async fn lead(&self, id: &str) -> Reply {
        self.get(&format!("/leads/{id}")).await
    }

    /// Sends a command for the version that was seen.
    pub(crate) async fn command(&self, id: &str, version: u64, command: &Value) -> Reply {
        let request = self.request(Method::POST, &format!("/leads/{id}/status"));
        self.send(request.header("if-match", format!("\"{version}\"")).json(command)).await
    }

    /// Sends a command for the version that the manager sees now.
    pub(crate) async fn act(&self, id: &str, command: &Value) -> Reply {
        let lead = self.app.manager().lead(id).await.expect(200);
        self.command(id, lead["version"].as_u64().expect("a version"), command).await
    }

    /// Asks the representative something, or for support.
    pub(crate) async fn contact(&self, id: &str, key: &str, body: &Value) -> Reply {
        let request = self.request(Method::POST, &format!("/leads/{id}/contact"));
        self.send(request.header("idempotency-key", key).json(body)).await
    }

    /// Asks for support.
    pub(crate) async fn request_support(&self, id: &str) -> Reply {
        self.contact(id, &key(), &json!({ "kind": "support_request" })).await
    }

    /// The ids of a list, in order.
    pub(crate) async fn ids(&self, query: &str) -> Vec<String> {
        let page = self.get(&format!("/leads?{query}")).await.expect(200);
        let items = page["items"].as_array().expect("items").iter();
        items.map(|item| item["id"].as_str().expect("an id").to_owned()).collect()
    }
}

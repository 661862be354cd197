//! Somebody's own system, which is told of things.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::Value;

/// What came in.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }
}

#[derive(Default)]
struct Shelf {
    received: Vec<Received>,
    answers: VecDeque<u16>,
    always: Option<u16>,
}

/// A receiver on this machine. It answers 204 unless it is told otherwise.
#[derive(Clone)]
pub(crate) struct Receiver {
    pub(crate) address: SocketAddr,
    shelf: Arc<Mutex<Shelf>>,
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let receiver = Self { address, shelf: Arc::default() };
        let router = Router::new().route("/hook", post(take)).with_state(receiver.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        receiver
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    /// What the next requests are answered with.
    pub(crate) fn will_answer(&self, answers: &[u16]) {
        self.on_shelf(|shelf| shelf.answers.extend(answers));
    }

    /// What every request is answered with from now on.
    pub(crate) fn always_answers(&self, status: Option<u16>) {
        self.on_shelf(|shelf| shelf.always = status);
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.on_shelf(|shelf| shelf.received.clone())
    }

    fn on_shelf<T>(&self, act: impl FnOnce(&mut Shelf) -> T) -> T {
        act(&mut self.shelf.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

async fn take(State(receiver): State<Receiver>, headers: HeaderMap, body: String) -> StatusCode {
    receiver.on_shelf(|shelf| {
        shelf.received.push(Received { headers, body });
        let status = shelf.answers.pop_front().or(shelf.always).unwrap_or(204);
        StatusCode::from_u16(status).unwrap_or(StatusCode::NO_CONTENT)
    })
}

//! The Lambda Runtime API, as a function's own bootstrap talks to it: it asks for the next event, and answers it or
//! says that it failed. One environment of Lambda handles one event at a time, and so does this.

use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, Response, StatusCode};
use axum::routing::{get, post};
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::sync::{Notify, mpsc, oneshot};
use tokio::task::JoinHandle;

const FUNCTION_ARN: &str = "arn:aws:lambda:eu-north-1:123456789012:function:guildhall";
/// The most that Lambda takes of an answer.
const ANSWER_MAX: usize = 6 * 1024 * 1024;
const TRACE: &str = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0";

/// What a function said to an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The bytes of its answer.
    Answer(Bytes),
    /// It failed; what it said of that, and the type of the error.
    Failure {
        /// As in the header `Lambda-Runtime-Function-Error-Type`.
        kind: String,
        /// The body, JSON with `errorMessage` and `errorType`.
        body: Bytes,
    },
}

/// An event that was handled.
#[derive(Debug, Clone)]
pub struct Handled {
    /// What came of it.
    pub outcome: Outcome,
    /// From handing the event out until the whole answer was here.
    pub took: Duration,
}

struct Event {
    id: String,
    payload: Bytes,
    deadline: SystemTime,
    answer: oneshot::Sender<Handled>,
}

struct Waiting {
    handed_out: Instant,
    answer: oneshot::Sender<Handled>,
}

#[derive(Default)]
struct Seen {
    first_poll: OnceLock<Instant>,
    polled: Notify,
    init_error: OnceLock<Bytes>,
}

struct Shared {
    next: tokio::sync::Mutex<mpsc::UnboundedReceiver<Event>>,
    waiting: Mutex<HashMap<String, Waiting>>,
    seen: Seen,
}

/// A Runtime API for one process. It ends when it is dropped, and a function that polls it ends with it.
pub struct RuntimeApi {
    address: SocketAddr,
    events: mpsc::UnboundedSender<Event>,
    invoked: AtomicU64,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

impl RuntimeApi {
    /// Listens on a free port of this machine.
    ///
    /// # Errors
    /// When there is none.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let (events, next) = mpsc::unbounded_channel();
        let next = tokio::sync::Mutex::new(next);
        let shared = Arc::new(Shared { next, waiting: Mutex::default(), seen: Seen::default() });
        let routes = Router::new()
            .route("/2018-06-01/runtime/invocation/next", get(hand_out))
            .route("/2018-06-01/runtime/invocation/{id}/response", post(take_answer))
            .route("/2018-06-01/runtime/invocation/{id}/error", post(take_failure))
            .route("/2018-06-01/runtime/init/error", post(take_init_error))
            .layer(DefaultBodyLimit::max(ANSWER_MAX))
            .with_state(Arc::clone(&shared));
        // Head and body of an answer go out in two packets; the second must not wait for the first to be confirmed.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        let server = tokio::spawn(async move { drop(axum::serve(listener, routes).await) });
        Ok(Self { address, events, invoked: AtomicU64::new(1), shared, server })
    }

    /// The value of `AWS_LAMBDA_RUNTIME_API`.
    #[must_use]
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// The moment at which the function asked for its first event; waits for it.
    pub async fn first_poll(&self) -> Instant {
        loop {
            let polled = self.shared.seen.polled.notified();
            if let Some(at) = self.shared.seen.first_poll.get() {
                return *at;
            }
            polled.await;
        }
    }

    /// Whether the function has asked for an event yet.
    #[must_use]
    pub fn has_polled(&self) -> bool {
        self.shared.seen.first_poll.get().is_some()
    }

    /// What the function said of why it could not start, if it did.
    #[must_use]
    pub fn init_error(&self) -> Option<String> {
        self.shared.seen.init_error.get().map(|body| String::from_utf8_lossy(body).into_owned())
    }

    /// Hands an event to the function; what comes of it, or nothing if the function never answers.
    ///
    /// `time` is what the function is told that it has.
    pub async fn invoke(&self, payload: impl Into<Bytes>, time: Duration) -> Option<Handled> {
        let (answer, answered) = oneshot::channel();
        let deadline = SystemTime::now() + time;
        let number = self.invoked.fetch_add(1, Ordering::Relaxed);
        // In the form of the real ones.
        let id = format!("8476a536-e9f4-4fe8-b73f-{number:012x}");
        self.events.send(Event { id, payload: payload.into(), deadline, answer }).ok()?;
        answered.await.ok()
    }
}

impl Drop for RuntimeApi {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Shared {
    fn settle(&self, id: &str, outcome: Outcome) -> StatusCode {
        let done = Instant::now();
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
        let Some(Waiting { handed_out, answer }) = waiting else { return StatusCode::FORBIDDEN };
        // Whoever asked may be gone, as a client may that hung up.
        drop(answer.send(Handled { outcome, took: done - handed_out }));
        StatusCode::ACCEPTED
    }
}

async fn hand_out(State(shared): State<Arc<Shared>>) -> Result<Response<Body>, StatusCode> {
    shared.seen.first_poll.get_or_init(Instant::now);
    shared.seen.polled.notify_waiters();
    let event = shared.next.lock().await.recv().await.ok_or(StatusCode::GONE)?;
    let since = event.deadline.duration_since(UNIX_EPOCH).unwrap_or_default();
    let response = Response::builder()
        .header("content-type", "application/json")
        .header("lambda-runtime-aws-request-id", &event.id)
        .header("lambda-runtime-deadline-ms", since.as_millis().to_string())
        .header("lambda-runtime-invoked-function-arn", FUNCTION_ARN)
        .header("lambda-runtime-trace-id", TRACE)
        .body(Body::from(event.payload))
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let waiting = Waiting { handed_out: Instant::now(), answer: event.answer };
    shared.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(event.id, waiting);
    Ok(response)
}

async fn take_answer(State(shared): State<Arc<Shared>>, Path(id): Path<String>, body: Bytes) -> StatusCode {
    shared.settle(&id, Outcome::Answer(body))
}

async fn take_failure(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let kind = headers.get("lambda-runtime-function-error-type").and_then(|value| value.to_str().ok());
    shared.settle(&id, Outcome::Failure { kind: kind.unwrap_or_default().to_owned(), body })
}

async fn take_init_error(State(shared): State<Arc<Shared>>, body: Bytes) -> StatusCode {
    shared.seen.init_error.get_or_init(|| body);
    StatusCode::ACCEPTED
}

//! Workers that are told of events by EventBridge: what other services report.

use std::fmt;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::BoxFuture;
use serde::Deserialize;
use serde_json::Value;
use tracing::error;

use crate::WorkError;

/// An event as EventBridge hands it over. `Debug` shows nothing of what it tells, which may be personal.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct Event {
    /// Its own id. EventBridge may hand over the same event more than once.
    pub id: String,
    /// Who reports it, as `aws.ses`.
    pub source: String,
    /// What sort of event it is, as `Email Bounced`.
    #[serde(rename = "detail-type")]
    pub kind: String,
    /// What it tells, as the source describes it.
    pub detail: Value,
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Event");
        shown.field("id", &self.id).field("source", &self.source).field("kind", &self.kind);
        shown.finish_non_exhaustive()
    }
}

/// A worker that is told of events, one at a time: one that cannot be handled keeps no other waiting.
pub trait EventWorker: Send + Sync + 'static {
    /// Handles an event. Events come at least once and in any order.
    fn handle(&self, event: &Event) -> impl Future<Output = Result<(), WorkError>> + Send;
}

/// A worker of events behind one type. It never panics.
pub type EventEntry = Arc<dyn Fn(Event) -> BoxFuture<'static, Result<(), WorkError>> + Send + Sync>;

/// Puts a worker of events behind one type.
pub fn event_entry(worker: impl EventWorker) -> EventEntry {
    let worker = Arc::new(worker);
    Arc::new(move |event| {
        let worker = Arc::clone(&worker);
        async move {
            let outcome = AssertUnwindSafe(worker.handle(&event)).catch_unwind().await;
            let outcome = outcome.unwrap_or(Err(WorkError::Panicked));
            if let Err(cause) = &outcome {
                error!(event = event.id, kind = event.kind, %cause, "an event could not be handled");
            }
            outcome
        }
        .boxed()
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Panics, refuses or is content, as the event says.
    struct Obedient;

    impl EventWorker for Obedient {
        async fn handle(&self, event: &Event) -> Result<(), WorkError> {
            assert_ne!(event.detail["do"], "panic", "as the test wants it");
            match event.detail["do"] == "refuse" {
                true => Err(WorkError::Lasting("as the test wants it".to_owned())),
                false => Ok(()),
            }
        }
    }

    fn event(what: &str) -> Event {
        serde_json::from_value(json!({
            "version": "0",
            "id": "7bf73129-1428-4cd3-a780-95db273d1602",
            "detail-type": "Email Bounced",
            "source": "aws.ses",
            "account": "123456789012",
            "time": "2026-11-21T09:00:00Z",
            "region": "eu-north-1",
            "resources": [],
            "detail": { "do": what, "to": "anna@shop.example" },
        }))
        .expect("an event")
    }

    #[tokio::test]
    async fn an_event_that_cannot_be_handled_keeps_no_other_waiting() {
        let entry = event_entry(Obedient);
        assert_eq!(entry(event("panic")).await, Err(WorkError::Panicked));
        assert!(matches!(entry(event("refuse")).await, Err(WorkError::Lasting(_))));
        assert_eq!(entry(event("work")).await, Ok(()));
    }

    #[test]
    fn nothing_of_what_an_event_tells_reaches_a_log_line() {
        let shown = format!("{:?}", event("work"));
        assert!(shown.contains("Email Bounced") && !shown.contains("anna"), "{shown}");
    }
}

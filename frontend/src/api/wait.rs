//! Waiting, and giving up.

use std::time::Duration;

use futures::channel::oneshot;
use leptos::prelude::{TimeoutHandle, set_timeout, set_timeout_with_handle};
use web_sys::AbortController;

/// How long an answer may take.
const DEADLINE: Duration = Duration::from_secs(15);
/// A service that asks for more patience than this is told to the reader instead.
const PATIENCE: u32 = 5;

/// Breaks a request off when its time is over, or when this is dropped.
pub(super) struct Deadline {
    controller: Option<AbortController>,
    timer: Option<TimeoutHandle>,
}

impl Deadline {
    pub(super) fn start() -> Self {
        let controller = AbortController::new().ok();
        let timer = controller
            .clone()
            .and_then(|controller| set_timeout_with_handle(move || controller.abort(), DEADLINE).ok());
        Self { controller, timer }
    }

    pub(super) fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    pub(super) fn is_over(&self) -> bool {
        self.signal().is_some_and(|signal| signal.aborted())
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}

/// Waits.
pub async fn sleep(duration: Duration) {
    let (done, waiting) = oneshot::channel();
    set_timeout(
        move || {
            let _ = done.send(());
        },
        duration,
    );
    let _ = waiting.await;
}

/// How long to wait before asking again; not at all if the service wants more than a person would wait.
pub(super) fn pause(retry_after: Option<&str>) -> Option<Duration> {
    let seconds = seconds(retry_after)?;
    (seconds <= PATIENCE).then(|| Duration::from_secs(u64::from(seconds)))
}

/// The seconds of a `Retry-After`; our service never names a date.
pub(super) fn seconds(retry_after: Option<&str>) -> Option<u32> {
    retry_after?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_pause_is_waited_for_and_a_long_one_is_not() {
        assert_eq!(pause(Some("1")), Some(Duration::from_secs(1)));
        assert_eq!(pause(Some("60")), None);
        assert_eq!(pause(Some("Wed, 21 Oct 2026 07:28:00 GMT")), None);
        assert_eq!(pause(None), None);
    }
}

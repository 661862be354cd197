//! Business time, injected so that deadlines and cut-over dates can be tested to the second.

use std::time::SystemTime;

use chrono::{DateTime, Utc};

/// Tells business time. Never used for ordering writes: that is the machine's own clock.
pub trait Clock: Send + Sync {
    /// The present moment, in UTC.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock, which is business time in production.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        SystemTime::now().into()
    }
}

/// A clock that stands still: one request sees one moment, and tests see the moment they chose.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub DateTime<Utc>);

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

//! Whether an endpoint works at all.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// So many failures in a row switch an endpoint off,
pub const BROKEN_AFTER: u32 = 20;
/// if the first of them is so long ago.
pub const BROKEN_FOR: TimeDelta = TimeDelta::hours(24);

/// How an endpoint does. Whatever arrives sets it back to the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HookHealth {
    /// Failures since something arrived last.
    pub failures: u32,
    /// When the first of them was, by the business clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<DateTime<Utc>>,
}

impl HookHealth {
    /// What follows on an attempt.
    #[must_use]
    pub fn after(self, is_success: bool, now: DateTime<Utc>) -> Self {
        if is_success {
            return Self::default();
        }
        Self { failures: self.failures.saturating_add(1), since: Some(self.since.unwrap_or(now)) }
    }

    /// Whether the endpoint is to be switched off.
    #[must_use]
    pub fn is_broken(self, now: DateTime<Utc>) -> bool {
        self.failures >= BROKEN_AFTER && self.since.is_some_and(|since| now - since >= BROKEN_FOR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_790_000_000, 0).unwrap() + TimeDelta::hours(hours)
    }

    fn failed(times: u32, now: DateTime<Utc>) -> HookHealth {
        (0..times).fold(HookHealth::default(), |health, _| health.after(false, now))
    }

    #[test]
    fn an_endpoint_is_broken_after_many_failures_over_a_day() {
        assert!(!failed(BROKEN_AFTER, at(0)).is_broken(at(23)), "a bad hour breaks nothing");
        assert!(!failed(BROKEN_AFTER - 1, at(0)).is_broken(at(240)), "few failures break nothing");
        assert!(failed(BROKEN_AFTER, at(0)).is_broken(at(24)));
    }

    #[test]
    fn what_arrives_begins_the_count_anew() {
        let health = failed(BROKEN_AFTER, at(0)).after(true, at(30));
        assert_eq!(health, HookHealth::default());
        assert_eq!(health.after(false, at(31)), HookHealth { failures: 1, since: Some(at(31)) });
    }
}

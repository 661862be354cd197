//! The machine's own clock, which orders writes.
//!
//! Business time can be moved by whoever runs a demo; a list that trusted it would miss changes.

use std::time::{SystemTime, UNIX_EPOCH};

/// Microseconds since 1970 by the machine's clock. Never business time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Micros(pub i64);

impl Micros {
    /// The present moment.
    #[must_use]
    pub fn now() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    }

    /// This moment less a number of seconds.
    #[must_use]
    pub fn less_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_sub(seconds.saturating_mul(1_000_000)))
    }

    /// Whole seconds, the unit of `expires_at`.
    #[must_use]
    pub fn seconds(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    /// Written so that the order of texts is the order of moments, as a text sort key needs.
    pub(crate) fn padded(self) -> String {
        format!("{:019}", self.0.max(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padded_moments_sort_as_the_moments_do() {
        let moments = [0, 9, 10, 1_784_000_000_000_000, i64::MAX];
        assert!(moments.windows(2).all(|pair| Micros(pair[0]).padded() < Micros(pair[1]).padded()));
    }
}

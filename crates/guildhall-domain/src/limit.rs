//! Limits: how often somebody may do a thing.
//!
//! Each is a token bucket, kept as ONE number (the generic cell rate algorithm): the moment at which the bucket would
//! be full again. Taking one out moves that moment on by one interval, and is refused while it lies further ahead
//! than the bucket is deep.

/// How many at once, and how many in the long run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// What is counted by: a word for keys and for the answer.
    pub scope: &'static str,
    /// How many may come at once.
    pub burst: i64,
    /// Seconds until one more may come.
    pub interval: i64,
}

impl Limit {
    /// Takes one out of the bucket.
    ///
    /// `full_at` is what the bucket keeps (microseconds; 0 for a new one), `now` the machine's clock.
    /// The answer is what it keeps from now on.
    ///
    /// # Errors
    /// How many seconds to wait, when the bucket is empty.
    pub fn take(self, full_at: i64, now: i64) -> Result<i64, i64> {
        self.take_many(1, full_at, now)
    }

    /// Takes so many out of the bucket, or none of them: as [`Self::take`]. More than the bucket is deep never fit.
    ///
    /// # Errors
    /// How many seconds to wait until they fit.
    pub fn take_many(self, many: i64, full_at: i64, now: i64) -> Result<i64, i64> {
        const SECOND: i64 = 1_000_000;
        let next = full_at.max(now) + many * self.interval * SECOND;
        let latest = now + self.burst * self.interval * SECOND;
        if next <= latest { Ok(next) } else { Err((next - latest + SECOND - 1) / SECOND) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_800_000_000_000_000;

    #[test]
    fn a_burst_passes_and_the_next_one_waits_an_interval() {
        let limit = Limit { scope: "test", burst: 3, interval: 60 };
        let full = (0..3).fold(0, |full_at, _| limit.take(full_at, NOW).unwrap());
        assert_eq!(limit.take(full, NOW), Err(60));
        assert_eq!(limit.take(full, NOW + 59_000_001), Err(1));
        assert!(limit.take(full, NOW + 60_000_000).is_ok());
    }

    #[test]
    fn many_are_taken_together_or_none() {
        let limit = Limit { scope: "test", burst: 10, interval: 60 };
        let full = limit.take_many(8, 0, NOW).unwrap();
        assert_eq!(limit.take_many(3, full, NOW), Err(60));
        assert!(limit.take_many(2, full, NOW).is_ok());
        assert!(limit.take_many(11, 0, NOW).is_err());
    }

    #[test]
    fn an_idle_bucket_fills_up_and_no_further() {
        let limit = Limit { scope: "test", burst: 2, interval: 1 };
        let once = limit.take(0, NOW).unwrap();
        let later = NOW + 3_600_000_000;
        let full = (0..2).fold(once, |full_at, _| limit.take(full_at, later).unwrap());
        assert!(limit.take(full, later).is_err());
    }
}

//! Keeping machines and floods out of the form, without a third party.
//!
//! Limits are token buckets, kept as ONE number each (the generic cell rate algorithm): the moment at
//! which the bucket would be full again. Sending moves that moment on by one interval, and is refused
//! while it lies further ahead than the bucket is deep.

/// How long a person needs at least to fill in the form, in seconds.
pub const FASTEST_SECONDS: i64 = 3;

/// For how long a form may stay open, in seconds.
pub const SLOWEST_SECONDS: i64 = 24 * 60 * 60;

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

/// Per signed-in sender.
pub const PER_SENDER: Limit = Limit { scope: "sender", burst: 5, interval: 10 * 60 };
/// Per network address.
pub const PER_ADDRESS: Limit = Limit { scope: "address", burst: 20, interval: 3 * 60 };
/// Per partner.
pub const PER_PARTNER: Limit = Limit { scope: "partner", burst: 60, interval: 60 };

impl Limit {
    /// Takes one out of the bucket.
    ///
    /// `full_at` is what the bucket keeps (microseconds; 0 for a new one), `now` the machine's clock.
    /// The answer is what it keeps from now on.
    ///
    /// # Errors
    /// How many seconds to wait, when the bucket is empty.
    pub fn take(self, full_at: i64, now: i64) -> Result<i64, i64> {
        const SECOND: i64 = 1_000_000;
        let next = full_at.max(now) + self.interval * SECOND;
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
    fn an_idle_bucket_fills_up_and_no_further() {
        let limit = Limit { scope: "test", burst: 2, interval: 1 };
        let once = limit.take(0, NOW).unwrap();
        let later = NOW + 3_600_000_000;
        let full = (0..2).fold(once, |full_at, _| limit.take(full_at, later).unwrap());
        assert!(limit.take(full, later).is_err());
    }
}

//! The movable business clock: the machine's clock plus an offset, so it ticks wherever it is set.

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Datelike, SecondsFormat, TimeDelta, Utc};
use guildhall_domain::clock::{Clock, SystemClock};
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use crate::StartError;
use crate::data_dir::{self, DataDir};

/// Reads a time as `2026-11-21T09:00:00Z`, or with another offset.
///
/// # Errors
/// When the text is no RFC 3339 time, or lies outside the years 2000 to 2099.
pub fn parse_time(text: &str) -> Result<DateTime<Utc>, TimeError> {
    let time = DateTime::parse_from_rfc3339(text).map_err(|_| TimeError::Form)?.to_utc();
    if !(2000..2100).contains(&time.year()) {
        return Err(TimeError::Range);
    }
    Ok(time)
}

/// Why a text is no time that the clock can be set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// Not RFC 3339, or without a zone.
    #[error("write the time as 2026-11-21T09:00:00Z")]
    Form,
    /// Too far away.
    #[error("the clock goes from the year 2000 to the year 2099")]
    Range,
}

/// A [`Clock`] that can be moved while the system runs.
#[derive(Debug)]
pub struct MovableClock {
    offset_ms: AtomicI64,
    file: Option<PathBuf>,
    moved: Notify,
}

/// What the file keeps.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    offset_ms: i64,
}

impl MovableClock {
    /// The clock as it was left, or set to `start` if that is given.
    pub(crate) fn open(data: &DataDir, start: Option<DateTime<Utc>>) -> Result<Self, StartError> {
        let file = data.file("clock.json");
        let clock =
            Self { offset_ms: AtomicI64::new(kept_offset(file.as_ref())?), file, moved: Notify::new() };
        if let Some(start) = start {
            clock.set(start).map_err(|source| StartError::DataDir {
                path: clock.file.clone().unwrap_or_default(),
                source,
            })?;
        }
        Ok(clock)
    }

    /// Moves the clock, and keeps the move across restarts.
    ///
    /// # Errors
    /// When the move cannot be written down; the clock then stays where it was.
    pub fn set(&self, now: DateTime<Utc>) -> io::Result<()> {
        self.keep((now - SystemClock.now()).num_milliseconds())
    }

    /// Returns to the machine's own time.
    ///
    /// # Errors
    /// When that cannot be written down; the clock then stays where it was.
    pub fn reset(&self) -> io::Result<()> {
        self.keep(0)
    }

    fn keep(&self, offset_ms: i64) -> io::Result<()> {
        if let Some(file) = &self.file {
            data_dir::replace(file, &serde_json::to_string(&Kept { offset_ms })?)?;
        }
        self.offset_ms.store(offset_ms, Ordering::Relaxed);
        self.moved.notify_one();
        Ok(())
    }

    /// Waits until the clock is moved. A move that nobody waited for counts for the next one to wait.
    pub(crate) async fn moved(&self) {
        self.moved.notified().await;
    }
}

impl Clock for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + TimeDelta::milliseconds(self.offset_ms.load(Ordering::Relaxed))
    }
}

/// A time as it goes over the wire.
pub(crate) fn wire(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}

fn kept_offset(file: Option<&PathBuf>) -> Result<i64, StartError> {
    let Some(file) = file else { return Ok(0) };
    let Some(text) = data_dir::read(file)? else { return Ok(0) };
    let damaged = |reason: String| StartError::Damaged { file: file.clone(), reason };
    let kept: Kept = serde_json::from_str(&text).map_err(|error| damaged(error.to_string()))?;
    // A hand-edited offset must not take the clock out of the range that `parse_time` guards.
    let hundred_years = TimeDelta::days(36_525).num_milliseconds();
    if kept.offset_ms.abs() > hundred_years {
        return Err(damaged("the clock is more than a hundred years off".to_owned()));
    }
    Ok(kept.offset_ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_was_moved_keeps_ticking() {
        let clock = MovableClock::open(&DataDir::Memory, None).unwrap();
        let target = parse_time("2023-09-30T23:59:59Z").unwrap();
        clock.set(target).unwrap();
        let first = clock.now();
        assert!(first >= target && first < target + TimeDelta::seconds(5));
        std::thread::sleep(std::time::Duration::from_millis(5));
        assert!(clock.now() > first);
    }

    #[test]
    fn a_clock_that_was_reset_shows_the_machines_time() {
        let clock =
            MovableClock::open(&DataDir::Memory, Some(parse_time("2030-01-01T00:00:00Z").unwrap())).unwrap();
        assert!(clock.now() > parse_time("2029-12-31T00:00:00Z").unwrap());
        clock.reset().unwrap();
        assert!((clock.now() - SystemClock.now()).abs() < TimeDelta::seconds(5));
    }

    #[test]
    fn a_time_needs_a_zone_and_a_year_of_this_century() {
        assert_eq!(parse_time("2026-11-21T09:00:00"), Err(TimeError::Form));
        assert_eq!(parse_time("tomorrow"), Err(TimeError::Form));
        assert_eq!(parse_time("1999-12-31T23:59:59Z"), Err(TimeError::Range));
        assert_eq!(parse_time("2100-01-01T00:00:00Z"), Err(TimeError::Range));
        assert!(parse_time("2023-10-01T00:00:00+02:00").is_ok());
    }
}

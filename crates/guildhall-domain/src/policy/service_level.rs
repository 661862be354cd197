//! Promises to partners: within how many working days the sales team answers, and decides.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::calendar::after_working_days;
use crate::country::Country;
use crate::lead::Track;

/// What is promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Promise {
    /// That somebody looks into the lead and does something about it.
    FirstAnswer,
    /// That it is decided whether the partner earns.
    Decision,
}

impl Promise {
    /// Both promises.
    pub const ALL: [Self; 2] = [Self::FirstAnswer, Self::Decision];

    /// The word on the wire and in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::FirstAnswer => "first_answer",
            Self::Decision => "decision",
        }
    }
}

/// A promise with its deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Due {
    /// What is promised.
    pub promise: Promise,
    /// Since when.
    pub since: DateTime<Utc>,
    /// By when: the end of the last working day, in business time.
    pub at: DateTime<Utc>,
}

impl Due {
    /// The deadline of a promise that was given at `since`, in working days of the representative's country.
    #[must_use]
    pub fn of(track: Track, promise: Promise, since: DateTime<Utc>, country: Country) -> Self {
        Self { promise, since, at: after_working_days(country, since, service_level(track).days(promise)) }
    }

    /// Whether the promise is broken by now.
    #[must_use]
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.at <= now
    }
}

/// The promises for one track.
#[derive(Debug)]
pub struct ServiceLevel {
    /// For which leads.
    pub track: Track,
    /// Working days from submission, or from the request for support, to the first answer.
    pub first_answer_days: u32,
    /// Working days from the first answer to the decision.
    pub decision_days: u32,
}

impl ServiceLevel {
    /// The days of a promise.
    #[must_use]
    pub fn days(&self, promise: Promise) -> u32 {
        match promise {
            Promise::FirstAnswer => self.first_answer_days,
            Promise::Decision => self.decision_days,
        }
    }
}

/// The promises for a track.
#[must_use]
pub fn service_level(track: Track) -> &'static ServiceLevel {
    match track {
        Track::PlusRequested => &SERVICE_LEVELS[0],
        Track::PlusNone => &SERVICE_LEVELS[1],
        Track::PosRequested => &SERVICE_LEVELS[2],
        Track::PosNone => &SERVICE_LEVELS[3],
    }
}

const fn level(track: Track, first_answer_days: u32, decision_days: u32) -> ServiceLevel {
    ServiceLevel { track, first_answer_days, decision_days }
}

/// All promises. A POS lead without support has no phase of work: its first answer is usually the decision.
pub static SERVICE_LEVELS: [ServiceLevel; 4] = [
    level(Track::PlusRequested, 2, 20),
    level(Track::PlusNone, 5, 30),
    level(Track::PosRequested, 2, 10),
    level(Track::PosNone, 10, 10),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_track_has_its_row_and_every_row_promises_something() {
        for track in Track::ALL {
            let level = service_level(track);
            assert_eq!(level.track, track);
            assert!(Promise::ALL.into_iter().all(|promise| level.days(promise) > 0));
        }
    }
}

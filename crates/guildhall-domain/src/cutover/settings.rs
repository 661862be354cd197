//! The three dates, and what holds at a moment by them.

use chrono::{DateTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};

use super::{Behaviour, Phase, Switched};

/// The three dates of the move, in UTC. They are in order, and on whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Dates", into = "Dates")]
pub struct Cutover {
    dates: Dates,
}

/// The dates as they are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Dates {
    /// From when partners review their migrated profiles.
    pub review_from: DateTime<Utc>,
    /// From when the directory is open, and the marketplace takes no new jobs.
    pub directory_from: DateTime<Utc>,
    /// From when merchants have no access to the marketplace.
    pub closed_from: DateTime<Utc>,
}

/// One of the three dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CutoverDate {
    /// [`Dates::review_from`].
    ReviewFrom,
    /// [`Dates::directory_from`].
    DirectoryFrom,
    /// [`Dates::closed_from`].
    ClosedFrom,
}

impl CutoverDate {
    /// All three, in order.
    pub const ALL: [Self; 3] = [Self::ReviewFrom, Self::DirectoryFrom, Self::ClosedFrom];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ReviewFrom => "review_from",
            Self::DirectoryFrom => "directory_from",
            Self::ClosedFrom => "closed_from",
        }
    }

    /// The phase that it begins.
    #[must_use]
    pub fn begins(self) -> Phase {
        match self {
            Self::ReviewFrom => Phase::Review,
            Self::DirectoryFrom => Phase::Directory,
            Self::ClosedFrom => Phase::Closed,
        }
    }
}

/// Why dates are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CutoverRefusal {
    /// A date does not come after the one before it.
    #[error("{} must come after {}", later.code(), earlier.code())]
    NotInOrder {
        /// The date that must come first.
        earlier: CutoverDate,
        /// The date that must come after it.
        later: CutoverDate,
    },
    /// A date has fractions of a second.
    #[error("{} must be on a whole second", .0.code())]
    NotAWholeSecond(CutoverDate),
}

impl Dates {
    /// One of them.
    #[must_use]
    pub fn get(&self, date: CutoverDate) -> DateTime<Utc> {
        match date {
            CutoverDate::ReviewFrom => self.review_from,
            CutoverDate::DirectoryFrom => self.directory_from,
            CutoverDate::ClosedFrom => self.closed_from,
        }
    }
}

impl TryFrom<Dates> for Cutover {
    type Error = CutoverRefusal;

    fn try_from(dates: Dates) -> Result<Self, CutoverRefusal> {
        if let Some(date) =
            CutoverDate::ALL.into_iter().find(|date| dates.get(*date).timestamp_subsec_nanos() != 0)
        {
            return Err(CutoverRefusal::NotAWholeSecond(date));
        }
        for [earlier, later] in [
            [CutoverDate::ReviewFrom, CutoverDate::DirectoryFrom],
            [CutoverDate::DirectoryFrom, CutoverDate::ClosedFrom],
        ] {
            if dates.get(earlier) >= dates.get(later) {
                return Err(CutoverRefusal::NotInOrder { earlier, later });
            }
        }
        Ok(Self { dates })
    }
}

impl From<Cutover> for Dates {
    fn from(cutover: Cutover) -> Self {
        cutover.dates
    }
}

impl Default for Cutover {
    /// As announced: 1 September, 1 October and 1 December 2023.
    fn default() -> Self {
        let first_of = |month| Utc.with_ymd_and_hms(2023, month, 1, 0, 0, 0).single().unwrap_or_default();
        let dates =
            Dates { review_from: first_of(9), directory_from: first_of(10), closed_from: first_of(12) };
        Self { dates }
    }
}

impl Cutover {
    /// The dates.
    #[must_use]
    pub fn dates(&self) -> Dates {
        self.dates
    }

    /// Where the move stands at a moment. Each date belongs to the phase that it begins.
    #[must_use]
    pub fn phase(&self, now: DateTime<Utc>) -> Phase {
        let begun = CutoverDate::ALL.into_iter().rev().find(|date| now >= self.dates.get(*date));
        begun.map_or(Phase::Marketplace, CutoverDate::begins)
    }

    /// What holds at a moment.
    #[must_use]
    pub fn behaviour(&self, now: DateTime<Utc>) -> &'static Behaviour {
        Behaviour::of(self.phase(now))
    }

    /// The next date that switches something, if one is still to come.
    #[must_use]
    pub fn next(&self, now: DateTime<Utc>) -> Option<(CutoverDate, DateTime<Utc>)> {
        CutoverDate::ALL.into_iter().map(|date| (date, self.dates.get(date))).find(|(_, at)| *at > now)
    }

    /// What each date switches.
    #[must_use]
    pub fn switches(date: CutoverDate) -> Vec<Switched> {
        let begun = date.begins();
        let before = Phase::ALL.into_iter().rfind(|phase| *phase < begun).unwrap_or(begun);
        Behaviour::of(begun).since(Behaviour::of(before))
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use rstest::rstest;

    use super::super::{ExistingJobs, MarketplaceAddress, Switch, Visibility};
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[rstest]
    #[case("2023-08-31T23:59:59Z", Phase::Marketplace)]
    #[case("2023-09-01T00:00:00Z", Phase::Review)]
    #[case("2023-09-30T23:59:59Z", Phase::Review)]
    #[case("2023-10-01T00:00:00Z", Phase::Directory)]
    #[case("2023-11-30T23:59:59Z", Phase::Directory)]
    #[case("2023-12-01T00:00:00Z", Phase::Closed)]
    #[case("2026-11-22T00:00:00Z", Phase::Closed)]
    fn the_announced_dates_hold_to_the_second(#[case] moment: &str, #[case] phase: Phase) {
        assert_eq!(Cutover::default().phase(at(moment)), phase);
    }

    #[test]
    fn each_phase_stands_at_its_place_in_the_table() {
        for phase in Phase::ALL {
            assert_eq!(Behaviour::of(phase).phase, phase);
        }
    }

    #[test]
    fn from_the_opening_there_are_no_new_jobs_and_no_fee() {
        let cutover = Cutover::default();
        let before = cutover.behaviour(at("2023-09-30T23:59:59Z"));
        let open = cutover.behaviour(at("2023-10-01T00:00:00Z"));
        assert!(before.new_jobs && !open.new_jobs);
        assert_eq!((before.fee_percent, open.fee_percent), (10, 0));
        assert_eq!((before.directory, open.directory), (Visibility::Preview, Visibility::Public));
        assert_eq!(open.existing_jobs, ExistingJobs::InsideDirectory);
        assert_eq!(open.address, MarketplaceAddress::Directory);
        assert!(!before.lead_form && open.lead_form);
    }

    #[test]
    fn closing_switches_existing_jobs_and_messages_and_nothing_else() {
        let switched: Vec<_> =
            Cutover::switches(CutoverDate::ClosedFrom).iter().map(|switched| switched.switch).collect();
        assert_eq!(switched, [Switch::ExistingJobs, Switch::Messages]);
    }

    #[test]
    fn records_are_there_in_every_phase() {
        assert!(Phase::ALL.into_iter().all(|phase| Behaviour::of(phase).records));
    }

    #[test]
    fn dates_out_of_order_are_refused_with_the_pair() {
        let dates = Cutover::default().dates();
        let swapped = Dates { review_from: dates.directory_from, directory_from: dates.review_from, ..dates };
        assert_eq!(
            Cutover::try_from(swapped),
            Err(CutoverRefusal::NotInOrder {
                earlier: CutoverDate::ReviewFrom,
                later: CutoverDate::DirectoryFrom
            })
        );
        let equal = Dates { closed_from: dates.directory_from, ..dates };
        assert!(Cutover::try_from(equal).is_err());
        let fraction = Dates { closed_from: dates.closed_from + TimeDelta::milliseconds(1), ..dates };
        assert_eq!(
            Cutover::try_from(fraction),
            Err(CutoverRefusal::NotAWholeSecond(CutoverDate::ClosedFrom))
        );
    }

    #[test]
    fn what_is_written_reads_back_checked() {
        let written = serde_json::to_string(&Cutover::default()).unwrap();
        assert_eq!(serde_json::from_str::<Cutover>(&written).unwrap(), Cutover::default());
        let broken = written.replace("2023-12-01", "2023-09-15");
        assert!(serde_json::from_str::<Cutover>(&broken).is_err());
    }
}

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};

/// A month of the calendar (UTC), written `2026-07`. The log is kept by the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: u16,
    month: u8,
}

/// A text that is no month from 2000 to 2999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a month is written as 2026-07")]
pub struct MonthError;

const FIRST_YEAR: u16 = 2000;
const LAST_YEAR: u16 = 2999;

impl Month {
    /// The month of a moment. Years outside the log's are those at its ends.
    #[must_use]
    pub fn of(at: DateTime<Utc>) -> Self {
        let year = u16::try_from(at.year()).unwrap_or(if at.year() < 0 { 0 } else { u16::MAX });
        let month = u8::try_from(at.month()).unwrap_or(1);
        Self { year: year.clamp(FIRST_YEAR, LAST_YEAR), month }
    }

    /// The month before; the first one is its own.
    #[must_use]
    pub fn previous(self) -> Self {
        match self.month {
            1 if self.year == FIRST_YEAR => self,
            1 => Self { year: self.year - 1, month: 12 },
            month => Self { year: self.year, month: month - 1 },
        }
    }

    /// The month after; the last one is its own.
    #[must_use]
    pub fn next(self) -> Self {
        match self.month {
            12 if self.year == LAST_YEAR => self,
            12 => Self { year: self.year + 1, month: 1 },
            month => Self { year: self.year, month: month + 1 },
        }
    }

    /// The year, as 2026.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month within the year, from 1.
    #[must_use]
    pub fn number(self) -> u8 {
        self.month
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Self, MonthError> {
        let (year, month) = text.split_once('-').ok_or(MonthError)?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || month.len() != 2 || !digits(year) || !digits(month) {
            return Err(MonthError);
        }
        let year = year.parse().ok().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year));
        let month = month.parse().ok().filter(|month| (1..=12).contains(month));
        Ok(Self { year: year.ok_or(MonthError)?, month: month.ok_or(MonthError)? })
    }
}

impl TryFrom<String> for Month {
    type Error = MonthError;

    fn try_from(text: String) -> Result<Self, MonthError> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2026-07")]
    #[case("2000-01")]
    #[case("2999-12")]
    fn a_month_reads_back_as_written(#[case] text: &str) {
        assert_eq!(text.parse::<Month>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("")]
    #[case("2026")]
    #[case("2026-7")]
    #[case("2026-13")]
    #[case("2026-00")]
    #[case("1999-12")]
    #[case("+026-07")]
    #[case("2026-07-01")]
    fn a_month_has_one_spelling(#[case] text: &str) {
        assert!(text.parse::<Month>().is_err(), "{text}");
    }

    #[test]
    fn months_follow_one_another_over_the_year_and_stop_at_the_ends() {
        let month: Month = "2026-12".parse().unwrap();
        assert_eq!(month.next().to_string(), "2027-01");
        assert_eq!(month.next().previous(), month);
        let (first, last): (Month, Month) = ("2000-01".parse().unwrap(), "2999-12".parse().unwrap());
        assert_eq!((first.previous(), last.next()), (first, last));
    }

    #[test]
    fn a_moment_belongs_to_the_month_of_its_day_in_utc() {
        let at = "2026-08-01T01:00:00+02:00".parse().unwrap();
        assert_eq!(Month::of(at).to_string(), "2026-07");
    }
}

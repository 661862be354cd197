use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::PAYOUT_COUNTRY;
use crate::audit::Month;
use crate::country::Country;
use crate::policy::calendar::after_working_days;

/// How many working days after the end of a period it is paid.
pub const PAY_DAYS: u32 = 5;

/// The day on which the second half of a month begins.
const SECOND_HALF: u32 = 16;

/// Half a month (UTC), by which payouts are made: `2026-11-1` from the 1st to the 15th, `2026-11-2` from the 16th to
/// the end. Years from 2000 to 2999. The texts sort as the periods do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    month: Month,
    half: Half,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Half {
    First,
    Second,
}

/// A text that is no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a period is written as 2026-11-1 or 2026-11-2")]
pub struct PeriodError;

impl Period {
    /// The period that a moment lies in.
    #[must_use]
    pub fn of(at: DateTime<Utc>) -> Self {
        let half = if at.day() < SECOND_HALF { Half::First } else { Half::Second };
        Self { month: Month::of(at), half }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        let day = match self.half {
            Half::First => 1,
            Half::Second => SECOND_HALF,
        };
        let (year, month) = (i32::from(self.month.year()), u32::from(self.month.number()));
        // A month of the calendar has both days, so the way out is never taken.
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let (year, month) = match self.half {
            Half::First => return self.first_day() + Days::new(u64::from(SECOND_HALF) - 2),
            Half::Second if self.month.number() == 12 => (i32::from(self.month.year()) + 1, 1),
            Half::Second => (i32::from(self.month.year()), u32::from(self.month.number()) + 1),
        };
        NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default() - Days::new(1)
    }

    /// Its first moment.
    #[must_use]
    pub fn start(self) -> DateTime<Utc> {
        self.first_day().and_time(NaiveTime::MIN).and_utc()
    }

    /// The moment at which it is over, which belongs to the next one.
    #[must_use]
    pub fn end(self) -> DateTime<Utc> {
        (self.last_day() + Days::new(1)).and_time(NaiveTime::MIN).and_utc()
    }

    /// The period after; the last one of all is its own.
    #[must_use]
    pub fn next(self) -> Self {
        match self.half {
            Half::First => Self { half: Half::Second, ..self },
            Half::Second if self.month.next() == self.month => self,
            Half::Second => Self { month: self.month.next(), half: Half::First },
        }
    }

    /// The period before; the first one of all is its own.
    #[must_use]
    pub fn previous(self) -> Self {
        match self.half {
            Half::Second => Self { half: Half::First, ..self },
            Half::First if self.month.previous() == self.month => self,
            Half::First => Self { month: self.month.previous(), half: Half::Second },
        }
    }

    /// The day on which it is paid: the fifth working day after its end, where the programme's bank is.
    #[must_use]
    pub fn pay_day(self) -> NaiveDate {
        self.pay_day_in(PAYOUT_COUNTRY.parse().ok())
    }

    /// From this moment on its run may be made: the beginning of the day on which it is paid.
    #[must_use]
    pub fn pay_at(self) -> DateTime<Utc> {
        self.pay_day().and_time(NaiveTime::MIN).and_utc()
    }

    /// The newest period that may be paid at a moment.
    #[must_use]
    pub fn due_at(now: DateTime<Utc>) -> Self {
        let mut period = Self::of(now).previous();
        while period.pay_at() > now && period.previous() != period {
            period = period.previous();
        }
        period
    }

    fn pay_day_in(self, country: Option<Country>) -> NaiveDate {
        let last = self.last_day();
        let Some(country) = country else { return last + Days::new(u64::from(PAY_DAYS)) };
        // What is answered is the midnight after that day.
        after_working_days(country, last.and_time(NaiveTime::MIN).and_utc(), PAY_DAYS).date_naive()
            - Days::new(1)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = match self.half {
            Half::First => 1,
            Half::Second => 2,
        };
        write!(f, "{}-{half}", self.month)
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let (month, half) = text.rsplit_once('-').ok_or(PeriodError)?;
        let half = match half {
            "1" => Half::First,
            "2" => Half::Second,
            _ => return Err(PeriodError),
        };
        Ok(Self { month: month.parse().map_err(|_| PeriodError)?, half })
    }
}

impl TryFrom<String> for Period {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, PeriodError> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[rstest]
    #[case("2026-11-1", "2026-11-01", "2026-11-15")]
    #[case("2026-11-2", "2026-11-16", "2026-11-30")]
    #[case("2026-02-2", "2026-02-16", "2026-02-28")]
    #[case("2024-02-2", "2024-02-16", "2024-02-29")]
    #[case("2026-12-2", "2026-12-16", "2026-12-31")]
    fn a_period_is_half_a_month(#[case] text: &str, #[case] first: NaiveDate, #[case] last: NaiveDate) {
        let period = period(text);
        assert_eq!((period.first_day(), period.last_day()), (first, last));
        assert_eq!(period.to_string(), text);
        assert_eq!(serde_json::to_string(&period).unwrap(), format!("\"{text}\""));
    }

    #[rstest]
    // Monday to Friday.
    #[case("2026-11-1", "2026-11-20")]
    // A period that ends on a Monday.
    #[case("2026-11-2", "2026-12-07")]
    // New Year's Day and two weekends.
    #[case("2026-12-2", "2027-01-08")]
    // Independence Day is kept on the Friday before.
    #[case("2026-06-2", "2026-07-08")]
    fn it_is_paid_on_the_fifth_working_day_after(#[case] text: &str, #[case] pay_day: NaiveDate) {
        assert_eq!(period(text).pay_day(), pay_day);
    }

    #[rstest]
    #[case("2026-11-20T00:00:00Z", "2026-11-1")]
    #[case("2026-11-19T23:59:59Z", "2026-10-2")]
    #[case("2026-12-06T12:00:00Z", "2026-11-1")]
    fn the_newest_period_to_be_paid_is_past_its_pay_day(#[case] now: DateTime<Utc>, #[case] due: &str) {
        assert_eq!(Period::due_at(now).to_string(), due);
    }

    #[rstest]
    #[case("")]
    #[case("2026-11")]
    #[case("2026-11-3")]
    #[case("2026-11-0")]
    #[case("2026-13-1")]
    #[case("2026-11-01")]
    #[case("2026-11-1-1")]
    #[case("1999-12-2")]
    fn a_period_has_one_spelling(#[case] text: &str) {
        assert!(text.parse::<Period>().is_err(), "{text}");
    }

    proptest! {
        #[test]
        fn every_moment_lies_in_its_period_and_periods_follow_without_a_gap(second in 946_684_800_i64..32_000_000_000) {
            let at = DateTime::from_timestamp(second, 0).unwrap();
            let period = Period::of(at);
            prop_assert!(period.start() <= at && at < period.end());
            prop_assert_eq!(period.end(), period.next().start());
            prop_assert_eq!(period.next().previous(), period);
            prop_assert!(period < period.next());
            prop_assert!(period.to_string() < period.next().to_string());
            prop_assert!(period.pay_at() >= period.end());
            prop_assert!(period.pay_day() < period.next().pay_day());
            prop_assert_eq!(period.to_string().parse::<Period>(), Ok(period));
        }
    }
}

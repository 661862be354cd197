//! Working days: in which days the promises to partners are counted.
//!
//! Public holidays come from `public_holidays.txt`, which `public_holidays.py` writes from the Python package
//! `holidays`, the best kept source there is. Regional holidays are not in it. In a country or year that it does not
//! know, only weekends are free.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc, Weekday};

use crate::country::Country;

/// How far a search for a working day goes. The longest row of free days is about ten.
const HORIZON_DAYS: usize = 1_000;

/// The free days of one country.
#[derive(Debug, Default)]
struct FreeDays {
    weekend: Vec<Weekday>,
    holidays: HashSet<NaiveDate>,
}

/// Whether people work there on that day.
#[must_use]
pub fn is_working_day(country: Country, day: NaiveDate) -> bool {
    match calendars().get(country.code()) {
        Some(free) => !free.weekend.contains(&day.weekday()) && !free.holidays.contains(&day),
        None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
    }
}

/// The end of the last of so many working days that follow the day of `from`. Days are those of UTC, so the end of a
/// day is the midnight that begins the next.
#[must_use]
pub fn after_working_days(country: Country, from: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    let later = from.date_naive().iter_days().skip(1).take(HORIZON_DAYS);
    let mut working = later.filter(|day| is_working_day(country, *day));
    let last = match days.checked_sub(1) {
        Some(before_last) => working.nth(before_last as usize),
        None => Some(from.date_naive()),
    };
    last.and_then(|day| day.checked_add_days(Days::new(1)))
        .map_or(DateTime::<Utc>::MAX_UTC, |end| end.and_time(NaiveTime::MIN).and_utc())
}

fn calendars() -> &'static HashMap<&'static str, FreeDays> {
    static CALENDARS: OnceLock<HashMap<&'static str, FreeDays>> = OnceLock::new();
    CALENDARS.get_or_init(|| read(include_str!("public_holidays.txt")))
}

fn read(table: &'static str) -> HashMap<&'static str, FreeDays> {
    let mut calendars: HashMap<&'static str, FreeDays> = HashMap::new();
    let mut country = "";
    for line in table.lines() {
        let (head, rest) = line.split_once(' ').unwrap_or((line, ""));
        match head.parse::<i32>() {
            Ok(year) => {
                let holidays = rest.split(' ').filter_map(|day| day_of(year, day));
                calendars.entry(country).or_default().holidays.extend(holidays);
            }
            Err(_) => {
                country = head;
                calendars.entry(country).or_default().weekend = rest.chars().filter_map(weekday).collect();
            }
        }
    }
    calendars
}

fn day_of(year: i32, month_and_day: &str) -> Option<NaiveDate> {
    let (month, day) = month_and_day.split_at_checked(2)?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

fn weekday(digit: char) -> Option<Weekday> {
    let from_monday = u8::try_from(digit.to_digit(10)?).ok()?.checked_sub(1)?;
    Weekday::try_from(from_monday).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines: usize = include_str!("public_holidays.txt")
            .lines()
            .filter(|line| line.starts_with("20"))
            .map(|line| line.split(' ').count() - 1)
            .sum();
        let read: usize = calendars().values().map(|free| free.holidays.len()).sum();
        assert_eq!(read, lines);
        assert!(calendars().values().all(|free| matches!(free.weekend.len(), 1 | 2)));
    }

    #[rstest]
    // A Thursday before a weekend.
    #[case("SE", "2026-11-19T10:00:00Z", 2, "2026-11-24T00:00:00Z")]
    // Good Friday and Easter Monday are free, and the weekend between them.
    #[case("SE", "2026-04-02T10:00:00Z", 1, "2026-04-08T00:00:00Z")]
    // Tet takes a whole week.
    #[case("VN", "2026-02-13T10:00:00Z", 1, "2026-02-24T00:00:00Z")]
    // Nothing is known of it, so only weekends are free.
    #[case("LI", "2026-04-02T10:00:00Z", 1, "2026-04-04T00:00:00Z")]
    // A start on a free day counts from the next working day.
    #[case("SE", "2026-12-25T10:00:00Z", 1, "2026-12-29T00:00:00Z")]
    #[case("SE", "2026-11-18T23:59:59Z", 0, "2026-11-19T00:00:00Z")]
    fn a_deadline_counts_working_days(
        #[case] country: &str,
        #[case] from: DateTime<Utc>,
        #[case] days: u32,
        #[case] end: DateTime<Utc>,
    ) {
        assert_eq!(after_working_days(country.parse().unwrap(), from, days), end);
    }

    proptest! {
        #[test]
        fn a_deadline_never_falls_on_a_free_day_and_grows_with_the_days(offset in 0_i64..2_000, days in 1_u32..40) {
            for code in ["SE", "VN", "US", "AE", "LI"] {
                let country = code.parse().unwrap();
                let from = "2024-06-01T12:00:00Z".parse::<DateTime<Utc>>().unwrap() + chrono::TimeDelta::days(offset);
                let end = after_working_days(country, from, days);
                let last = end.date_naive().pred_opt().unwrap();
                prop_assert!(is_working_day(country, last));
                prop_assert!(end > from);
                prop_assert!(after_working_days(country, from, days + 1) > end);
            }
        }
    }
}

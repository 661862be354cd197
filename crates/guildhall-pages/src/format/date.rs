//! Days and months. A file lies around for months, so none is told as a distance from today.

use chrono::{Datelike, NaiveDate};
use guildhall_domain::policy::Language;

use crate::i18n::language;

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const SWEDISH: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// `28 April 2026`, `28 april 2026`, `28 tháng 4, 2026`.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    let (date, year) = (day.day(), day.year());
    match language() {
        Language::En => format!("{date} {} {year}", ENGLISH[day.month0() as usize]),
        Language::Sv => format!("{date} {} {year}", SWEDISH[day.month0() as usize]),
        Language::Vi => format!("{date} tháng {}, {year}", day.month()),
    }
}

/// `March 2016`, `mars 2016`, `tháng 3 năm 2016`.
#[must_use]
pub fn month(day: NaiveDate) -> String {
    let year = day.year();
    match language() {
        Language::En => format!("{} {year}", ENGLISH[day.month0() as usize]),
        Language::Sv => format!("{} {year}", SWEDISH[day.month0() as usize]),
        Language::Vi => format!("tháng {} năm {year}", day.month()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::in_language;

    #[test]
    fn dates_read_as_the_browser_would_write_them() {
        let spring = NaiveDate::from_ymd_opt(2026, 4, 28).expect("a day");
        assert_eq!(
            Language::ALL.map(|language| in_language(language, || day(spring))),
            ["28 April 2026", "28 april 2026", "28 tháng 4, 2026"]
        );
        assert_eq!(
            Language::ALL.map(|language| in_language(language, || month(spring))),
            ["April 2026", "april 2026", "tháng 4 năm 2026"]
        );
    }
}

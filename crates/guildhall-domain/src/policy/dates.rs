//! Days and months in words, for pages and mails that are made on the server.

use chrono::{Datelike, NaiveDate};

use super::Language;

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
pub fn day_in_words(day: NaiveDate, language: Language) -> String {
    let (date, year) = (day.day(), day.year());
    match language {
        Language::En => format!("{date} {} {year}", ENGLISH[day.month0() as usize]),
        Language::Sv => format!("{date} {} {year}", SWEDISH[day.month0() as usize]),
        Language::Vi => format!("{date} tháng {}, {year}", day.month()),
    }
}

/// `March 2016`, `mars 2016`, `tháng 3 năm 2016`.
#[must_use]
pub fn month_in_words(day: NaiveDate, language: Language) -> String {
    let year = day.year();
    match language {
        Language::En => format!("{} {year}", ENGLISH[day.month0() as usize]),
        Language::Sv => format!("{} {year}", SWEDISH[day.month0() as usize]),
        Language::Vi => format!("tháng {} năm {year}", day.month()),
    }
}

//! Days and amounts in the reader's language. They read as the application shows them.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::money::Money;
use guildhall_domain::policy::{Language, day_in_words};

/// The day of a deadline. The end of a day is the midnight that begins the next one.
pub(crate) fn last_day(end: DateTime<Utc>, language: Language) -> String {
    day_in_words((end - TimeDelta::microseconds(1)).date_naive(), language)
}

/// `USD 1,234.50`, `1 234,50 USD`, `1.234,50 USD`.
pub(crate) fn amount(money: Money, language: Language) -> String {
    let code = money.currency.code();
    let digits = match code {
        "JPY" | "VND" => 0,
        _ => 2,
    };
    let (group, point) = match language {
        Language::En => (',', '.'),
        // Without a break within a number.
        Language::Sv => ('\u{a0}', ','),
        Language::Vi => ('.', ','),
    };
    let unit = 10_u64.pow(digits);
    let minor = money.minor.unsigned_abs();
    let mut number = grouped(minor / unit, group);
    if digits > 0 {
        number = format!("{number}{point}{:02}", minor % unit);
    }
    let sign = if money.minor < 0 { "−" } else { "" };
    match language {
        Language::En => format!("{code}\u{a0}{sign}{number}"),
        Language::Sv | Language::Vi => format!("{sign}{number}\u{a0}{code}"),
    }
}

fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64, currency: &str) -> Money {
        Money { minor, currency: currency.parse().unwrap() }
    }

    #[test]
    fn a_deadline_is_named_by_its_last_day() {
        let end = "2026-03-05T00:00:00Z".parse().unwrap();
        assert_eq!(last_day(end, Language::En), "4 March 2026");
        assert_eq!(last_day(end, Language::Sv), "4 mars 2026");
        assert_eq!(last_day(end, Language::Vi), "4 tháng 3, 2026");
    }

    #[test]
    fn amounts_are_written_as_the_language_writes_them() {
        let dollars = money(123_456_789, "USD");
        assert_eq!(amount(dollars, Language::En), "USD\u{a0}1,234,567.89");
        assert_eq!(amount(dollars, Language::Sv), "1\u{a0}234\u{a0}567,89\u{a0}USD");
        assert_eq!(amount(dollars, Language::Vi), "1.234.567,89\u{a0}USD");
        assert_eq!(amount(money(500_000, "VND"), Language::Vi), "500.000\u{a0}VND");
        assert_eq!(amount(money(-5, "SEK"), Language::En), "SEK\u{a0}−0.05");
    }
}

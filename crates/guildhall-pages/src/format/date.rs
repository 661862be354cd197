//! Days and months. A file lies around for months, so none is told as a distance from today.

use chrono::NaiveDate;
use guildhall_domain::policy::{day_in_words, month_in_words};

use crate::i18n::language;

/// `28 April 2026`, `28 april 2026`, `28 tháng 4, 2026`.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    day_in_words(day, language())
}

/// `March 2016`, `mars 2016`, `tháng 3 năm 2016`.
#[must_use]
pub fn month(day: NaiveDate) -> String {
    month_in_words(day, language())
}

#[cfg(test)]
mod tests {
    use guildhall_domain::policy::Language;

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

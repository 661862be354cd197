//! Days in the reader's language. They read as the application shows them.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::policy::{Language, day_in_words};

/// The day of a deadline. The end of a day is the midnight that begins the next one.
pub(crate) fn last_day(end: DateTime<Utc>, language: Language) -> String {
    day_in_words((end - TimeDelta::microseconds(1)).date_naive(), language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_named_by_its_last_day() {
        let end = "2026-03-05T00:00:00Z".parse().unwrap();
        assert_eq!(last_day(end, Language::En), "4 March 2026");
        assert_eq!(last_day(end, Language::Sv), "4 mars 2026");
        assert_eq!(last_day(end, Language::Vi), "4 tháng 3, 2026");
    }
}

//! Dates and phases in words. The dates are in UTC wherever the reader is, since all of them are switched at once.

use chrono::{DateTime, NaiveDateTime, Utc};
use guildhall_domain::cutover::{CutoverDate, Phase};
use guildhall_domain::policy::day_in_words;

use crate::i18n::{Text, language, texts};

/// What a date is called.
pub(super) fn date_name(date: CutoverDate) -> Text {
    match date {
        CutoverDate::ReviewFrom => texts::cutover::review_from,
        CutoverDate::DirectoryFrom => texts::cutover::directory_from,
        CutoverDate::ClosedFrom => texts::cutover::closed_from,
    }
}

/// What a phase is called.
pub(super) fn phase_name(phase: Phase) -> Text {
    match phase {
        Phase::Marketplace => texts::cutover::phase_marketplace,
        Phase::Review => texts::cutover::phase_review,
        Phase::Directory => texts::cutover::phase_directory,
        Phase::Closed => texts::cutover::phase_closed,
    }
}

/// `1 October 2023, 00:00:00 UTC`, in the reader's language.
pub(super) fn in_utc(at: DateTime<Utc>) -> String {
    format!("{}, {} UTC", day_in_words(at.date_naive(), language()), at.format("%H:%M:%S"))
}

/// A moment as a field of date and time holds it.
pub(super) fn typed(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// What a field holds as it goes over the wire; what is no moment stays what it is, and is refused.
pub(super) fn wired(text: &str) -> String {
    let parsed = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"];
    let moment = parsed.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    moment.map_or_else(|| text.to_owned(), |moment| moment.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_field_holds_goes_over_the_wire_in_utc() {
        assert_eq!(wired("2023-10-01T00:00"), "2023-10-01T00:00:00Z");
        assert_eq!(wired("2023-09-30T23:59:59"), "2023-09-30T23:59:59Z");
        assert_eq!(wired("tomorrow"), "tomorrow");
        assert_eq!(wired(""), "");
        let at = "2023-09-30T23:59:59Z".parse().unwrap();
        assert_eq!(wired(&typed(at)), "2023-09-30T23:59:59Z");
    }
}

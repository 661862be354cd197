//! When a partner counts as active.

use chrono::{DateTime, Months, NaiveDate, Utc};

use crate::referral::Source;

/// For how many months a qualifying referral keeps a partner active.
pub const ACTIVE_MONTHS: u32 = 12;

/// Whether a referral keeps the partner active: a store made for a merchant, a merchant who came by the partner's link, or
/// one who went to Plus. A merchant who only added a point of sale does not, and neither does a source that
/// the programme has said nothing about.
#[must_use]
pub fn keeps_active(source: &Source) -> bool {
    match source {
        Source::PlusLead | Source::StoreCreated | Source::Affiliate => true,
        Source::PosLead | Source::Other(_) => false,
    }
}

/// The last day on which a partner is active whose last qualifying referral was at this moment.
#[must_use]
pub fn active_until(last: DateTime<Utc>) -> NaiveDate {
    let day = last.date_naive();
    // The calendar ends long after the programme.
    day.checked_add_months(Months::new(ACTIVE_MONTHS)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_referral_counts_for_twelve_months() {
        let until = |at: &str| active_until(at.parse().unwrap()).to_string();
        assert_eq!(until("2025-11-22T23:59:59Z"), "2026-11-22");
        assert_eq!(until("2024-02-29T00:00:00Z"), "2025-02-28");
    }

    #[test]
    fn a_point_of_sale_does_not_count() {
        let counting: Vec<_> = Source::KNOWN.into_iter().filter(keeps_active).collect();
        assert_eq!(counting, [Source::PlusLead, Source::StoreCreated, Source::Affiliate]);
        assert!(!keeps_active(&"markets_pro".parse().unwrap()));
    }
}

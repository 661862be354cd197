//! The query of the referral history.

use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::referral::Source;
use guildhall_domain::referral::listing::{ReferralColumn, ReferralFilter};

use super::{ListColumn, ListQuery, choices, join, search};
use crate::fields::FieldError;

/// Which referrals, in which order, which page.
pub type ReferralQuery = ListQuery<ReferralFilter, ReferralColumn>;

/// Newest referral first.
pub const REFERRAL_ORDER: Order<ReferralColumn> =
    Order { column: ReferralColumn::ReferredAt, direction: Direction::Desc };

impl ListColumn for ReferralColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = REFERRAL_ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// Reads the query of the referral history.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_referral_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<ReferralQuery, Vec<FieldError>> {
    ReferralQuery::read(pairs, |filter, name, value| {
        Some(match name {
            "source" => choices(name, value, &Source::ALL, Source::code).map(|found| filter.sources = found),
            "q" => search(value).map(|found| filter.search = found),
            _ => return None,
        })
    })
}

/// Writes a query so that [`read_referral_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_referral_query(query: &ReferralQuery) -> Vec<(&'static str, String)> {
    query.write(vec![
        ("q", query.filter.search.clone()),
        ("source", join(&query.filter.sources, Source::code)),
    ])
}

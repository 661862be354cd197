//! `/referrals/history?…`: the same words in the address as in the request.

use guildhall_contract::query::{ReferralQuery, read_referral_query};

use crate::api::referrals::written;
use crate::features::address::{Form, read_what_fits};

pub(super) static FORM: Form<ReferralQuery> =
    Form { path: "/referrals/history", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> ReferralQuery {
    read_what_fits(pairs, |pairs| read_referral_query(pairs.iter().copied()))
}

#[cfg(test)]
mod tests {
    use guildhall_domain::referral::Source;

    use super::*;

    #[test]
    fn an_address_with_nonsense_shows_what_makes_sense_of_it() {
        let pairs = [("source", "plus_lead"), ("state", "gift"), ("limit", "0")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let query = read(&pairs);
        assert_eq!(query.filter.sources, [Source::PlusLead]);
        assert_eq!(query.limit, ReferralQuery::default().limit);
    }
}

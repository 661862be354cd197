//! `/referrals/leads?…`: the same words in the address as in the request.

use guildhall_contract::query::{LeadQuery, read_lead_query};

use crate::api::leads::written;
use crate::features::address::{Form, read_what_fits};

pub(super) static FORM: Form<LeadQuery> =
    Form { path: "/referrals/leads", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> LeadQuery {
    read_what_fits(pairs, |pairs| read_lead_query(pairs.iter().copied()))
}

#[cfg(test)]
mod tests {
    use guildhall_domain::lead::Status;

    use super::*;

    #[test]
    fn an_address_with_nonsense_shows_what_makes_sense_of_it() {
        let pairs = [("status", "awarded"), ("sort", "salary"), ("colour", "red")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let query = read(&pairs);
        assert_eq!(query.filter.statuses, [Status::Awarded]);
        assert_eq!(query.order, LeadQuery::default().order);
    }
}

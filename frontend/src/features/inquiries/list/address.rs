//! `/inquiries?…`: the same words in the address as in the request.

use guildhall_contract::inquiries::{InquiryQuery, read_inquiry_query};

use crate::api::received::written;
use crate::features::address::{Form, read_what_fits};

pub(super) static FORM: Form<InquiryQuery> =
    Form { path: "/inquiries", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> InquiryQuery {
    read_what_fits(pairs, |pairs| read_inquiry_query(pairs.iter().copied()))
}

#[cfg(test)]
mod tests {
    use guildhall_domain::inquiry::InquiryStatus;

    use super::*;

    #[test]
    fn an_address_with_nonsense_shows_what_makes_sense_of_it() {
        let pairs = [("status", "worked_on"), ("sort", "salary"), ("colour", "red")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let query = read(&pairs);
        assert_eq!(query.filter.statuses, [InquiryStatus::WorkedOn]);
        assert_eq!(query.order, InquiryQuery::default().order);
    }
}

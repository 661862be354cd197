//! `/inquiries?…`: the same words in the address as in the request.

use guildhall_contract::inquiries::{InquiryQuery, read_inquiry_query};

use crate::api::inquiries::written;
use crate::features::address::{Form, read_what_fits};

pub(super) static FORM: Form<InquiryQuery> =
    Form { path: "/inquiries", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> InquiryQuery {
    read_what_fits(pairs, |pairs| read_inquiry_query(pairs.iter().copied()))
}

#[cfg(test)]
mod tests {
    use guildhall_domain::taxonomy::Service;

    use super::*;

    #[test]
    fn an_address_with_nonsense_shows_what_makes_sense_of_it() {
        let pairs = [("service", "tax-setup"), ("status", "won"), ("limit", "0")];
        let query = read(&pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(query.filter.services, [Service::TaxSetup]);
        assert_eq!(query.limit, InquiryQuery::default().limit);
    }
}

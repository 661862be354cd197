//! `/records/customers?…`: the same words in the address as in the request.

use guildhall_contract::marketplace::{CustomerQuery, read_customer_query};

use crate::api::marketplace::customers_written;
use crate::features::address::{Form, read_what_fits};

pub(super) static FORM: Form<CustomerQuery> = Form {
    path: "/records/customers",
    read,
    write: customers_written,
    to_first_page: |query| query.cursor = None,
};

fn read(pairs: &[(String, String)]) -> CustomerQuery {
    read_what_fits(pairs, |pairs| read_customer_query(pairs.iter().copied()))
}

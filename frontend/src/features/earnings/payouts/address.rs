//! `/payouts?…`: the same words in the address as in the request.

use guildhall_contract::payouts::{PayoutQuery, read_payout_query};

use crate::api::payouts::written;
use crate::features::address::{Form, read_what_fits};

pub(super) static FORM: Form<PayoutQuery> =
    Form { path: "/payouts", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> PayoutQuery {
    read_what_fits(pairs, |pairs| read_payout_query(pairs.iter().copied()))
}

//! `/payouts?…`: the same words in the address as in the request.

use guildhall_contract::payouts::{PayoutQuery, read_payout_query};

use crate::api::payouts::written;
use crate::features::address::Form;

pub(super) static FORM: Form<PayoutQuery> =
    Form { path: "/payouts", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> PayoutQuery {
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let good = pairs.filter(|pair| read_payout_query([*pair]).is_ok());
    read_payout_query(good).unwrap_or_default()
}

//! Payouts as their partner sees them.

mod address;
mod columns;
mod missing;
mod page;
mod upcoming;
mod wording;
mod words;

use guildhall_contract::payouts::{PayoutPage, PayoutQuery};

pub(in crate::features) use missing::missing_details;
pub use page::PayoutsPage;
pub(in crate::features) use words::{next_words, sums};

use crate::features::list::Listing;

type Payouts = Listing<PayoutQuery, PayoutPage>;

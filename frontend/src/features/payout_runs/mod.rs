//! Payout runs, for administrators: which periods are paid, what a run would do, doing it, and what it did.

mod address;
mod columns;
mod list;
mod page;
mod report;
mod running;
mod wording;
mod words;

use guildhall_contract::payouts::{PayoutRunDetails, PayoutRunPage, PayoutRunQuery, RunListQuery};

pub use list::PayoutRunsPage;
pub use page::PayoutRunPage as RunPage;

use crate::features::list::Listing;

type Periods = Listing<RunListQuery, PayoutRunPage>;
type Run = Listing<PayoutRunQuery, PayoutRunDetails>;

//! The ledger: every amount that was booked for the organisation.

mod address;
mod columns;
mod filters;
mod page;
mod totals;
mod wording;

pub use page::LedgerPage;

use guildhall_contract::query::LedgerQuery;
use guildhall_contract::referrals;

use crate::features::list::Listing;

type Ledger = Listing<LedgerQuery, referrals::LedgerPage>;

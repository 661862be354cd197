//! The referral history: every merchant who was referred with success.

mod address;
mod columns;
mod names;
mod page;
mod totals;
mod wording;

pub use page::HistoryPage;

use guildhall_contract::query::ReferralQuery;
use guildhall_contract::referrals::ReferralPage;

use crate::features::list::Listing;

type History = Listing<ReferralQuery, ReferralPage>;

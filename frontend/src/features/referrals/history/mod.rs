//! The referral history: every merchant who was referred with success.

mod address;
mod columns;
mod names;
mod page;
mod row;
mod table;
mod toolbar;
mod totals;

pub use page::HistoryPage;

use std::sync::Arc;

use guildhall_contract::query::ReferralQuery;
use guildhall_contract::referrals::ReferralPage;

use crate::features::address::Address;

type HistoryAddress = Address<ReferralQuery>;
type SharedPage = Arc<ReferralPage>;

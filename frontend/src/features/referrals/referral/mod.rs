//! One referral: where it came from, which terms it earns under and why, and what it earned.

mod facts;
mod ledger;
mod page;

pub use page::ReferralPage;

use std::sync::Arc;

use guildhall_contract::referrals::ReferralDetails;

/// The referral, shared by everything that draws a part of it.
type SharedReferral = Arc<ReferralDetails>;

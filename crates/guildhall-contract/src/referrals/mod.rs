//! The referral history as it is answered: the list, one referral, the ledger and the summary.
//!
//! Whoever may not see the organisation's money is answered without any amount: what is an amount, or a list of them,
//! is `null` then.

mod details;
mod ledger;
mod list;
mod summary;
mod terms;

pub use details::{ReferralDetails, ReferralLedger};
pub use ledger::{KindSums, LedgerItem, LedgerPage};
pub use list::{ReferralItem, ReferralPage, StateCount};
pub use summary::{
    Activity, MONTHS, MONTHS_MAX, MonthRevenue, Qualifying, ReferralsSummary, Revenue, SummaryQuery,
    read_summary_query, write_summary_query,
};
pub use terms::AppliedTerms;

//! What partners earn: revenue by the month, the ledger, and the payouts.

mod cells;
mod estimate;
mod hidden;
mod ledger;
mod payouts;
mod revenue;
mod tiles;
mod words;

pub(super) use cells::{SignedAmount, Sum, period_words, what};
pub(super) use estimate::EstimateLine;
pub use ledger::LedgerPage;
pub use payouts::PayoutsPage;
pub(super) use payouts::{missing_details, next_words, sums};
pub(super) use revenue::{MonthSums, RevenueCard};
pub(super) use tiles::{ActivityTile, ReferralsTile, RevenueTile, month_sums};

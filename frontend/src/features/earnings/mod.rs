//! What partners earn: revenue by the month, the ledger, and the payouts.

mod revenue;

pub use revenue::{MonthSums, RevenueCard};

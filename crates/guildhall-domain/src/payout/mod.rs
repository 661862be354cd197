//! Payouts: twice a month, what partners earned is paid on the fifth working day after the period's end.

mod period;

pub use period::{PAY_DAYS, Period, PeriodError};

/// Whose working days the days of payment are counted in: where the programme's bank is.
pub const PAYOUT_COUNTRY: &str = "US";

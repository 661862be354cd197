//! Payouts: twice a month, what partners earned is paid on the fifth working day after the period's end.

mod bonus;
mod details;
pub mod listing;
mod period;
mod rules;
mod run;
mod settled;
mod upcoming;

pub use bonus::{leads_that_wait, with_payout_issued};
pub use details::{ACCOUNT_MAX, AccountNumber, AccountNumberError, PayoutDetails};
pub use period::{PAY_DAYS, Period, PeriodError};
pub use rules::{HeldReason, MINIMUMS, Verdict, minimum};
pub use run::{PayoutRun, RunOutcome, RunRefusal, RunStage, may_run};
pub use settled::{Payout, Settlement};
pub use upcoming::{Upcoming, unrun, upcoming};

/// Whose working days the days of payment are counted in: where the programme's bank is.
pub const PAYOUT_COUNTRY: &str = "US";

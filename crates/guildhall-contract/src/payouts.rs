//! Payouts as their partner sees them, and where they are paid.

mod details;
mod runs;

use chrono::{DateTime, NaiveDate, Utc};
use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::money::Money;
use guildhall_domain::payout::listing::PeriodColumn;
use guildhall_domain::payout::{HeldReason, Payout, Period, Settlement};
use guildhall_domain::personal::Personal;
use serde::{Deserialize, Serialize};

use crate::fields::FieldError;
use crate::query::{ListColumn, ListQuery};

pub use details::{
    PAYEE, PAYOUT_ACCOUNT, PAYOUT_COUNTRY_FIELD, PayoutDetailsBody, PayoutDetailsEntry, read_payout_details,
};
pub use runs::{
    PayoutRunDetails, PayoutRunItem, PayoutRunPage, PayoutRunQuery, RUN_ORDER, RunListQuery, RunProgress,
    RunRowItem, RunStateCount, read_payout_run_query, read_run_list_query, write_payout_run_query,
    write_run_list_query,
};

/// Where a payout stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PayoutState {
    /// Its period runs still.
    Open,
    /// Its period is over; it is paid on `pay_day` or soon after.
    Scheduled,
    /// It was paid.
    Paid,
    /// It was kept back and comes with the next payout.
    Held,
}

impl PayoutState {
    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Scheduled => "scheduled",
            Self::Paid => "paid",
            Self::Held => "held",
        }
    }
}

/// What a partner gets for a period, in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PayoutItem {
    /// The period, half a month: `2026-11-1` or `2026-11-2`.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "2026-11-1"))]
    pub period: Period,
    /// Its first day.
    pub first_day: NaiveDate,
    /// Its last day.
    pub last_day: NaiveDate,
    /// The day it is paid on: the fifth working day after the period.
    pub pay_day: NaiveDate,
    /// How much. What is open or scheduled may still change, and what was kept back before is in it.
    pub amount: Money,
    /// Where it stands.
    pub state: PayoutState,
    /// Why it was kept back; of what is open or scheduled, why it would be, as things stand.
    pub held: Option<HeldReason>,
    /// When it was paid or kept back.
    pub settled_at: Option<DateTime<Utc>>,
    /// The last characters of the account that it was paid to.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub account_ending: Option<Personal>,
}

impl From<&Payout> for PayoutItem {
    fn from(payout: &Payout) -> Self {
        let (state, held, account_ending) = match &payout.settlement {
            Settlement::Paid { to } => (PayoutState::Paid, None, Some(to.account.ending())),
            Settlement::Held { reason } => (PayoutState::Held, Some(*reason), None),
        };
        Self {
            period: payout.period,
            first_day: payout.period.first_day(),
            last_day: payout.period.last_day(),
            pay_day: payout.period.pay_day(),
            amount: payout.amount,
            state,
            held,
            settled_at: Some(payout.at),
            account_ending,
        }
    }
}

/// How a partner's money stands in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PayoutAccount {
    /// Earned and not paid yet: the sum of `upcoming` in this currency.
    pub pending: Money,
    /// Paid since the first of January (UTC).
    pub paid_this_year: Money,
    /// Paid ever.
    pub paid: Money,
    /// The least that is paid out; less than that waits.
    pub minimum: Money,
}

/// A partner's payouts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PayoutPage {
    /// One for each currency that something was ever earned in, by currency.
    pub accounts: Vec<PayoutAccount>,
    /// Open and scheduled payouts, oldest first; the same on every page.
    pub upcoming: Vec<PayoutItem>,
    /// Whether somebody has said where to pay.
    pub has_details: bool,
    /// What was paid or kept back, in order.
    pub items: Vec<PayoutItem>,
    /// How many of them there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
}

/// In which order, which page.
pub type PayoutQuery = ListQuery<(), PeriodColumn>;

/// Newest first.
pub const PERIOD_ORDER: Order<PeriodColumn> =
    Order { column: PeriodColumn::Period, direction: Direction::Desc };

impl ListColumn for PeriodColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = PERIOD_ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// Reads the query of a partner's payouts.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_payout_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<PayoutQuery, Vec<FieldError>> {
    PayoutQuery::read(pairs, |(), _, _| None)
}

/// Writes a query so that [`read_payout_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_payout_query(wanted: &PayoutQuery) -> Vec<(&'static str, String)> {
    wanted.write(Vec::new())
}

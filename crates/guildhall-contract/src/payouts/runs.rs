//! Payout runs, for administrators.

use chrono::{DateTime, NaiveDate, Utc};
use guildhall_domain::actor::Stamp;
use guildhall_domain::country::Country;
use guildhall_domain::ids::OrgId;
use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::money::Money;
use guildhall_domain::payout::listing::{PeriodColumn, PeriodRow, RunColumn, RunFilter, RunRow, RunRowState};
use guildhall_domain::payout::{HeldReason, Period, RunStage};
use guildhall_domain::personal::Personal;
use serde::{Deserialize, Serialize};

use crate::fields::FieldError;
use crate::query::{self, ListColumn, ListQuery};

/// A period and its run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PayoutRunItem {
    /// The period, half a month: `2026-11-1` or `2026-11-2`.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "2026-11-1"))]
    pub period: Period,
    /// Its first day.
    pub first_day: NaiveDate,
    /// Its last day.
    pub last_day: NaiveDate,
    /// The day from which on its run may be made.
    pub pay_day: NaiveDate,
    /// Where it stands.
    pub stage: RunStage,
    /// Who began the run, and when.
    pub started: Option<Stamp>,
    /// When it was done.
    pub finished_at: Option<DateTime<Utc>>,
    /// How many payouts it paid; `null` until it is done.
    pub paid: Option<usize>,
    /// How many it kept back; `null` until it is done.
    pub held: Option<usize>,
    /// What it paid, one sum for each currency; empty until it is done.
    pub totals: Vec<Money>,
}

impl From<&PeriodRow> for PayoutRunItem {
    fn from(row: &PeriodRow) -> Self {
        let outcome = row.run.as_ref().and_then(|run| run.outcome.as_ref());
        Self {
            period: row.period,
            first_day: row.period.first_day(),
            last_day: row.period.last_day(),
            pay_day: row.period.pay_day(),
            stage: row.stage,
            started: row.run.as_ref().map(|run| run.started.clone()),
            finished_at: outcome.map(|outcome| outcome.at),
            paid: outcome.map(|outcome| outcome.paid),
            held: outcome.map(|outcome| outcome.held),
            totals: outcome.map(|outcome| outcome.totals.iter().collect()).unwrap_or_default(),
        }
    }
}

/// A page of the runs: the period that runs, what is to be paid, and the runs that were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PayoutRunPage {
    /// The periods, in order.
    pub items: Vec<PayoutRunItem>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
}

/// An account in a run, or in its preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RunRowItem {
    /// Whose.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub organisation: OrgId,
    /// What the organisation is called.
    pub name: String,
    /// How much. It may be below nothing if it is kept back.
    pub amount: Money,
    /// How many leads without sales support the run is to pay in it.
    pub leads: usize,
    /// What the run does, or did, about it.
    pub state: RunRowState,
    /// Why it is kept back.
    pub held: Option<HeldReason>,
    /// In whose name the account is.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub payee: Option<Personal>,
    /// The country of the bank.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub country: Option<Country>,
    /// The last four characters of the account's number. The whole of it is in the CSV.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub account_ending: Option<Personal>,
}

impl From<&RunRow> for RunRowItem {
    fn from(row: &RunRow) -> Self {
        Self {
            organisation: row.org.clone(),
            name: row.name.clone(),
            amount: row.amount,
            leads: row.leads,
            state: row.state,
            held: row.held,
            payee: row.to.as_ref().map(|to| to.payee.clone()),
            country: row.to.as_ref().map(|to| to.country),
            account_ending: row.to.as_ref().map(|to| to.account.ending()),
        }
    }
}

/// How many accounts are in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RunStateCount {
    /// The state.
    pub state: RunRowState,
    /// How many, whatever states are asked for.
    pub count: usize,
}

/// A run with its accounts: a preview before it is made, the report after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PayoutRunDetails {
    /// The period and its run.
    pub run: PayoutRunItem,
    /// How many leads without sales support the run is to pay.
    pub leads: usize,
    /// A page of the accounts, in order. Who has nothing to get is not there.
    pub items: Vec<RunRowItem>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
    /// How many are in each state.
    pub counts: Vec<RunStateCount>,
    /// What is paid on all pages, one sum for each currency.
    pub totals_paid: Vec<Money>,
    /// What is kept back on all pages, one sum for each currency.
    pub totals_held: Vec<Money>,
}

/// How far a run has come. Ask again until it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RunProgress {
    /// How many of the accounts and leads are done.
    pub done: usize,
    /// How many there are, as far as is known.
    pub total: usize,
    /// Whether the run is done.
    pub is_finished: bool,
}

/// Which page of the runs.
pub type RunListQuery = ListQuery<(), PeriodColumn>;

/// Reads the query of the list of runs.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_run_list_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<RunListQuery, Vec<FieldError>> {
    RunListQuery::read(pairs, |(), _, _| None)
}

/// Writes a query so that [`read_run_list_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_run_list_query(wanted: &RunListQuery) -> Vec<(&'static str, String)> {
    wanted.write(Vec::new())
}

/// Which accounts of a run, in which order, which page.
pub type PayoutRunQuery = ListQuery<RunFilter, RunColumn>;

/// By the organisations' names.
pub const RUN_ORDER: Order<RunColumn> = Order { column: RunColumn::Organisation, direction: Direction::Asc };

impl ListColumn for RunColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = RUN_ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// Reads the query of a run.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_payout_run_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<PayoutRunQuery, Vec<FieldError>> {
    PayoutRunQuery::read(pairs, |filter, name, value| {
        Some(match name {
            "state" => query::choices(name, value, &RunRowState::ALL, RunRowState::code)
                .map(|found| filter.states = found),
            "q" => query::search(value).map(|found| filter.search = found),
            _ => return None,
        })
    })
}

/// Writes a query so that [`read_payout_run_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_payout_run_query(wanted: &PayoutRunQuery) -> Vec<(&'static str, String)> {
    let filter = &wanted.filter;
    wanted
        .write(vec![("q", filter.search.clone()), ("state", query::join(&filter.states, RunRowState::code))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::FieldCode;

    #[test]
    fn a_query_reads_back_as_written() {
        let wanted = PayoutRunQuery {
            filter: RunFilter {
                states: vec![RunRowState::ToPay, RunRowState::Held],
                search: "acme".to_owned(),
            },
            order: Order { column: RunColumn::Amount, direction: Direction::Desc },
            limit: 7,
            cursor: Some("abc".to_owned()),
        };
        let written = write_payout_run_query(&wanted);
        let pairs = written.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(read_payout_run_query(pairs), Ok(wanted));
        let errors = read_payout_run_query([("state", "lost")]).unwrap_err();
        assert_eq!(errors[0].code, FieldCode::ChoiceUnknown);
    }
}

//! The rows of payouts, of runs, and of what a run does, and how they are narrowed and sorted.

use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use super::{HeldReason, Payout, PayoutDetails, Period, RunStage};
use crate::ids::OrgId;
use crate::listing::{Key, Row};
use crate::money::{Currency, Money};
use crate::text::fold;

/// What payouts and runs can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodColumn {
    /// The period.
    Period,
}

impl PeriodColumn {
    /// All of them.
    pub const ALL: [Self; 1] = [Self::Period];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Period => "period",
        }
    }
}

/// A payout among those of its organisation.
#[derive(Debug, Clone)]
pub struct PayoutRow {
    /// The payout.
    pub payout: Payout,
    id: (Period, Currency),
    period: String,
}

impl From<Payout> for PayoutRow {
    fn from(payout: Payout) -> Self {
        let id = (payout.period, payout.amount.currency);
        Self { id, period: payout.period.to_string(), payout }
    }
}

impl Row for PayoutRow {
    type Id = (Period, Currency);
    type Column = PeriodColumn;

    fn id(&self) -> &Self::Id {
        &self.id
    }

    fn key(&self, column: PeriodColumn) -> Key<'_> {
        match column {
            PeriodColumn::Period => Key::Text(&self.period),
        }
    }
}

/// What a run does, or did, about an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RunRowState {
    /// It is to be paid.
    ToPay,
    /// It is to be kept back.
    ToHold,
    /// It was paid.
    Paid,
    /// It was kept back.
    Held,
}

impl RunRowState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::ToPay, Self::ToHold, Self::Paid, Self::Held];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ToPay => "to_pay",
            Self::ToHold => "to_hold",
            Self::Paid => "paid",
            Self::Held => "held",
        }
    }
}

/// An account in a run, or in its preview.
#[derive(Debug, Clone)]
pub struct RunRow {
    /// Whose.
    pub org: OrgId,
    /// What the organisation is called.
    pub name: String,
    /// How much.
    pub amount: Money,
    /// How many leads without sales support the run pays in it, in a preview.
    pub leads: usize,
    /// What the run does about it.
    pub state: RunRowState,
    /// Why it is kept back.
    pub held: Option<HeldReason>,
    /// Where it goes.
    pub to: Option<PayoutDetails>,
    id: (OrgId, Currency),
    folded: String,
}

impl RunRow {
    /// A row of a run or of its preview.
    #[must_use]
    pub fn new(
        org: OrgId,
        name: String,
        amount: Money,
        state: RunRowState,
        held: Option<HeldReason>,
        to: Option<PayoutDetails>,
    ) -> Self {
        let (id, folded) = ((org.clone(), amount.currency), fold(&name));
        Self { org, name, amount, leads: 0, state, held, to, id, folded }
    }

    /// The row with how many leads without sales support the run pays in it.
    #[must_use]
    pub fn with_leads(mut self, leads: usize) -> Self {
        self.leads = leads;
        self
    }
}

impl From<&Payout> for RunRow {
    fn from(payout: &Payout) -> Self {
        let state = if payout.is_paid() { RunRowState::Paid } else { RunRowState::Held };
        let to = match &payout.settlement {
            super::Settlement::Paid { to } => Some(to.clone()),
            super::Settlement::Held { .. } => None,
        };
        Self::new(payout.org.clone(), payout.name.clone(), payout.amount, state, payout.held(), to)
    }
}

/// A column of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RunColumn {
    /// What the organisation is called.
    Organisation,
    /// How much, in minor units; currencies are not converted.
    Amount,
    /// What the run does about it.
    State,
}

impl RunColumn {
    /// Every column.
    pub const ALL: [Self; 3] = [Self::Organisation, Self::Amount, Self::State];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Amount => "amount",
            Self::State => "state",
        }
    }
}

impl Row for RunRow {
    type Id = (OrgId, Currency);
    type Column = RunColumn;

    fn id(&self) -> &Self::Id {
        &self.id
    }

    fn key(&self, column: RunColumn) -> Key<'_> {
        match column {
            RunColumn::Organisation => Key::Text(&self.folded),
            RunColumn::Amount => Key::Number(self.amount.minor),
            RunColumn::State => Key::Number(self.state as i64),
        }
    }
}

/// What a run is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct RunFilter {
    /// Any of these states; empty narrows nothing.
    pub states: Vec<RunRowState>,
    /// Words that must all occur in the organisation's name.
    pub search: String,
}

impl RunFilter {
    /// The rows that pass, and how many there are in each state whatever states are asked for.
    pub fn narrow<'a>(
        &self,
        rows: impl Iterator<Item = &'a RunRow>,
    ) -> (Vec<&'a RunRow>, Vec<(RunRowState, usize)>) {
        let words: Vec<_> = self.search.split_whitespace().map(fold).collect();
        let finders: Vec<_> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
        let found: Vec<_> = rows
            .filter(|row| finders.iter().all(|finder| finder.find(row.folded.as_bytes()).is_some()))
            .collect();
        let count = |state: RunRowState| (state, found.iter().filter(|row| row.state == state).count());
        let counts = RunRowState::ALL.into_iter().map(count).filter(|(_, count)| *count > 0).collect();
        let wanted = |row: &&RunRow| self.states.is_empty() || self.states.contains(&row.state);
        (found.into_iter().filter(wanted).collect(), counts)
    }
}

/// A period in the list of runs.
#[derive(Debug, Clone)]
pub struct PeriodRow {
    /// The period.
    pub period: Period,
    /// Where it stands.
    pub stage: RunStage,
    /// Its run, if it was begun.
    pub run: Option<super::PayoutRun>,
    text: String,
}

impl PeriodRow {
    /// A period with its run.
    #[must_use]
    pub fn new(period: Period, stage: RunStage, run: Option<super::PayoutRun>) -> Self {
        Self { period, stage, run, text: period.to_string() }
    }
}

impl Row for PeriodRow {
    type Id = Period;
    type Column = PeriodColumn;

    fn id(&self) -> &Period {
        &self.period
    }

    fn key(&self, column: PeriodColumn) -> Key<'_> {
        match column {
            PeriodColumn::Period => Key::Text(&self.text),
        }
    }
}

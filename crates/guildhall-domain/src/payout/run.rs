//! A run: what is due for a period is paid, once and for all.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Payout, Period};
use crate::actor::Stamp;
use crate::money::MoneyError;
use crate::referral::Sums;

/// A run that was begun. It is made in pieces, and whoever breaks off goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayoutRun {
    /// The period that it pays.
    pub period: Period,
    /// Who began it, and when.
    pub started: Stamp,
    /// Whether the leads without sales support that it pays are paid. Only then are the accounts, so that what those
    /// leads earned is paid along.
    #[serde(default)]
    pub are_leads_paid: bool,
    /// What came of it, once it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<RunOutcome>,
}

/// What came of a run.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RunOutcome {
    /// When it was done, in business time.
    pub at: DateTime<Utc>,
    /// How many payouts were paid.
    pub paid: usize,
    /// How many were kept back.
    pub held: usize,
    /// What was paid, one sum for each currency.
    pub totals: Sums,
}

/// Where a period stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RunStage {
    /// It runs still.
    Open,
    /// It is over, and its day of payment is to come.
    Scheduled,
    /// Its run may be made.
    Due,
    /// Its run was begun and is not done.
    Running,
    /// Its run is done.
    Done,
}

impl RunStage {
    /// Where a period stands that may have a run.
    #[must_use]
    pub fn of(period: Period, run: Option<&PayoutRun>, now: DateTime<Utc>) -> Self {
        match run {
            Some(run) if run.outcome.is_some() => Self::Done,
            Some(_) => Self::Running,
            None if now < period.end() => Self::Open,
            None if now < period.pay_at() => Self::Scheduled,
            None => Self::Due,
        }
    }
}

/// Why a run cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RunRefusal {
    /// Its day of payment is to come.
    #[error("the period is paid on {0}")]
    TooEarly(NaiveDate),
    /// A later period has had its run, which paid all that was due until then.
    #[error("the run of {0} paid all that was due until then")]
    Superseded(Period),
    /// The run before is not done.
    #[error("the run of {0} is not done")]
    Unfinished(Period),
}

/// Whether a run may be begun, or gone on with. Runs go forward, one after the other: `latest` is the newest one.
///
/// # Errors
/// Why it may not.
pub fn may_run(period: Period, latest: Option<&PayoutRun>, now: DateTime<Utc>) -> Result<(), RunRefusal> {
    if now < period.pay_at() {
        return Err(RunRefusal::TooEarly(period.pay_day()));
    }
    match latest {
        Some(latest) if latest.period > period => Err(RunRefusal::Superseded(latest.period)),
        Some(latest) if latest.period < period && latest.outcome.is_none() => {
            Err(RunRefusal::Unfinished(latest.period))
        }
        Some(_) | None => Ok(()),
    }
}

impl RunOutcome {
    /// What came of a run that left these payouts.
    ///
    /// # Errors
    /// When a sum is out of range.
    pub fn of<'a>(payouts: impl Iterator<Item = &'a Payout>, at: DateTime<Utc>) -> Result<Self, MoneyError> {
        let mut outcome = Self { at, ..Self::default() };
        for payout in payouts {
            if !payout.is_paid() {
                outcome.held += 1;
                continue;
            }
            outcome.paid += 1;
            outcome.totals.add(payout.amount)?;
        }
        Ok(outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Actor;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn run(text: &str, is_done: bool) -> PayoutRun {
        let at = "2026-11-20T09:00:00Z".parse().unwrap();
        let started = Stamp { by: Actor::system().signature(), at };
        PayoutRun {
            period: period(text),
            started,
            are_leads_paid: is_done,
            outcome: is_done.then(|| RunOutcome { at, ..RunOutcome::default() }),
        }
    }

    #[test]
    fn a_run_is_made_from_its_day_on_and_never_before_an_earlier_one_is_done() {
        let (early, due) = ("2026-11-19T23:59:59Z".parse().unwrap(), "2026-11-20T00:00:00Z".parse().unwrap());
        let wanted = period("2026-11-1");
        assert_eq!(may_run(wanted, None, early), Err(RunRefusal::TooEarly(wanted.pay_day())));
        assert_eq!(may_run(wanted, None, due), Ok(()));
        assert_eq!(may_run(wanted, Some(&run("2026-10-2", true)), due), Ok(()));
        assert_eq!(
            may_run(wanted, Some(&run("2026-10-2", false)), due),
            Err(RunRefusal::Unfinished(period("2026-10-2")))
        );
        // Going on, and asking for what is done already.
        assert_eq!(may_run(wanted, Some(&run("2026-11-1", false)), due), Ok(()));
        assert_eq!(may_run(wanted, Some(&run("2026-11-1", true)), due), Ok(()));
        assert_eq!(
            may_run(wanted, Some(&run("2026-11-2", false)), due),
            Err(RunRefusal::Superseded(period("2026-11-2")))
        );
    }

    #[test]
    fn a_period_goes_from_open_to_done() {
        let stage =
            |run: Option<&PayoutRun>, now: &str| RunStage::of(period("2026-11-1"), run, now.parse().unwrap());
        assert_eq!(stage(None, "2026-11-15T23:59:59Z"), RunStage::Open);
        assert_eq!(stage(None, "2026-11-16T00:00:00Z"), RunStage::Scheduled);
        assert_eq!(stage(None, "2026-11-20T00:00:00Z"), RunStage::Due);
        assert_eq!(stage(Some(&run("2026-11-1", false)), "2026-11-20T10:00:00Z"), RunStage::Running);
        assert_eq!(stage(Some(&run("2026-11-1", true)), "2026-11-20T10:00:00Z"), RunStage::Done);
    }
}

//! What a run does, or did, about every account.

use std::collections::{BTreeMap, HashMap};

use guildhall_domain::ids::OrgId;
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::organisation::{OrgStanding, Organisation};
use guildhall_domain::payout::listing::{PeriodRow, RunRow, RunRowState};
use guildhall_domain::payout::{Payout, PayoutDetails, PayoutRun, Period, RunStage, Verdict};
use guildhall_domain::referral::Account;
use guildhall_http::{OrFail, Problem, not_found};

use crate::RunPayouts;
use crate::bonuses::Bonus;
use crate::piece::out_of_range;

/// A period, and what its run does about every account.
pub(crate) struct Survey {
    /// The period with its run.
    pub(crate) period: PeriodRow,
    /// Every account that something is paid or kept back of.
    pub(crate) rows: Vec<RunRow>,
    /// How many leads the run is to pay.
    pub(crate) leads: usize,
}

/// Organisations by id, and where they are paid.
struct Known {
    organisations: HashMap<OrgId, Organisation>,
    details: HashMap<OrgId, PayoutDetails>,
}

impl RunPayouts {
    /// Looks at a period: a report of what was done, and for the rest a preview of what would be. A period that is yet to
    /// come, and one that a later run has paid along, is not found.
    pub(crate) async fn survey(&self, period: Period) -> Result<Survey, Problem> {
        let now = self.clock.now();
        let runs = self.payouts.runs().await.or_fail()?;
        let latest = runs.last().map(|run| run.value.period);
        let run = runs.into_iter().map(|run| run.value).find(|run| run.period == period);
        let is_paid_along = run.is_none() && latest.is_some_and(|latest| latest > period);
        if period > Period::of(now) || is_paid_along {
            return Err(not_found());
        }
        let settled = match &run {
            Some(_) => self.payouts.of_run(period).await.or_fail()?,
            None => Vec::new(),
        };
        let stage = RunStage::of(period, run.as_ref(), now);
        let mut survey = Survey {
            rows: settled.iter().map(RunRow::from).collect(),
            leads: 0,
            period: PeriodRow::new(period, stage, run),
        };
        if stage != RunStage::Done {
            self.preview(&mut survey, &settled).await?;
        }
        Ok(survey)
    }

    /// Adds what is yet to be done.
    async fn preview(&self, survey: &mut Survey, settled: &[Payout]) -> Result<(), Problem> {
        let period = survey.period.period;
        let are_leads_paid = survey.period.run.as_ref().is_some_and(|run| run.are_leads_paid);
        let bonuses = if are_leads_paid { Vec::new() } else { self.bonuses(period).await? };
        let (accounts, organisations, details) = tokio::try_join!(
            self.ledger.accounts(),
            self.members.organisations(),
            self.payouts.all_details()
        )
        .or_fail()?;
        let organisations = organisations.into_iter().map(|kept| (kept.value.id.clone(), kept.value));
        let known = Known { organisations: organisations.collect(), details };
        for (place, (amount, leads)) in payable(period, &accounts, &bonuses)? {
            let is_settled =
                settled.iter().any(|payout| place == (payout.org.clone(), payout.amount.currency));
            if !is_settled {
                survey.rows.extend(known.row(place.0, amount, leads));
            }
        }
        survey.leads = bonuses.len();
        Ok(())
    }
}

impl Known {
    fn row(&self, org: OrgId, amount: Money, leads: usize) -> Option<RunRow> {
        let organisation = self.organisations.get(&org);
        let name = organisation.map_or_else(|| org.to_string(), |organisation| organisation.name.clone());
        let standing = organisation.map_or(OrgStanding::Suspended, |organisation| organisation.standing);
        let details = self.details.get(&org);
        let (state, held) = match Verdict::of(amount, standing, details.is_some()) {
            Verdict::Nothing => return None,
            Verdict::Pay => (RunRowState::ToPay, None),
            Verdict::Hold(reason) => (RunRowState::ToHold, Some(reason)),
        };
        let to = details.filter(|_| state == RunRowState::ToPay).cloned();
        Some(RunRow::new(org, name, amount, state, held, to).with_leads(leads))
    }
}

/// What each account has to get, with how many leads in it.
type Payable = BTreeMap<(OrgId, Currency), (Money, usize)>;

fn payable(period: Period, accounts: &[Account], bonuses: &[Bonus]) -> Result<Payable, Problem> {
    let mut payable = Payable::new();
    for account in accounts {
        let amount = account.payable(period).map_err(out_of_range)?;
        payable.insert((account.org.clone(), account.currency), (amount, 0));
    }
    for Bonus { lead, amount } in bonuses {
        let place = (lead.id.org().clone(), amount.currency);
        let (sum, leads) = payable.entry(place).or_insert((Money::zero(amount.currency), 0));
        *sum = sum.plus(*amount).map_err(out_of_range)?;
        *leads += 1;
    }
    Ok(payable)
}

/// The periods of the list: those that were run, those that may be, and the one that runs.
pub(crate) fn periods(runs: Vec<PayoutRun>, now: chrono::DateTime<chrono::Utc>) -> Vec<PeriodRow> {
    let latest = runs.iter().map(|run| run.period).max();
    let waiting = guildhall_domain::payout::unrun(latest, now).into_iter().chain([Period::of(now)]);
    let waiting =
        waiting.filter(|period| latest.is_none_or(|latest| *period > latest)).map(|period| (period, None));
    let all = runs.into_iter().map(|run| (run.period, Some(run))).chain(waiting);
    all.map(|(period, run)| PeriodRow::new(period, RunStage::of(period, run.as_ref(), now), run)).collect()
}

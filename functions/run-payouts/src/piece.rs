//! One piece of a run.

use std::collections::HashSet;
use std::time::Duration;

use guildhall_contract::payouts::RunProgress;
use guildhall_domain::actor::{Actor, Stamp};
use guildhall_domain::ids::OrgId;
use guildhall_domain::money::{Currency, MoneyError};
use guildhall_domain::organisation::OrgStanding;
use guildhall_domain::payout::{
    Payout, PayoutRun, Period, RunOutcome, RunRefusal, Settlement, Verdict, may_run,
};
use guildhall_domain::referral::Account;
use guildhall_http::{OrFail, Problem, ProblemCode};
use guildhall_store::{Dossier, Kept, KeptPut, Settled};

use crate::RunPayouts;

/// How many leads or accounts are settled at once.
const AT_ONCE: usize = 25;
/// How often an account that something is booked on meanwhile is looked at again; the next piece tries again.
const TRIES: u32 = 5;
/// How far the index may lag behind. A run is called done only if nothing is left after waiting for so long.
const INDEX_LAG: Duration = Duration::from_secs(1);

/// An account that the run has to settle.
pub(crate) type Place = (OrgId, Currency);

impl RunPayouts {
    /// Begins a run or goes on with it, and says how far it has come.
    pub(crate) async fn piece(&self, actor: &Actor, period: Period) -> Result<RunProgress, Problem> {
        let runs = self.payouts.runs().await.or_fail()?;
        may_run(period, runs.last().map(|run| &run.value), self.clock.now()).map_err(refused)?;
        let stamp = Stamp { by: actor.signature(), at: self.clock.now() };
        let run = match runs.into_iter().find(|run| run.value.period == period) {
            Some(run) => run,
            None => self.begin(period, stamp.clone()).await?,
        };
        match &run.value {
            PayoutRun { outcome: Some(outcome), .. } => {
                let done = outcome.paid + outcome.held;
                Ok(RunProgress { done, total: done, is_finished: true })
            }
            PayoutRun { are_leads_paid: false, .. } => self.leads_piece(run, stamp).await,
            PayoutRun { .. } => self.accounts_piece(run, stamp).await,
        }
    }

    async fn begin(&self, period: Period, stamp: Stamp) -> Result<Kept<PayoutRun>, Problem> {
        let run = PayoutRun { period, started: stamp.clone(), are_leads_paid: false, outcome: None };
        match self.payouts.put_run(Kept::after(0, run, stamp)).await.or_fail()? {
            // Of several who begin at once one has begun, and all go on.
            KeptPut::Done(run) | KeptPut::Conflict(Some(run)) => Ok(*run),
            KeptPut::Conflict(None) => Err(Problem::new(ProblemCode::Unavailable)),
        }
    }

    async fn leads_piece(&self, run: Kept<PayoutRun>, stamp: Stamp) -> Result<RunProgress, Problem> {
        let period = run.value.period;
        let bonuses = self.bonuses(period).await?;
        let mut issued = 0;
        for bonus in bonuses.iter().take(AT_ONCE) {
            issued += usize::from(self.issue(bonus, period).await?);
        }
        if issued == bonuses.len() {
            self.go_on(run, stamp, |run| PayoutRun { are_leads_paid: true, ..run }).await?;
        }
        let accounts = self.ledger.accounts().await.or_fail()?;
        let left = places_left(period, &accounts, &[]).map_err(out_of_range)?.len();
        Ok(RunProgress { done: issued, total: bonuses.len() + left, is_finished: false })
    }

    async fn accounts_piece(&self, run: Kept<PayoutRun>, stamp: Stamp) -> Result<RunProgress, Problem> {
        let period = run.value.period;
        let (left, before) = self.left(period).await?;
        if left.is_empty() {
            return self.finish(run, stamp).await;
        }
        let mut settled = 0;
        let at_once = &left[..left.len().min(AT_ONCE)];
        for dossier in self.payouts.dossiers(at_once).await.or_fail()? {
            settled += usize::from(self.settle(dossier, period).await?);
        }
        let total = before.len() + left.len();
        Ok(RunProgress { done: before.len() + settled, total, is_finished: false })
    }

    /// The accounts that are not settled, and the payouts of those that are.
    async fn left(&self, period: Period) -> Result<(Vec<Place>, Vec<Payout>), Problem> {
        let (accounts, settled) =
            tokio::try_join!(self.ledger.accounts(), self.payouts.of_run(period)).or_fail()?;
        let left = places_left(period, &accounts, &settled).map_err(out_of_range)?;
        Ok((left, settled))
    }

    /// Settles one account. `false` if it kept changing, so that it has to be looked at again.
    async fn settle(&self, mut dossier: Dossier, period: Period) -> Result<bool, Problem> {
        for _ in 0..TRIES {
            let Some(payout) = self.payout(&dossier, period)? else { return Ok(true) };
            match self.payouts.settle(&payout, &dossier.account).await.or_fail()? {
                Settled::Done | Settled::Known(_) => return Ok(true),
                Settled::Moved => {}
            }
            let place = (dossier.account.org.clone(), dossier.account.currency);
            match self.payouts.dossiers(&[place]).await.or_fail()?.pop() {
                Some(fresh) => dossier = fresh,
                None => return Ok(true),
            }
        }
        Ok(false)
    }

    fn payout(&self, dossier: &Dossier, period: Period) -> Result<Option<Payout>, Problem> {
        let account = &dossier.account;
        let amount = account.payable(period).map_err(out_of_range)?;
        let organisation = dossier.organisation.as_ref();
        // Nobody pays an organisation that is gone.
        let standing = organisation.map_or(OrgStanding::Suspended, |organisation| organisation.standing);
        let verdict = Verdict::of(amount, standing, dossier.details.is_some());
        Ok(Settlement::of(verdict, dossier.details.as_ref()).map(|settlement| Payout {
            org: account.org.clone(),
            name: organisation
                .map_or_else(|| account.org.to_string(), |organisation| organisation.name.clone()),
            period,
            amount,
            settlement,
            at: self.clock.now(),
        }))
    }

    /// Says what came of a run, once nothing is left of it.
    async fn finish(&self, run: Kept<PayoutRun>, stamp: Stamp) -> Result<RunProgress, Problem> {
        tokio::time::sleep(INDEX_LAG).await;
        let (left, settled) = self.left(run.value.period).await?;
        let (done, total) = (settled.len(), settled.len() + left.len());
        if !left.is_empty() {
            return Ok(RunProgress { done, total, is_finished: false });
        }
        let outcome = RunOutcome::of(settled.iter(), self.clock.now()).map_err(out_of_range)?;
        self.go_on(run, stamp, |run| PayoutRun { outcome: Some(outcome), ..run }).await?;
        Ok(RunProgress { done, total, is_finished: true })
    }

    /// Writes how far a run has come. Somebody else who goes on with it comes to the same.
    async fn go_on(
        &self,
        run: Kept<PayoutRun>,
        stamp: Stamp,
        change: impl FnOnce(PayoutRun) -> PayoutRun,
    ) -> Result<(), Problem> {
        self.payouts.put_run(Kept::after(run.revision, change(run.value), stamp)).await.or_fail()?;
        Ok(())
    }
}

/// The accounts that have something to settle and are not settled, in their order.
pub(crate) fn places_left(
    period: Period,
    accounts: &[Account],
    settled: &[Payout],
) -> Result<Vec<Place>, MoneyError> {
    let settled: HashSet<_> = settled.iter().map(|payout| (&payout.org, payout.amount.currency)).collect();
    let mut left = Vec::new();
    for account in accounts {
        let is_settled = settled.contains(&(&account.org, account.currency));
        if !is_settled && account.payable(period)?.minor != 0 {
            left.push((account.org.clone(), account.currency));
        }
    }
    Ok(left)
}

fn refused(refusal: RunRefusal) -> Problem {
    Problem::new(match refusal {
        RunRefusal::TooEarly(_) => ProblemCode::PayoutTooEarly,
        RunRefusal::Superseded(_) => ProblemCode::PayoutSuperseded,
        RunRefusal::Unfinished(_) => ProblemCode::PayoutUnfinished,
    })
}

pub(crate) fn out_of_range(_: MoneyError) -> Problem {
    Problem::new(ProblemCode::Internal)
}

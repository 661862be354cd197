//! Where the organisations are paid, and the runs that paid them. The newest run that is due is left to be made.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Stamp};
use guildhall_domain::ids::OrgId;
use guildhall_domain::organisation::OrgStanding;
use guildhall_domain::payout::{
    AccountNumber, Payout, PayoutDetails, PayoutRun, Period, RunOutcome, Settlement, Verdict,
};
use guildhall_domain::referral::Account;

use super::teller::named;
use crate::people::ORGANISATIONS;

/// When on the day of payment a run is made.
const IN_THE_MORNING: TimeDelta = TimeDelta::hours(9);

/// What was paid to whom.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct PaidOut {
    pub(crate) details: Vec<(OrgId, PayoutDetails)>,
    pub(crate) runs: Vec<PayoutRun>,
    pub(crate) payouts: Vec<Payout>,
}

/// Makes every run that was due before the newest one, as they are made in earnest.
pub(super) fn pay_all(accounts: &mut [Account], anchor: DateTime<Utc>) -> PaidOut {
    let names: BTreeMap<OrgId, &str> = ORGANISATIONS.iter().map(|one| (org(one.id), one.name)).collect();
    let details: Vec<_> = ORGANISATIONS.iter().map(|one| (org(one.id), details(one.id, one.name))).collect();
    let mut paid_out = PaidOut { details, ..PaidOut::default() };
    let Some(first) = accounts.iter().filter_map(|account| account.sums.keys().next()).min() else {
        return paid_out;
    };
    let (mut period, newest) = (*first, Period::due_at(anchor));
    while period < newest {
        let at = period.pay_at() + IN_THE_MORNING;
        let mut payouts: Vec<_> = accounts
            .iter_mut()
            .filter_map(|account| settle(account, &paid_out.details, &names, period, at))
            .collect();
        paid_out.runs.push(run(period, &payouts, at, &named("admin-ruth")));
        paid_out.payouts.append(&mut payouts);
        period = period.next();
    }
    paid_out
}

fn settle(
    account: &mut Account,
    details: &[(OrgId, PayoutDetails)],
    names: &BTreeMap<OrgId, &str>,
    period: Period,
    at: DateTime<Utc>,
) -> Option<Payout> {
    let amount = account.payable(period).expect("the demo's sums are in range");
    // Each said where to pay some weeks after it had first earned something, so the first runs kept that back.
    let said = account.sums.keys().next().map(|first| first.next().next());
    let to = details.iter().find(|(org, _)| *org == account.org && said.is_some_and(|said| said <= period));
    let to = to.map(|(_, details)| details);
    let settlement = Settlement::of(Verdict::of(amount, OrgStanding::Good, to.is_some()), to)?;
    let name = names.get(&account.org).map(|name| (*name).to_owned()).unwrap_or_default();
    let payout = Payout { org: account.org.clone(), name, period, amount, settlement, at };
    if payout.is_paid() {
        account.paid += amount.minor;
        account.paid_through = Some(period);
    }
    Some(payout)
}

fn run(period: Period, payouts: &[Payout], at: DateTime<Utc>, by: &Actor) -> PayoutRun {
    let outcome = RunOutcome::of(payouts.iter(), at).expect("the demo's sums are in range");
    let started = Stamp { by: by.signature(), at };
    PayoutRun { period, started, are_leads_paid: true, outcome: Some(outcome) }
}

fn org(id: &str) -> OrgId {
    id.parse().expect("every organisation has an id that holds")
}

/// Made up, with check digits that fit.
fn details(org: &str, name: &str) -> PayoutDetails {
    let (country, account) = match org {
        "norrsken" => ("SE", "SE4550000000058398257466"),
        _ => ("VN", "0071001234567"),
    };
    PayoutDetails {
        payee: name.into(),
        country: country.parse().expect("a country"),
        account: AccountNumber::read(account).expect("the number of an account"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{DemoData, anchor};

    #[test]
    fn the_demo_is_paid_up_to_the_run_that_is_due() {
        let data = DemoData::tell(anchor(None), 2);
        let paid_out = &data.paid_out;
        assert!(paid_out.runs.len() > 24, "{}", paid_out.runs.len());
        assert_eq!(paid_out.runs.last().map(|run| run.period.next()), Some(Period::due_at(anchor(None))));
        assert!(paid_out.payouts.iter().any(Payout::is_paid));
        assert!(paid_out.payouts.iter().any(|payout| !payout.is_paid()));
        for account in &data.books.accounts {
            let own = paid_out.payouts.iter().filter(|payout| payout.org == account.org && payout.is_paid());
            let own = own.filter(|payout| payout.amount.currency == account.currency);
            assert_eq!(own.map(|payout| payout.amount.minor).sum::<i64>(), account.paid);
        }
    }
}

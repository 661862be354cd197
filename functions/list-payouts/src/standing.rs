//! How an organisation's money stands.

use chrono::{DateTime, Datelike, Utc};
use guildhall_contract::payouts::{PayoutAccount, PayoutItem, PayoutState};
use guildhall_domain::money::{Currency, Money, MoneyError};
use guildhall_domain::organisation::OrgStanding;
use guildhall_domain::payout::{Payout, Period, Upcoming, Verdict, minimum, upcoming};
use guildhall_domain::referral::{Account, Sums};
use guildhall_http::{Problem, ProblemCode};

/// Accounts and payouts, as they are now.
pub(crate) struct Standing {
    /// One for each currency.
    pub(crate) accounts: Vec<Account>,
    /// What runs did about them, oldest first.
    pub(crate) payouts: Vec<Payout>,
    /// The newest period whose run is done.
    pub(crate) last_run: Option<Period>,
    pub(crate) has_details: bool,
    pub(crate) is_suspended: bool,
    pub(crate) now: DateTime<Utc>,
}

impl Standing {
    /// The sums of each currency.
    pub(crate) fn accounts(&self) -> Result<Vec<PayoutAccount>, Problem> {
        let year = self.now.year();
        let paid = self.payouts.iter().filter(|payout| payout.is_paid() && payout.at.year() == year);
        let this_year = Sums::of(paid.map(|payout| payout.amount)).map_err(out_of_range)?;
        let account = |account: &Account| {
            Ok(PayoutAccount {
                pending: account.unpaid().map_err(out_of_range)?,
                paid_this_year: this_year.get(account.currency),
                paid: Money { minor: account.paid, currency: account.currency },
                minimum: minimum(account.currency),
            })
        };
        self.accounts.iter().map(account).collect()
    }

    /// What is open and scheduled, oldest first.
    pub(crate) fn upcoming(&self) -> Result<Vec<PayoutItem>, Problem> {
        let mut items = Vec::new();
        for account in &self.accounts {
            let next = upcoming(account, self.settled(account.currency), self.now).map_err(out_of_range)?;
            items.extend(self.expected(&next).map_err(out_of_range)?);
        }
        items.sort_by_key(|item| (item.period, item.amount.currency));
        Ok(items)
    }

    /// The newest period that has had its run, as far as a currency is concerned: while a run is made, some have their
    /// payout and others have not.
    fn settled(&self, currency: Currency) -> Option<Period> {
        let own = self.payouts.iter().filter(|payout| payout.amount.currency == currency);
        own.map(|payout| payout.period).max().max(self.last_run)
    }

    /// What would come of each, one after the other: what is kept back comes with the next.
    fn expected(&self, next: &[Upcoming]) -> Result<Vec<PayoutItem>, MoneyError> {
        let standing = if self.is_suspended { OrgStanding::Suspended } else { OrgStanding::Good };
        let mut items = Vec::new();
        let mut kept_back: Option<Money> = None;
        for upcoming in next {
            let amount = upcoming.amount;
            let payable = kept_back.map_or(Ok(amount), |kept_back| kept_back.plus(amount))?;
            let verdict = Verdict::of(payable, standing, self.has_details);
            kept_back = verdict.held().map(|_| payable);
            if amount.minor != 0 || upcoming.is_open {
                items.push(item(*upcoming, verdict));
            }
        }
        Ok(items)
    }
}

fn item(upcoming: Upcoming, verdict: Verdict) -> PayoutItem {
    let period = upcoming.period;
    PayoutItem {
        period,
        first_day: period.first_day(),
        last_day: period.last_day(),
        pay_day: period.pay_day(),
        amount: upcoming.amount,
        state: if upcoming.is_open { PayoutState::Open } else { PayoutState::Scheduled },
        held: verdict.held(),
        settled_at: None,
        account_ending: None,
    }
}

fn out_of_range(_: MoneyError) -> Problem {
    Problem::new(ProblemCode::Internal)
}

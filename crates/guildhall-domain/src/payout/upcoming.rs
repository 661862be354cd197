//! What is yet to be paid: derived from an account and the clock, and kept nowhere.

use chrono::{DateTime, Utc};

use super::Period;
use crate::money::{Money, MoneyError};
use crate::referral::Account;

/// How many periods without a run are shown one by one; what is older comes with the first of them.
const SHOWN: usize = 6;

/// What an account will get for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Upcoming {
    /// The period.
    pub period: Period,
    /// How much, as things stand. The first one holds what earlier runs kept back.
    pub amount: Money,
    /// Whether the period runs still, so that more may come.
    pub is_open: bool,
}

/// What is yet to be paid, oldest first: for each period that is over and has had no run, and for the one that runs.
/// The amounts add up to all that is unpaid. `settled` is the newest period that has had its run.
///
/// # Errors
/// When a sum is out of range.
pub fn upcoming(
    account: &Account,
    settled: Option<Period>,
    now: DateTime<Utc>,
) -> Result<Vec<Upcoming>, MoneyError> {
    let current = Period::of(now);
    let mut found = Vec::new();
    let mut before = 0_i128;
    for period in waiting(settled, current) {
        // Entries that another clock put into a later period count to the one that runs.
        let payable = if period == current { account.unpaid()? } else { account.payable(period)? };
        let minor = i64::try_from(i128::from(payable.minor) - before).map_err(|_| MoneyError::Range)?;
        before = i128::from(payable.minor);
        found.push(Upcoming {
            period,
            amount: Money { minor, currency: account.currency },
            is_open: period == current,
        });
    }
    Ok(found)
}

/// The periods that a run may still be made for, oldest first, without the one that runs.
#[must_use]
pub fn unrun(settled: Option<Period>, now: DateTime<Utc>) -> Vec<Period> {
    let current = Period::of(now);
    waiting(settled, current).into_iter().filter(|period| *period < current).collect()
}

fn waiting(settled: Option<Period>, current: Period) -> Vec<Period> {
    // Without any run, all that was earned before the present period comes with the one before it.
    let after = settled.unwrap_or_else(|| current.previous().previous());
    let mut periods = vec![current];
    let mut period = current.previous();
    while period > after && periods.len() <= SHOWN && period.previous() < period {
        periods.push(period);
        period = period.previous();
    }
    periods.reverse();
    periods
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::money::Currency;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn account(sums: &[(&str, i64)], paid: i64) -> Account {
        let mut account = Account::new("acme".parse().unwrap(), Currency::USD);
        for (text, minor) in sums {
            account.book(period(text), *minor).unwrap();
        }
        account.paid = paid;
        account
    }

    fn amounts(account: &Account, settled: Option<&str>, now: &str) -> Vec<(String, i64, bool)> {
        let found = upcoming(account, settled.map(period), now.parse().unwrap()).unwrap();
        found.into_iter().map(|next| (next.period.to_string(), next.amount.minor, next.is_open)).collect()
    }

    #[test]
    fn what_was_held_comes_with_the_first_that_waits() {
        let account = account(
            &[("2026-10-1", 10_00), ("2026-10-2", 5_00), ("2026-11-1", 7_00), ("2026-11-2", 1_00)],
            0,
        );
        assert_eq!(
            amounts(&account, Some("2026-10-2"), "2026-11-22T10:00:00Z"),
            [("2026-11-1".to_owned(), 22_00, false), ("2026-11-2".to_owned(), 1_00, true)]
        );
        assert_eq!(
            amounts(&account, Some("2026-11-1"), "2026-11-22T10:00:00Z"),
            [("2026-11-2".to_owned(), 23_00, true)]
        );
    }

    #[test]
    fn before_the_first_run_everything_comes_with_the_period_before() {
        let account = account(&[("2026-08-1", 10_00), ("2026-11-1", 7_00)], 0);
        assert_eq!(
            amounts(&account, None, "2026-11-22T10:00:00Z"),
            [("2026-11-1".to_owned(), 17_00, false), ("2026-11-2".to_owned(), 0, true)]
        );
    }

    proptest! {
        #[test]
        fn what_is_upcoming_adds_up_to_what_is_unpaid(
            booked in prop::collection::vec((0_usize..12, -100_000_i64..100_000), 0..40),
            paid in 0_i64..100_000,
            settled in prop::option::of(0_usize..12),
            day in 0_i64..200,
        ) {
            let periods: Vec<_> = std::iter::successors(Some(period("2026-06-1")), |last| Some(last.next())).take(12).collect();
            let mut account = account(&[], paid);
            for (at, minor) in booked {
                account.book(periods[at], minor).unwrap();
            }
            let now = periods[0].start() + chrono::TimeDelta::days(day);
            let next = upcoming(&account, settled.map(|at| periods[at]), now).unwrap();
            let sum: i64 = next.iter().map(|next| next.amount.minor).sum();
            prop_assert_eq!(sum, account.unpaid().unwrap().minor);
            prop_assert_eq!(next.iter().filter(|next| next.is_open).count(), 1);
        }
    }
}

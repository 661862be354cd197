//! What an organisation has earned and was paid in one currency.

use std::collections::BTreeMap;

use crate::ids::OrgId;
use crate::money::{Currency, Money, MoneyError};
use crate::payout::Period;

/// An organisation's account in one currency. Its sums are those of the ledger's entries, by the period that they
/// were booked in; what was paid is taken from all of it. So what is booked late, or was held, comes with the next run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Whose.
    pub org: OrgId,
    /// In which currency.
    pub currency: Currency,
    /// What was booked in each period, in minor units.
    pub sums: BTreeMap<Period, i64>,
    /// What was paid out by all runs, in minor units.
    pub paid: i64,
    /// The newest period that was paid out.
    pub paid_through: Option<Period>,
    /// One more with every change.
    pub version: u64,
}

impl Account {
    /// An account that nothing was booked on.
    #[must_use]
    pub fn new(org: OrgId, currency: Currency) -> Self {
        Self { org, currency, sums: BTreeMap::new(), paid: 0, paid_through: None, version: 0 }
    }

    /// What a run of a period has to pay: all that was booked up to it, less what was paid. Not above nothing if
    /// more was taken back than earned.
    ///
    /// # Errors
    /// When the sum is out of range.
    pub fn payable(&self, period: Period) -> Result<Money, MoneyError> {
        self.sum_of(self.sums.range(..=period).map(|(_, minor)| *minor))
    }

    /// All that was booked and not yet paid, whichever the period.
    ///
    /// # Errors
    /// When the sum is out of range.
    pub fn unpaid(&self) -> Result<Money, MoneyError> {
        self.sum_of(self.sums.values().copied())
    }

    /// Books an amount in a period.
    ///
    /// # Errors
    /// When the sum is out of range.
    pub fn book(&mut self, period: Period, minor: i64) -> Result<(), MoneyError> {
        let sum = self.sums.entry(period).or_default();
        *sum = sum.checked_add(minor).ok_or(MoneyError::Range)?;
        self.version += 1;
        Ok(())
    }

    fn sum_of(&self, sums: impl Iterator<Item = i64>) -> Result<Money, MoneyError> {
        let sum: i128 = sums.map(i128::from).sum::<i128>() - i128::from(self.paid);
        let minor = i64::try_from(sum).map_err(|_| MoneyError::Range)?;
        Ok(Money { minor, currency: self.currency })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_booked_late_or_held_comes_with_the_next_run() {
        let period = |text: &str| text.parse::<Period>().unwrap();
        let mut account = Account::new("acme".parse().unwrap(), Currency::USD);
        account.book(period("2026-10-2"), 1_000).unwrap();
        account.book(period("2026-11-1"), 2_000).unwrap();
        account.book(period("2026-11-2"), 4_000).unwrap();
        assert_eq!(account.payable(period("2026-11-1")).unwrap().minor, 3_000);
        account.paid = 3_000;
        account.paid_through = Some(period("2026-11-1"));
        account.book(period("2026-10-1"), 500).unwrap();
        assert_eq!(account.payable(period("2026-11-1")).unwrap().minor, 500);
        assert_eq!(account.payable(period("2026-11-2")).unwrap().minor, 4_500);
        assert_eq!(account.unpaid().unwrap().minor, 4_500);
        assert_eq!(account.version, 4);
    }
}

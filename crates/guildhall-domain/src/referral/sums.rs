//! Sums by currency.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::money::{Currency, Money, MoneyError};

/// One sum for each currency; they are never added to each other. A sum of nothing stays among them, since it says
/// in which currency something was once booked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sums(BTreeMap<Currency, i64>);

impl Sums {
    /// Adds an amount to the sum of its currency.
    ///
    /// # Errors
    /// When the sum is out of range; it is left as it was.
    pub fn add(&mut self, amount: Money) -> Result<(), MoneyError> {
        let sum = self.get(amount.currency).plus(amount)?;
        self.0.insert(sum.currency, sum.minor);
        Ok(())
    }

    /// The sum in a currency.
    #[must_use]
    pub fn get(&self, currency: Currency) -> Money {
        Money { minor: self.0.get(&currency).copied().unwrap_or_default(), currency }
    }

    /// The sums, by the currencies' codes.
    pub fn iter(&self) -> impl Iterator<Item = Money> + '_ {
        self.0.iter().map(|(currency, minor)| Money { minor: *minor, currency: *currency })
    }

    /// Whether nothing was ever added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Of how many currencies there are sums.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The sums of many amounts.
    ///
    /// # Errors
    /// When a sum is out of range.
    pub fn of(amounts: impl IntoIterator<Item = Money>) -> Result<Self, MoneyError> {
        let mut sums = Self::default();
        for amount in amounts {
            sums.add(amount)?;
        }
        Ok(sums)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64, currency: &str) -> Money {
        Money { minor, currency: currency.parse().unwrap() }
    }

    #[test]
    fn currencies_have_sums_of_their_own() {
        let sums = Sums::of([money(5, "USD"), money(7, "SEK"), money(-2, "USD")]).unwrap();
        assert_eq!(sums.iter().collect::<Vec<_>>(), [money(7, "SEK"), money(3, "USD")]);
        assert_eq!(serde_json::to_string(&sums).unwrap(), r#"{"SEK":7,"USD":3}"#);
    }

    #[test]
    fn a_sum_out_of_range_is_refused_and_leaves_the_others() {
        let mut sums = Sums::of([money(i64::MAX, "USD")]).unwrap();
        assert_eq!(sums.add(money(1, "USD")), Err(MoneyError::Range));
        assert_eq!(sums.get(Currency::USD), money(i64::MAX, "USD"));
    }
}

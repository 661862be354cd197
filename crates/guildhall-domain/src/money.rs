//! Money in whole minor units. Never a float, never two currencies in one sum.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Currencies that the programme pays out in, by ISO 4217 code.
pub const PAYOUT_CURRENCIES: &[&str] =
    &["AUD", "CAD", "DKK", "EUR", "GBP", "JPY", "NOK", "SEK", "SGD", "USD", "VND"];

/// A currency of [`PAYOUT_CURRENCIES`], by its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency(u8);

impl Currency {
    /// United States dollar, in which referral money is kept unless something else is said.
    pub const USD: Self = Self(9);

    /// The ISO 4217 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        PAYOUT_CURRENCIES[usize::from(self.0)]
    }

    /// How many decimals its amounts have: the minor unit is that many tenths of the unit.
    #[must_use]
    pub fn decimals(self) -> u32 {
        match self.code() {
            "JPY" | "VND" => 0,
            _ => 2,
        }
    }
}

/// A currency that the programme does not pay out in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a currency that payouts are made in")]
pub struct UnknownCurrency;

impl FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(text: &str) -> Result<Self, UnknownCurrency> {
        (0..)
            .zip(PAYOUT_CURRENCIES)
            .find(|(_, code)| **code == text)
            .map(|(place, _)| Self(place))
            .ok_or(UnknownCurrency)
    }
}

impl TryFrom<String> for Currency {
    type Error = UnknownCurrency;

    fn try_from(text: String) -> Result<Self, UnknownCurrency> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount in the currency's minor unit (cents for USD, whole dong for VND); negative for a refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Money {
    /// Whole minor units.
    pub minor: i64,
    /// ISO 4217 code.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "USD"))]
    pub currency: Currency,
}

/// Why two amounts cannot be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The currencies differ.
    #[error("amounts in different currencies are not added")]
    Currency,
    /// The sum does not fit.
    #[error("the sum is out of range")]
    Range,
}

impl Money {
    /// The amount in units of its currency, with a point and all decimals: `-12.50`, `1200` in yen.
    #[must_use]
    pub fn decimal(self) -> String {
        let sign = if self.minor < 0 { "-" } else { "" };
        let (minor, places) = (self.minor.unsigned_abs(), self.currency.decimals());
        let unit = 10_u64.pow(places);
        match places {
            0 => format!("{sign}{minor}"),
            _ => format!("{sign}{}.{:0width$}", minor / unit, minor % unit, width = places as usize),
        }
    }

    /// Nothing, in a currency.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// The sum of two amounts in one currency.
    ///
    /// # Errors
    /// When the currencies differ, or the sum is out of range.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Currency);
        }
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyError::Range)?;
        Ok(Self { minor, currency: self.currency })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_as_written() {
        for code in PAYOUT_CURRENCIES {
            assert_eq!(code.parse::<Currency>().map(Currency::code), Ok(*code));
        }
        assert_eq!(Currency::USD.code(), "USD");
        assert!("XXX".parse::<Currency>().is_err());
    }

    #[test]
    fn currencies_are_never_added_together() {
        let dollars = Money { minor: 100, currency: Currency::USD };
        let dong = Money { minor: 100, currency: "VND".parse().unwrap() };
        assert_eq!(dollars.plus(dong), Err(MoneyError::Currency));
        assert_eq!(dollars.plus(dollars), Ok(Money { minor: 200, currency: Currency::USD }));
    }

    #[test]
    fn an_amount_is_written_with_the_decimals_of_its_currency() {
        let money = |minor, currency: &str| Money { minor, currency: currency.parse().unwrap() };
        assert_eq!(money(-1250, "USD").decimal(), "-12.50");
        assert_eq!(money(-5, "SEK").decimal(), "-0.05");
        assert_eq!(money(1200, "JPY").decimal(), "1200");
        assert_eq!(money(i64::MIN, "USD").decimal(), "-92233720368547758.08");
    }

    #[test]
    fn a_sum_out_of_range_is_refused() {
        let most = Money { minor: i64::MAX, currency: Currency::USD };
        assert_eq!(most.plus(Money { minor: 1, currency: Currency::USD }), Err(MoneyError::Range));
    }
}

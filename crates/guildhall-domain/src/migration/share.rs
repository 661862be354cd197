//! What a partner keeps of a project's price, to the minor unit.

use crate::country::Country;
use crate::money::{Currency, Money};

/// A price, divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// What the platform takes.
    pub fee: Money,
    /// What the partner keeps. Both together are the price, whatever was rounded.
    pub kept: Money,
}

impl Share {
    /// Divides a price by what the platform takes in percent. Half a minor unit is rounded up, as the marketplace did.
    #[must_use]
    pub fn of(price: Money, percent: u8) -> Self {
        let percent = i128::from(percent.min(100));
        // A hundredth of an i64 times a hundred is one again.
        let fee = (i128::from(price.minor) * percent + 50).div_euclid(100);
        let fee = i64::try_from(fee).unwrap_or(price.minor);
        let currency = price.currency;
        Self { fee: Money { minor: fee, currency }, kept: Money { minor: price.minor - fee, currency } }
    }
}

/// Where the euro is paid in.
const EURO: &[&str] = &[
    "AT", "BE", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
    "PT", "SI", "SK",
];

/// The currency that people of a country reckon in, as far as the programme pays out in it; else dollars.
#[must_use]
pub fn currency_of(country: Country) -> Currency {
    let code = match country.code() {
        "AU" => "AUD",
        "CA" => "CAD",
        "DK" => "DKK",
        "GB" => "GBP",
        "JP" => "JPY",
        "NO" => "NOK",
        "SE" => "SEK",
        "SG" => "SGD",
        "VN" => "VND",
        euro if EURO.contains(&euro) => "EUR",
        _ => return Currency::USD,
    };
    code.parse().unwrap_or(Currency::USD)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(480_000, 48_000)]
    #[case(1, 0)]
    #[case(4, 0)]
    #[case(5, 1)]
    #[case(15, 2)]
    #[case(1_234_567, 123_457)]
    fn the_old_fee_is_exact_to_the_minor_unit(#[case] price: i64, #[case] fee: i64) {
        let share = Share::of(Money { minor: price, currency: Currency::USD }, 10);
        assert_eq!((share.fee.minor, share.kept.minor), (fee, price - fee));
    }

    proptest! {
        #[test]
        fn what_is_taken_and_what_is_kept_are_the_price(price in 0..=i64::MAX, percent in 0..=100_u8) {
            let price = Money { minor: price, currency: Currency::USD };
            let share = Share::of(price, percent);
            prop_assert_eq!(share.fee.plus(share.kept), Ok(price));
            prop_assert!(share.fee.minor >= 0 && share.kept.minor >= 0);
            prop_assert_eq!(Share::of(price, 0).kept, price);
        }
    }

    #[test]
    fn a_partner_reckons_in_its_own_currency() {
        let currency = |code: &str| currency_of(code.parse().unwrap()).code();
        assert_eq!(["SE", "VN", "DE", "US", "BR"].map(currency), ["SEK", "VND", "EUR", "USD", "USD"]);
    }
}

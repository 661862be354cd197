use crate::money::Money;
use crate::profile::Price;
use crate::taxonomy::choices;

choices! {
    /// Where a partner's prices begin, in United States dollars. A partner stands in one band: that of the
    /// least price that it names, or [`PriceBand::Contact`] if it names none.
    PriceBand {
        Below1000 = "below_1000", "Below $1,000", "Under 1 000 USD", "Dưới 1.000 USD";
        To5000 = "1000_to_5000", "$1,000 – $5,000", "1 000 – 5 000 USD", "1.000 – 5.000 USD";
        Above5000 = "above_5000", "Above $5,000", "Över 5 000 USD", "Trên 5.000 USD";
        Contact = "contact", "Contact for pricing", "Pris på förfrågan", "Liên hệ để biết giá";
    }
}

/// How many dollars a million MINOR units of a currency are, roughly: bands are for looking around, not for paying.
/// Rounded reference rates of January 2026, by [`crate::money::PAYOUT_CURRENCIES`].
pub const REFERENCE_RATES: [(&str, i64); 11] = [
    ("AUD", 6_600),
    ("CAD", 7_200),
    ("DKK", 1_550),
    ("EUR", 11_500),
    ("GBP", 13_300),
    ("JPY", 6_500),
    ("NOK", 980),
    ("SEK", 1_050),
    ("SGD", 7_700),
    ("USD", 10_000),
    ("VND", 39),
];

impl PriceBand {
    /// The band of a partner's prices.
    #[must_use]
    pub fn of(prices: impl Iterator<Item = Price>) -> Self {
        match prices.filter_map(Price::least).map(in_dollars).min() {
            None => Self::Contact,
            Some(..1_000) => Self::Below1000,
            Some(1_000..=5_000) => Self::To5000,
            Some(5_001..) => Self::Above5000,
        }
    }
}

fn in_dollars(money: Money) -> i64 {
    let rate =
        REFERENCE_RATES.iter().find(|(code, _)| *code == money.currency.code()).map_or(0, |(_, rate)| *rate);
    let dollars = i128::from(money.minor) * i128::from(rate) / 1_000_000;
    i64::try_from(dollars).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::PAYOUT_CURRENCIES;

    fn from(minor: i64, currency: &str) -> Price {
        Price::From { from: Money { minor, currency: currency.parse().unwrap() } }
    }

    #[test]
    fn every_currency_has_a_reference_rate_in_the_same_place() {
        let codes: Vec<_> = REFERENCE_RATES.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, PAYOUT_CURRENCIES);
    }

    #[test]
    fn the_least_price_decides_whatever_its_currency() {
        assert_eq!(
            PriceBand::of([Price::Contact, from(600_000, "USD"), from(90_000, "USD")].into_iter()),
            PriceBand::Below1000
        );
        assert_eq!(PriceBand::of([from(2_000_000, "SEK")].into_iter()), PriceBand::To5000);
        assert_eq!(PriceBand::of([from(30_000_000, "VND")].into_iter()), PriceBand::To5000);
        assert_eq!(PriceBand::of([from(1_000_000, "USD")].into_iter()), PriceBand::Above5000);
        assert_eq!(PriceBand::of([Price::Contact].into_iter()), PriceBand::Contact);
        assert_eq!(PriceBand::of([].into_iter()), PriceBand::Contact);
    }
}

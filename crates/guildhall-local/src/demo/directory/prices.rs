//! What services cost, in the currency of the place.

use guildhall_domain::money::{Currency, Money};
use guildhall_domain::profile::Price;
use guildhall_domain::taxonomy::Service;

use crate::demo::dice::Dice;

/// What the smallest job costs in dollars, by [`Service::ALL`].
#[rustfmt::skip]
const USUAL: [i64; 36] = [
    400, 600, 500, 450, 500, 350, 900, 500, // marketing and sales
    1_800, 2_600, 300, 900, 200, 700, 9_000, 650, 350, 2_200, // store setup
    3_200, 80, 150, 2_800, // development
    1_500, 120, 600, 250, 700, // visual content
    150, 300, // writing
    800, 600, 500, 300, 3_500, 1_800, 1_600, // guidance
];

/// How a currency is written on a price list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coin {
    currency: Currency,
    /// How many hundredths of a unit a dollar is.
    rate: i64,
    /// Prices are multiples of so many units.
    step: i64,
    /// How many minor units a unit has.
    minor: i64,
}

impl Coin {
    /// Of a currency.
    pub(super) fn of(code: &str) -> Self {
        let (rate, step, minor) = match code {
            "AUD" => (150, 50, 100),
            "CAD" => (140, 50, 100),
            "DKK" => (650, 250, 100),
            "EUR" => (90, 50, 100),
            "GBP" => (76, 25, 100),
            "JPY" => (15_000, 5_000, 1),
            "NOK" => (1_020, 500, 100),
            "SEK" => (980, 500, 100),
            "SGD" => (130, 50, 100),
            "VND" => (2_550_000, 500_000, 1),
            _ => (100, 25, 100),
        };
        let currency = code.parse().expect("every land pays in a currency that exists");
        Self { currency, rate, step, minor }
    }

    fn amount(self, dollars: i64) -> Money {
        let steps = (dollars * self.rate / 100 / self.step).max(1);
        Money { minor: steps * self.step * self.minor, currency: self.currency }
    }
}

/// How a partner prices.
#[derive(Debug, Clone, Copy)]
pub(super) struct PriceList {
    pub(super) coin: Coin,
    /// In percent of the usual.
    pub(super) level: i64,
    /// Names no price at all.
    pub(super) silent: bool,
}

impl PriceList {
    /// The price of a service.
    pub(super) fn price(self, service: Service, dice: &mut Dice) -> Price {
        if self.silent || dice.percent(18) {
            return Price::Contact;
        }
        let dollars = USUAL[service.index()] * self.level * dice.between(70, 150) / 10_000;
        let from = self.coin.amount(dollars);
        if dice.percent(60) {
            return Price::From { from };
        }
        let to = self.coin.amount(dollars * dice.between(18, 45) / 10);
        if to.minor > from.minor { Price::Range { from, to } } else { Price::From { from } }
    }
}

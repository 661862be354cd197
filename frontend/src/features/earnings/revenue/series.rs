//! The sums of months as one row of bars for each currency.

use std::collections::BTreeSet;

use guildhall_domain::audit::Month;
use guildhall_domain::money::{Currency, Money};

use crate::ui::MonthBar;

/// What a month came to, one sum per currency.
pub type MonthSums = (Month, Vec<Money>);

/// The currencies that occur, by their codes. Without any there is one, so that nought has something to be nought of.
pub(super) fn currencies(months: &[MonthSums]) -> Vec<Currency> {
    let found: BTreeSet<Currency> =
        months.iter().flat_map(|(_, sums)| sums.iter().map(|sum| sum.currency)).collect();
    if found.is_empty() { vec![Currency::USD] } else { found.into_iter().collect() }
}

/// What a month came to in a currency.
pub(super) fn sum_of(sums: &[Money], currency: Currency) -> Money {
    sums.iter().copied().find(|sum| sum.currency == currency).unwrap_or_else(|| Money::zero(currency))
}

/// The bars of a currency. The last month still runs.
pub(super) fn bars(months: &[MonthSums], currency: Currency) -> Vec<MonthBar> {
    let last = months.len().saturating_sub(1);
    let bar = |(place, (month, sums)): (usize, &MonthSums)| MonthBar {
        month: *month,
        amount: sum_of(sums, currency),
        runs: place == last,
    };
    months.iter().enumerate().map(bar).collect()
}

/// The sum of a currency over all months; nothing if it cannot be written.
pub(super) fn whole(months: &[MonthSums], currency: Currency) -> Option<Money> {
    let mut sums = months.iter().map(|(_, sums)| sum_of(sums, currency));
    sums.try_fold(Money::zero(currency), |whole, sum| whole.plus(sum).ok())
}

/// The months with the least and with the most.
pub(super) fn extremes(bars: &[MonthBar]) -> Option<(MonthBar, MonthBar)> {
    let least = bars.iter().min_by_key(|bar| bar.amount.minor)?;
    let most = bars.iter().max_by_key(|bar| bar.amount.minor)?;
    Some((*least, *most))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months() -> Vec<MonthSums> {
        let money = |minor, code: &str| Money { minor, currency: code.parse().unwrap() };
        vec![
            ("2026-03".parse().unwrap(), vec![money(500, "USD"), money(90, "SEK")]),
            ("2026-04".parse().unwrap(), vec![]),
            ("2026-05".parse().unwrap(), vec![money(-200, "USD")]),
        ]
    }

    #[test]
    fn each_currency_has_bars_of_its_own_and_a_month_without_it_is_nought() {
        let months = months();
        assert_eq!(currencies(&months).iter().map(|one| one.code()).collect::<Vec<_>>(), ["SEK", "USD"]);
        let bars = bars(&months, Currency::USD);
        assert_eq!(bars.iter().map(|bar| bar.amount.minor).collect::<Vec<_>>(), [500, 0, -200]);
        assert_eq!(bars.iter().map(|bar| bar.runs).collect::<Vec<_>>(), [false, false, true]);
        assert_eq!(whole(&months, Currency::USD).map(|sum| sum.minor), Some(300));
        let (least, most) = extremes(&bars).unwrap();
        assert_eq!((least.amount.minor, most.amount.minor), (-200, 500));
    }

    #[test]
    fn without_any_revenue_there_is_nought_in_one_currency() {
        assert_eq!(currencies(&[]), [Currency::USD]);
        assert_eq!(bars(&[], Currency::USD), []);
    }
}

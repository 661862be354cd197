//! An amount as people type it, in the currency's minor units. Never through a float.

use guildhall_domain::money::{Currency, Money};
use guildhall_domain::policy::Language;

use crate::i18n::language;

/// How many decimals a currency has. The same everywhere, so no browser is asked.
pub(super) fn decimals(currency: Currency) -> usize {
    match currency.code() {
        "JPY" | "VND" => 0,
        _ => 2,
    }
}

/// An amount as the reader would type it: `1250`, `1250.50`, `1250,50`. [`minor_units`] reads it back.
pub(super) fn plain(money: Money) -> String {
    let mark = match language() {
        Language::En => '.',
        Language::Sv | Language::Vi => ',',
    };
    written(money.minor, decimals(money.currency), mark)
}

fn written(minor: i64, places: usize, mark: char) -> String {
    let digits = format!("{minor:0>width$}", width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    if fraction.bytes().all(|digit| digit == b'0') {
        return whole.to_owned();
    }
    format!("{whole}{mark}{fraction}")
}

/// What was typed as whole minor units, for a currency with this many decimals. Spaces and one kind
/// of sign may group thousands; `None` is anything that could be read in two ways.
pub(super) fn minor_units(text: &str, places: usize) -> Option<i64> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '’').collect();
    let (whole, fraction) = match text.rfind(['.', ',']) {
        // A last group of three is thousands, unless the currency itself has three decimals.
        Some(at) if is_decimal(&text[at + 1..], places) => (&text[..at], &text[at + 1..]),
        _ => (text.as_str(), ""),
    };
    let separator = text[whole.len()..].chars().next();
    let whole = ungrouped(whole, separator)?;
    let padded = format!("{whole}{fraction:0<places$}");
    padded.bytes().all(|byte| byte.is_ascii_digit()).then(|| padded.parse().ok()).flatten()
}

fn is_decimal(digits: &str, places: usize) -> bool {
    (1..=places).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits of the whole part. Its groups must be of three, and parted by one sign, which is not
/// the one before the decimals.
fn ungrouped(whole: &str, decimal_sign: Option<char>) -> Option<String> {
    let sign = whole.chars().find(|letter| matches!(letter, '.' | ','));
    if sign.is_some() && sign == decimal_sign {
        return None;
    }
    let groups: Vec<&str> = sign.map_or_else(|| vec![whole], |sign| whole.split(sign).collect());
    let (first, rest) = groups.split_first()?;
    let first_fits = !first.is_empty() && (rest.is_empty() || first.len() <= 3);
    let rest_fits = rest.iter().all(|group| group.len() == 3);
    (first_fits && rest_fits).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_every_language_writes_it() {
        for text in
            ["1250", "1250.00", "1,250", "1,250.00", "1 250,00", "1\u{a0}250", "1.250,00", "1250,0", "1’250"]
        {
            assert_eq!(minor_units(text, 2), Some(125_000), "{text}");
        }
        assert_eq!(minor_units("0.05", 2), Some(5));
        assert_eq!(minor_units("1,250,000.5", 2), Some(125_000_050));
    }

    #[test]
    fn an_amount_reads_back_as_it_is_written() {
        for (minor, places, text) in
            [(125_000, 2, "1250"), (125_050, 2, "1250,50"), (5, 2, "0,05"), (2_500, 0, "2500")]
        {
            assert_eq!(written(minor, places, ','), text);
            assert_eq!(minor_units(text, places), Some(minor));
        }
    }

    #[test]
    fn a_currency_without_decimals_is_counted_whole() {
        for text in ["250000", "250,000", "250.000", "250 000"] {
            assert_eq!(minor_units(text, 0), Some(250_000), "{text}");
        }
        assert_eq!(minor_units("250.5", 0), None);
    }

    #[test]
    fn what_could_mean_two_things_or_nothing_is_refused() {
        for text in ["", "twelve", "12.345.6", "1,25,000", "1.2.3", ",50", "-5", "12.5.", "1e3", "+5", "12 €"]
        {
            assert_eq!(minor_units(text, 2), None, "{text}");
        }
        assert_eq!(minor_units("99999999999999999999", 2), None);
    }
}

//! Prices beside each other in several currencies, so each says which one it is.

use guildhall_domain::money::Money;
use guildhall_domain::policy::Language;

use super::number::{decimal_mark, grouped};
use crate::i18n::language;

/// `$4,000`, `4 000 kr`, `4.000 $`: cents only where there are any.
#[must_use]
pub fn price(amount: Money) -> String {
    let language = language();
    let figure = figure(amount, language);
    let symbol = symbol(amount.currency.code(), language);
    match language {
        Language::En if symbol.ends_with(char::is_alphabetic) => format!("{symbol}\u{a0}{figure}"),
        Language::En => format!("{symbol}{figure}"),
        Language::Sv | Language::Vi => format!("{figure}\u{a0}{symbol}"),
    }
}

fn figure(amount: Money, language: Language) -> String {
    let minor = amount.minor.unsigned_abs();
    let sign = if amount.minor < 0 { "-" } else { "" };
    if without_cents(amount.currency.code()) {
        return format!("{sign}{}", grouped(&minor.to_string(), language));
    }
    let whole = grouped(&(minor / 100).to_string(), language);
    match minor % 100 {
        0 => format!("{sign}{whole}"),
        cents => format!("{sign}{whole}{}{cents:02}", decimal_mark(language)),
    }
}

fn without_cents(code: &str) -> bool {
    matches!(code, "JPY" | "VND")
}

/// Three countries say "kr", so only Swedes' own is written so, and only to them; dollars other than the American say
/// whose they are. A currency without a sign is written by its code.
fn symbol(code: &str, language: Language) -> &str {
    match (code, language) {
        ("USD", _) => "$",
        ("AUD", _) => "A$",
        ("CAD", _) => "CA$",
        ("SGD", _) => "S$",
        ("EUR", _) => "€",
        ("GBP", _) => "£",
        ("JPY", _) => "¥",
        ("VND", _) => "₫",
        ("SEK", Language::Sv) => "kr",
        _ => code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::in_language;

    fn said(minor: i64, currency: &str) -> [String; 3] {
        let currency = currency.parse().expect("a currency");
        Language::ALL.map(|language| in_language(language, || price(Money { minor, currency })))
    }

    #[test]
    fn a_whole_amount_shows_no_cents_and_no_cent_is_lost() {
        assert_eq!(said(400_000, "USD"), ["$4,000", "4\u{a0}000\u{a0}$", "4.000\u{a0}$"]);
        assert_eq!(said(1_250_050, "EUR"), ["€12,500.50", "12\u{a0}500,50\u{a0}€", "12.500,50\u{a0}€"]);
        assert_eq!(said(905, "GBP")[0], "£9.05");
    }

    #[test]
    fn a_currency_without_cents_is_written_as_it_is_kept() {
        assert_eq!(said(2_500_000, "VND"), ["₫2,500,000", "2\u{a0}500\u{a0}000\u{a0}₫", "2.500.000\u{a0}₫"]);
    }

    #[test]
    fn crowns_and_dollars_of_different_countries_are_told_apart() {
        assert_eq!(said(100_000, "SEK"), ["SEK\u{a0}1,000", "1\u{a0}000\u{a0}kr", "1.000\u{a0}SEK"]);
        assert_eq!(said(100_000, "NOK")[1], "1\u{a0}000\u{a0}NOK");
        assert_eq!(said(100_000, "CAD")[0], "CA$1,000");
    }
}

//! Whole numbers in groups of three, and ratings.

use guildhall_domain::policy::Language;

use crate::i18n::language;

/// `1,250`, `1 250`, `1.250`.
#[must_use]
pub fn number(value: u64) -> String {
    grouped(&value.to_string(), language())
}

/// `4.9`, `4,9`: of tenths.
#[must_use]
pub fn one_decimal(tenths: u64) -> String {
    format!("{}{}{}", number(tenths / 10), decimal_mark(language()), tenths % 10)
}

pub(super) fn grouped(digits: &str, language: Language) -> String {
    let separator = match language {
        Language::En => ',',
        // No line may end inside a number.
        Language::Sv => '\u{a0}',
        Language::Vi => '.',
    };
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

pub(super) fn decimal_mark(language: Language) -> char {
    match language {
        Language::En => '.',
        Language::Sv | Language::Vi => ',',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::in_language;

    #[test]
    fn thousands_are_set_apart_as_each_language_does() {
        let said = |value| Language::ALL.map(|language| in_language(language, || number(value)));
        assert_eq!(said(999), ["999", "999", "999"]);
        assert_eq!(said(1_250), ["1,250", "1\u{a0}250", "1.250"]);
        assert_eq!(said(1_250_000), ["1,250,000", "1\u{a0}250\u{a0}000", "1.250.000"]);
    }

    #[test]
    fn a_rating_has_one_decimal_even_when_it_is_nought() {
        let said = |tenths| Language::ALL.map(|language| in_language(language, || one_decimal(tenths)));
        assert_eq!(said(49), ["4.9", "4,9", "4,9"]);
        assert_eq!(said(50), ["5.0", "5,0", "5,0"]);
    }
}

//! Countries, languages and trades, by whatever name the marketplace called them.

use guildhall_domain::country::{self, Country};
use guildhall_domain::migration::Outcome;
use guildhall_domain::policy::{Language, Words};
use guildhall_domain::profile::ContentLimits;
use guildhall_domain::taxonomy::{Industry, SpokenLanguage};
use guildhall_domain::text::fold;

use super::fitting::outcome_of_list;

/// A country by its code, or by its name in one of our languages.
pub(super) fn country(text: &str) -> Option<Country> {
    let plain = text.trim();
    if let Ok(country) = plain.to_ascii_uppercase().parse() {
        return Some(country);
    }
    let wanted = fold(plain);
    Country::all()
        .find(|one| Language::ALL.iter().any(|language| fold(country::name(*one, *language)) == wanted))
}

/// Further countries, each once and without the main one.
pub(super) fn further(old: &[String], main: Country) -> (Vec<Country>, Outcome) {
    let mut found = distinct(old, country);
    found.retain(|one| *one != main);
    found.truncate(ContentLimits::COUNTRIES);
    let codes: Vec<_> = found.iter().map(|one| one.code().to_owned()).collect();
    let outcome = outcome_of_list(&written(old), &codes);
    (found, outcome)
}

/// Languages, by their tags or names.
pub(super) fn languages(old: &[String]) -> (Vec<SpokenLanguage>, Outcome) {
    let found = distinct(old, |text| {
        let tag = fold(text).replace('_', "-");
        let tag = tag.strip_prefix("lang-").unwrap_or(&tag);
        SpokenLanguage::ALL
            .iter()
            .copied()
            .find(|one| fold(one.slug()) == tag || is_called(one.words(), text))
    });
    let tags: Vec<_> = found.iter().map(|one| one.slug().to_owned()).collect();
    let outcome = outcome_of_list(&written(old), &tags);
    (found, outcome)
}

/// Trades, by their handles or names.
pub(super) fn industries(old: &[String]) -> (Vec<Industry>, Outcome) {
    let found = distinct(old, |text| {
        Industry::ALL.iter().copied().find(|one| fold(text) == one.slug() || is_called(one.words(), text))
    });
    let handles: Vec<_> = found.iter().map(|one| one.slug().to_owned()).collect();
    let outcome = outcome_of_list(&written(old), &handles);
    (found, outcome)
}

/// Whether something is called so in one of our languages, `and` written out or not.
pub(super) fn is_called(words: Words, text: &str) -> bool {
    let plain =
        |text: &str| fold(text).replace('&', "and").replace("jewellery", "jewelry").replace("ise", "ize");
    let wanted = plain(text);
    [words.en, words.sv, words.vi].into_iter().any(|word| plain(word) == wanted)
}

/// What of a list is known, each once, in its order.
fn distinct<T: PartialEq>(old: &[String], read: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let mut found = Vec::new();
    for text in old {
        match read(text) {
            Some(one) if !found.contains(&one) => found.push(one),
            Some(_) | None => {}
        }
    }
    found
}

/// What of a list says anything.
fn written(old: &[String]) -> Vec<String> {
    old.iter().filter(|text| !text.is_empty()).cloned().collect()
}

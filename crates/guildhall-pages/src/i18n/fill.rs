//! Values and numbers inside texts.

use guildhall_domain::policy::Language;

use super::{choose, language};
use crate::format;

/// Puts values in place of `{name}`. A value that itself holds braces is left alone.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// The form of the text that goes with the number, with the number in it.
#[must_use]
pub fn plural(count: u64, texts: [(&str, &str); 3], values: &[(&str, &str)]) -> String {
    let (one, other) = choose(texts);
    let text = if is_one(language(), count) { one } else { other };
    let count = format::number(count);
    let mut all = vec![("count", count.as_str())];
    all.extend_from_slice(values);
    fill(text, &all)
}

/// Vietnamese has one form; English and Swedish set one thing apart.
fn is_one(language: Language, count: u64) -> bool {
    match language {
        Language::En | Language::Sv => count == 1,
        Language::Vi => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_the_place_of_their_names() {
        assert_eq!(
            fill("{from}–{to} of {total}", &[("from", "1"), ("to", "50"), ("total", "400")]),
            "1–50 of 400"
        );
    }

    #[test]
    fn what_a_person_typed_is_never_filled_in_again() {
        assert_eq!(fill("“{query}” {count}", &[("query", "{count}"), ("count", "3")]), "“{count}” 3");
    }

    #[test]
    fn only_english_and_swedish_set_one_apart() {
        assert!(is_one(Language::En, 1) && is_one(Language::Sv, 1) && !is_one(Language::Vi, 1));
        assert!(!is_one(Language::En, 0) && !is_one(Language::Sv, 21));
    }
}

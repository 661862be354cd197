//! Word endings: *butiker* and *butik*, *designs* and *design*. Snowball's English and Swedish stemmers,
//! on folded words: they look at which letters are vowels, and folding keeps that. Vietnamese has no endings.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};

/// Shorter words have no ending to speak of; most syllables of Vietnamese are shorter.
const SHORTEST_WORD: usize = 5;
/// A stem that is shorter says too little.
const SHORTEST_STEM: usize = 4;

/// The stems of a word that are not the word itself: English, then Swedish, none twice.
pub(crate) fn stems(word: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let english = stem(word, Algorithm::English);
    let swedish = stem(word, Algorithm::Swedish).filter(|swedish| english.as_ref() != Some(swedish));
    english.into_iter().chain(swedish)
}

/// What a word of a compound is compared by.
pub(crate) fn swedish_stem(word: &str) -> Cow<'_, str> {
    Stemmer::new(Algorithm::Swedish).stem(word)
}

/// What a word of a phrase is compared by.
pub(crate) fn english_stem(word: &str) -> Cow<'_, str> {
    stem(word, Algorithm::English).unwrap_or(Cow::Borrowed(word))
}

fn stem(word: &str, algorithm: Algorithm) -> Option<Cow<'_, str>> {
    if word.len() < SHORTEST_WORD || !word.is_ascii() {
        return None;
    }
    let stem = Stemmer::new(algorithm).stem(word);
    (stem.len() >= SHORTEST_STEM && stem != word).then_some(stem)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("designing", &["design"])]
    #[case("butiker", &["butik"])]
    #[case("annonserna", &["annons"])]
    #[case("thiet", &[])]
    #[case("seo", &[])]
    fn an_ending_comes_off(#[case] word: &str, #[case] expected: &[&str]) {
        let found: Vec<_> = stems(word).collect();
        assert!(expected.iter().all(|stem| found.iter().any(|found| found == stem)), "{found:?}");
        assert_eq!(found.is_empty(), expected.is_empty(), "{found:?}");
    }
}

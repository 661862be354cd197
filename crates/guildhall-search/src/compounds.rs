//! Swedish compounds: *butiksdesign* is *butik* and *design*. Only compounds of known words come apart
//! (`data/compounds.txt`), so that a partner's name never does by chance.

use std::collections::HashSet;
use std::sync::LazyLock;

use guildhall_domain::text::fold;

use crate::endings::swedish_stem;
use crate::lexicon::lines;

/// A shorter word is no compound.
const SHORTEST: usize = 7;
/// How many words a compound has at most.
const MOST_PARTS: usize = 4;

static PARTS: LazyLock<Parts> = LazyLock::new(Parts::read);

struct Parts {
    words: HashSet<String>,
    /// The words and their stems: *plats* has the stem *plat*, and *platser* has *plats*.
    ends: HashSet<String>,
}

impl Parts {
    fn read() -> Self {
        let words: HashSet<_> = lines(include_str!("../data/compounds.txt")).map(fold).collect();
        let stems = words.iter().map(|word| swedish_stem(word).into_owned());
        Self { ends: stems.chain(words.iter().cloned()).collect(), words }
    }
}

/// The words that a compound is made of; empty if it is not one.
pub(crate) fn parts(word: &str) -> Vec<&str> {
    let mut found = Vec::new();
    if word.len() < SHORTEST || !word.is_ascii() || !take(word, &mut found) {
        found.clear();
    }
    found
}

/// Takes the longest known word off the front, then whatever joins it to the rest, then the rest.
fn take<'a>(word: &'a str, found: &mut Vec<&'a str>) -> bool {
    if !found.is_empty() && PARTS.ends.contains(&*swedish_stem(word)) {
        found.push(word);
        return true;
    }
    if found.len() + 1 >= MOST_PARTS {
        return false;
    }
    for end in (1..word.len()).rev() {
        let (front, rest) = word.split_at(end);
        if !PARTS.words.contains(front) {
            continue;
        }
        found.push(front);
        if take(rest, found) || rest.strip_prefix('s').is_some_and(|rest| take(rest, found)) {
            return true;
        }
        found.pop();
    }
    false
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("butiksdesign", &["butik", "design"])]
    #[case("webbsidor", &["webb", "sidor"])]
    #[case("sokmotoroptimering", &["sokmotor", "optimering"])]
    #[case("produktfotografering", &["produkt", "fotografering"])]
    #[case("marknadsplatser", &["marknad", "platser"])]
    #[case("ehandelsplattform", &["e", "handel", "plattform"])]
    #[case("nordlund", &[])]
    #[case("butik", &[])]
    #[case("marketing", &[])]
    fn a_compound_comes_apart_into_known_words(#[case] word: &str, #[case] expected: &[&str]) {
        assert_eq!(parts(word), expected);
    }
}

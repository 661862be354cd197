//! What was typed, taken apart: each clause must be answered, in any of its ways.

use crate::compounds;
use crate::lexicon::{LEXICON, Meaning};
use crate::words::{Written, words};

/// Words after these are not looked at: nobody means so many.
const MOST_WORDS: usize = 24;

/// A word or a phrase that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Choices that it means.
    pub(crate) meanings: Vec<Meaning>,
    /// The word as typed, if it is a single one.
    pub(crate) word: Option<Typed>,
    /// Rows of words that say the same; all words of a row are wanted.
    pub(crate) rows: Vec<Vec<String>>,
}

/// A single word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Typed {
    pub(crate) text: String,
    /// Whether somebody may still be typing it: it is the last one, with nothing after it.
    pub(crate) is_unfinished: bool,
}

/// The clauses of a text. Words that say nothing are left out unless there are no others.
pub(crate) fn clauses(text: &str) -> Vec<Clause> {
    let mut written = words(text);
    written.truncate(MOST_WORDS);
    let ends_in_a_word = text.chars().next_back().is_some_and(char::is_alphanumeric);
    let says_nothing = |word: &Written| LEXICON.is_stopword(&word.whole);
    let keep_all = written.iter().all(says_nothing);

    let mut clauses = Vec::new();
    let mut rest = written.as_slice();
    while let Some(first) = rest.first() {
        let (clause, length) = match phrase(rest) {
            Some(found) => found,
            None if says_nothing(first) && !keep_all => {
                rest = &rest[1..];
                continue;
            }
            None => (single(first, ends_in_a_word && rest.len() == 1), 1),
        };
        if !clauses.contains(&clause) {
            clauses.push(clause);
        }
        rest = &rest[length..];
    }
    clauses
}

/// The longest phrase of several words at the front.
fn phrase(written: &[Written]) -> Option<(Clause, usize)> {
    let row: Vec<&str> = written.iter().map(|word| word.whole.as_str()).collect();
    (2..=row.len().min(LEXICON.longest_phrase())).rev().find_map(|length| {
        let phrase = LEXICON.phrase(&row[..length])?;
        let typed = row[..length].iter().map(|word| (*word).to_owned()).collect();
        let rows = [typed].into_iter().chain(phrase.same.iter().cloned()).collect();
        Some((Clause { meanings: phrase.meanings.clone(), word: None, rows }, length))
    })
}

fn single(written: &Written, is_unfinished: bool) -> Clause {
    let phrase = LEXICON.phrase(&[&written.whole]);
    let mut rows = phrase.map(|phrase| phrase.same.clone()).unwrap_or_default();
    let compound = compounds::parts(&written.whole).into_iter().map(str::to_owned).collect();
    rows.extend([written.parts.clone(), compound].into_iter().filter(|row: &Vec<_>| !row.is_empty()));
    Clause {
        meanings: phrase.map(|phrase| phrase.meanings.clone()).unwrap_or_default(),
        word: Some(Typed { text: written.whole.clone(), is_unfinished }),
        rows,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let row = |clause: Clause| match clause.word {
            Some(typed) if typed.is_unfinished => typed.text + "…",
            Some(typed) => typed.text,
            None => clause.rows[0].join("+"),
        };
        clauses(text).into_iter().map(row).collect()
    }

    #[rstest]
    #[case("Acme studio", &["acme", "studio…"])]
    #[case("Acme studio ", &["acme", "studio"])]
    #[case("thiết kế cửa hàng ở Hà Nội", &["thiet+ke+cua+hang", "o", "ha+noi"])]
    #[case("help with SEO in Sweden", &["seo", "sweden…"])]
    #[case("seo seo, SEO!", &["seo"])]
    #[case("the", &["the…"])]
    #[case("", &[])]
    #[case("?!… 🛒", &[])]
    fn a_text_comes_apart_into_words_and_phrases(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn a_compound_and_a_joined_word_are_also_their_parts() {
        assert_eq!(clauses("butiksdesign")[0].rows, [["butik", "design"]]);
        assert_eq!(clauses("content-marketing")[0].rows, [["content", "marketing"]]);
    }
}

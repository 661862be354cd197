//! Words of a text: folded, and cut where no letter or digit stands.

use guildhall_domain::text::fold;

/// Longer runs of letters are cut here, in characters. No word of the three languages is as long.
const LONGEST: usize = 40;

/// A word as somebody wrote it. `E-post` is one word, `epost`, of the parts `e` and `post`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// All of it, without what joins its parts.
    pub(crate) whole: String,
    /// Its parts; empty for a word without joints.
    pub(crate) parts: Vec<String>,
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<Written> {
    let folded = fold(text);
    folded.split(|letter: char| !letter.is_alphanumeric() && !is_joint(letter)).filter_map(word).collect()
}

/// The pieces of a text between spaces and signs of ASCII. Folding and cutting a text is folding and cutting
/// its pieces, and the same pieces come again and again.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let is_between = |letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric() && !is_joint(letter);
    text.split(is_between).filter(|piece| !piece.is_empty())
}

/// Calls with each form under which a text is found: every word, and every part of a joined one.
pub(crate) fn each_form(text: &str, mut each: impl FnMut(&str)) {
    for word in words(text) {
        word.parts.iter().for_each(|part| each(part));
        each(&word.whole);
    }
}

fn is_joint(letter: char) -> bool {
    // NFKD has made U+2010 of the hyphen that does not break.
    matches!(letter, '-' | '\u{2010}' | '\'' | '’')
}

fn word(run: &str) -> Option<Written> {
    let parts: Vec<&str> = run.split(is_joint).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [] => None,
        [only] => Some(Written { whole: cut(only).to_owned(), parts: Vec::new() }),
        several => Some(Written {
            whole: cut(&several.concat()).to_owned(),
            parts: several.iter().map(|part| cut(part).to_owned()).collect(),
        }),
    }
}

fn cut(text: &str) -> &str {
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Thiết kế cửa hàng", &["thiet", "ke", "cua", "hang"])]
    #[case("SEO & sökannonser!", &["seo", "sokannonser"])]
    #[case("E-postmarknadsföring", &["e", "postmarknadsforing", "epostmarknadsforing"])]
    #[case("3D-modeller", &["3d", "modeller", "3dmodeller"])]
    #[case("--- ' -", &[])]
    #[case("🛒 butik", &["butik"])]
    fn a_text_is_found_under_its_folded_words(#[case] text: &str, #[case] expected: &[&str]) {
        let mut forms = Vec::new();
        each_form(text, |form| forms.push(form.to_owned()));
        assert_eq!(forms, expected);
    }

    proptest! {
        #[test]
        fn the_words_of_a_text_are_those_of_its_pieces(text in "[a-bÅđ \u{301}\u{a8}\u{2011},'’\\-]{0,30}") {
            let of_pieces: Vec<_> = pieces(&text).flat_map(words).collect();
            prop_assert_eq!(of_pieces, words(&text));
        }
    }

    #[test]
    fn an_endless_word_is_cut() {
        let long = "å".repeat(200);
        assert_eq!(words(&long)[0].whole, "a".repeat(LONGEST));
    }
}

//! Patterns of keys, as IAM's `StringLike` reads them.

use std::fmt;

/// A pattern: `*` stands for any text, also none, `?` for any one character, and all else for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KeyPattern(String);

impl KeyPattern {
    /// A pattern; `None` if it holds a policy variable, which nobody fills in here.
    pub(super) fn new(text: &str) -> Option<Self> {
        (!text.is_empty() && !text.contains("${")).then(|| Self(text.to_owned()))
    }

    /// Whether a key fits. Capitals count.
    pub(super) fn matches(&self, key: &str) -> bool {
        let (pattern, key): (Vec<char>, Vec<char>) = (self.0.chars().collect(), key.chars().collect());
        let (mut at_pattern, mut at_key) = (0, 0);
        // Where the last `*` stands, and how far it reaches so far.
        let mut star: Option<(usize, usize)> = None;
        while let Some(&character) = key.get(at_key) {
            match pattern.get(at_pattern) {
                Some('*') => {
                    star = Some((at_pattern, at_key));
                    at_pattern += 1;
                }
                Some(&wanted) if wanted == '?' || wanted == character => {
                    at_pattern += 1;
                    at_key += 1;
                }
                Some(_) | None => {
                    let Some((place, reach)) = star else { return false };
                    star = Some((place, reach + 1));
                    at_pattern = place + 1;
                    at_key = reach + 1;
                }
            }
        }
        pattern.iter().skip(at_pattern).all(|&left| left == '*')
    }
}

impl fmt::Display for KeyPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::itself("REPS", "REPS", true)]
    #[case::longer("REPS", "REPS#1", false)]
    #[case::shorter("REPS#1", "REPS", false)]
    #[case::capitals("REPS", "reps", false)]
    #[case::star_at_the_end("CUSTOMER#*", "CUSTOMER#", true)]
    #[case::star_in_the_middle("ORG#*#LEADS", "ORG#norrsken#LEADS", true)]
    #[case::star_reaches_over_the_separator("ORG#*#LEADS", "ORG#a#REFS#LEADS", true)]
    #[case::another_end("ORG#*#LEADS", "ORG#norrsken#REFS", false)]
    #[case::something_behind_it("ORG#*#LEADS", "ORG#norrsken#LEADS#1", false)]
    #[case::two_stars("A#*#B#*", "A##B#B#", true)]
    #[case::one_character("AUDIT#????-??", "AUDIT#2026-11", true)]
    #[case::a_character_is_not_none("A?", "A", false)]
    #[case::a_character_is_a_letter_and_no_byte("A?B", "AåB", true)]
    #[case::star_alone("*", "", true)]
    fn a_key_fits_as_iam_says(#[case] pattern: &str, #[case] key: &str, #[case] fits: bool) {
        assert_eq!(KeyPattern::new(pattern).unwrap().matches(key), fits);
    }

    #[test]
    fn a_variable_of_a_policy_is_no_pattern() {
        assert_eq!(KeyPattern::new("ORG#${aws:userid}"), None);
    }
}

//! The person whom a request is about: an address.

use std::fmt;

/// What stands where something about a person was struck out.
pub const STRUCK: &str = "[erased]";

/// A person, named by an e-mail address. Case does not matter, nor do spaces around it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Subject(String);

impl Subject {
    /// Whoever has this address; its form was checked at the border.
    #[must_use]
    pub fn new(email: &str) -> Self {
        Self(email.trim().to_lowercase())
    }

    /// The address, in small letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text is this address and nothing else.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        text.trim().to_lowercase() == self.0
    }

    /// Whether a text mentions the address. `joanna@shop.example` does not mention `anna@shop.example`.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        find(text, &self.0, is_of_address).is_some()
    }

    /// The text without the address; `None` if it does not mention it.
    #[must_use]
    pub fn strike(&self, text: &str) -> Option<String> {
        strike(text, &self.0, is_of_address)
    }
}

impl fmt::Debug for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Subject")
    }
}

fn is_of_address(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '%' | '+' | '-')
}

/// The text without a needle that stands alone in it; `None` if it is not there.
pub(super) fn strike(text: &str, needle: &str, glued: impl Fn(char) -> bool) -> Option<String> {
    let mut struck = String::new();
    let mut rest = text;
    let mut begun = 0;
    while let Some((from, to)) = find_after(rest, begun, needle, &glued) {
        struck.push_str(&rest[..from]);
        struck.push_str(STRUCK);
        rest = &rest[to..];
        begun = 0;
    }
    if struck.is_empty() && rest.len() == text.len() {
        return None;
    }
    struck.push_str(rest);
    Some(struck)
}

/// Where a needle in small letters stands alone in a text, whatever the text's case.
pub(super) fn find(text: &str, needle: &str, glued: impl Fn(char) -> bool) -> Option<(usize, usize)> {
    find_after(text, 0, needle, &glued)
}

fn find_after(
    text: &str,
    begin: usize,
    needle: &str,
    glued: &impl Fn(char) -> bool,
) -> Option<(usize, usize)> {
    let needle_letters = needle.chars().count();
    if needle_letters == 0 {
        return None;
    }
    let mut places = text[begin..].char_indices().map(|(place, _)| begin + place);
    places.find_map(|from| {
        let to = end_of_match(&text[from..], needle)? + from;
        let before = text[..from].chars().next_back();
        let stands_alone =
            !before.is_some_and(|letter| glued(letter) || letter == '.') && ends(&text[to..], glued);
        stands_alone.then_some((from, to))
    })
}

/// The end of the needle at the beginning of a text.
fn end_of_match(text: &str, needle: &str) -> Option<usize> {
    let mut wanted = needle.chars();
    let mut end = 0;
    let mut next = wanted.next();
    for letter in text.chars() {
        if next.is_none() {
            break;
        }
        for lower in letter.to_lowercase() {
            if next != Some(lower) {
                return None;
            }
            next = wanted.next();
        }
        end += letter.len_utf8();
    }
    next.is_none().then_some(end)
}

/// Whether a word ends here. A full stop ends it, unless the word goes on behind it.
fn ends(rest: &str, glued: &impl Fn(char) -> bool) -> bool {
    let mut letters = rest.chars();
    match letters.next() {
        None => true,
        Some('.') => !letters.next().is_some_and(glued),
        Some('@') => false,
        Some(letter) => !glued(letter),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("anna@shop.example", true)]
    #[case(" Anna@Shop.Example ", true)]
    #[case("Write to ANNA@shop.example.", true)]
    #[case("<anna@shop.example>, please", true)]
    #[case("joanna@shop.example", false)]
    #[case("j.anna@shop.example", false)]
    #[case("anna@shop.example.com", false)]
    #[case("anna@shop.examples", false)]
    #[case("anna+news@shop.example", false)]
    #[case("", false)]
    #[case("ÅÄÖ anna@shop.example ÅÄÖ", true)]
    fn an_address_is_found_where_it_stands_alone(#[case] text: &str, #[case] found: bool) {
        assert_eq!(Subject::new("  ANNA@shop.example ").is_in(text), found);
    }

    #[test]
    fn every_mention_is_struck_and_the_rest_stays() {
        let anna = Subject::new("anna@shop.example");
        let text = "Anna@shop.example and anna@shop.example, not joanna@shop.example.";
        assert_eq!(anna.strike(text).as_deref(), Some("[erased] and [erased], not joanna@shop.example."));
        assert_eq!(anna.strike("Somebody else"), None);
        assert_eq!(anna.strike("anna@shop.example").as_deref(), Some(STRUCK));
    }

    #[test]
    fn debug_output_hides_the_address() {
        assert_eq!(format!("{:?}", Subject::new("anna@shop.example")), "Subject");
    }
}

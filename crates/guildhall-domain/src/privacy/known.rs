//! What is known of the person beside the address.

use serde::{Deserialize, Serialize};

use super::subject::{find, strike};
use crate::ids::UserId;

/// So many accounts and words are kept: a person has few, and what is known travels in a cursor.
const MOST: usize = 20;
/// The longest word that is kept.
const LONGEST: usize = 80;
/// The shortest one: what is shorter may stand for anything.
const SHORTEST: usize = 5;

/// What is known of a person: their accounts, and names and phone numbers that stand beside their address.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Their accounts.
    pub accounts: Vec<UserId>,
    words: Vec<String>,
}

impl std::fmt::Debug for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Known").field("accounts", &self.accounts).finish_non_exhaustive()
    }
}

impl Known {
    /// Whether an account is theirs.
    #[must_use]
    pub fn is_account(&self, id: &str) -> bool {
        self.accounts.iter().any(|account| account.as_str() == id)
    }

    /// Notes an account.
    pub fn note_account(&mut self, account: UserId) {
        if self.accounts.len() < MOST && !self.accounts.contains(&account) {
            self.accounts.push(account);
        }
    }

    /// Notes a name or a phone number. A single word is too common to be looked for.
    pub fn note_word(&mut self, word: &str) {
        let word = word.trim().to_lowercase();
        let is_rare = word.contains(' ') || word.chars().filter(char::is_ascii_digit).count() > SHORTEST;
        let fits = (SHORTEST..=LONGEST).contains(&word.chars().count());
        if is_rare && fits && self.words.len() < MOST && !self.words.contains(&word) {
            self.words.push(word);
        }
    }

    /// Whether a text names them.
    #[must_use]
    pub fn is_named_in(&self, text: &str) -> bool {
        self.words.iter().any(|word| find(text, word, char::is_alphanumeric).is_some())
    }

    /// The text without their names and numbers; `None` if there is none in it.
    #[must_use]
    pub fn strike(&self, text: &str) -> Option<String> {
        let mut struck: Option<String> = None;
        for word in &self.words {
            let found = strike(struck.as_deref().unwrap_or(text), word, char::is_alphanumeric);
            struck = found.or(struck);
        }
        struck
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_struck_and_single_words_are_not() {
        let mut known = Known::default();
        for word in ["Anna Sjöström", "+46 70 123 45 67", "Anna", "x y"] {
            known.note_word(word);
        }
        let text = "Call ANNA SJÖSTRÖM at +46 70 123 45 67; Anna is in.";
        assert!(known.is_named_in(text));
        assert_eq!(known.strike(text).as_deref(), Some("Call [erased] at [erased]; Anna is in."));
        assert_eq!(known.strike("Joanna Sjöströmsson"), None);
    }

    #[test]
    fn no_more_is_kept_than_fits_a_cursor() {
        let mut known = Known::default();
        for number in 0..100 {
            known.note_word(&format!("Anna number {number}"));
            known.note_account(format!("m-{number}").parse().unwrap());
        }
        assert_eq!((known.accounts.len(), known.words.len()), (MOST, MOST));
    }
}

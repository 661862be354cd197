//! What was typed, kept in this browser until it is sent.

use serde::{Deserialize, Serialize};

use super::Answers;
use crate::browser;

/// A form that was not sent yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Draft {
    /// What was typed.
    pub answers: Answers,
    /// The key under which it is sent, however often that takes: a request that was lost on its way
    /// back cannot make a second lead.
    pub key: String,
    /// When it was last kept, in milliseconds since 1970.
    pub kept_at: f64,
}

impl Draft {
    /// The draft that was kept at this place, if there is one and something stands in it.
    pub(crate) fn kept(place: &str) -> Option<Self> {
        Self::read(&browser::kept(place)?)
    }

    /// Keeps it.
    pub(crate) fn keep(&self, place: &str) {
        browser::keep(place, &self.write());
    }

    fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text)
            .ok()
            .filter(|draft: &Self| !draft.answers.is_empty() && !draft.key.is_empty())
    }

    fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A key that nobody used before.
pub(super) fn new_key() -> String {
    browser::random_bytes::<16>().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_reads_back_as_it_was_kept() {
        let answers = [("company".to_owned(), "Bích Hạnh “Ceramics”\n".to_owned())].into();
        let draft = Draft { answers, key: "0123".to_owned(), kept_at: 1_778_580_000_123.0 };
        assert_eq!(Draft::read(&draft.write()), Some(draft));
    }

    #[test]
    fn what_holds_nothing_or_is_no_draft_is_not_restored() {
        let empty = Draft { answers: Answers::new(), key: "0123".to_owned(), kept_at: 0.0 };
        assert_eq!(Draft::read(&empty.write()), None);
        assert_eq!(Draft::read("{\"answers\":[]}"), None);
        assert_eq!(Draft::read(""), None);
    }
}

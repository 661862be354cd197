//! What was typed and not saved, kept in this browser.

use serde::{Deserialize, Serialize};

use super::typed::Typed;
use crate::browser;

/// Unsaved changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Draft {
    /// The revision that was changed; 0 where there was none yet.
    pub version: u64,
    /// When it was last kept, in milliseconds since 1970.
    pub kept_at: f64,
    /// What stands in the fields.
    pub typed: Typed,
}

impl Draft {
    /// The draft that was kept at a place.
    pub(super) fn kept(place: &str) -> Option<Self> {
        serde_json::from_str(&browser::kept(place)?).ok()
    }

    /// Keeps it.
    pub(super) fn keep(&self, place: &str) {
        if let Ok(text) = serde_json::to_string(self) {
            browser::keep(place, &text);
        }
    }
}

/// Where the draft of an organisation's profile is kept. Until it has one, the person stands for it.
pub(super) fn place(owner: &str) -> String {
    format!("guildhall.draft.profile.{owner}")
}

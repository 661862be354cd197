//! Where the dates of the move from the Experts Marketplace live.

use super::Key;

/// The partition of what holds for the whole platform.
pub const SETTINGS: &str = "SETTINGS";

impl Key {
    /// The dates of the move.
    #[must_use]
    pub fn cutover() -> Self {
        Self { pk: SETTINGS.to_owned(), sk: "CUTOVER".to_owned() }
    }
}

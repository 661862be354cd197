//! Words in the languages that Guildhall speaks.

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Swedish.
    Sv,
    /// Vietnamese.
    Vi,
}

impl Language {
    /// All three.
    pub const ALL: [Self; 3] = [Self::En, Self::Sv, Self::Vi];

    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Sv => "sv",
            Self::Vi => "vi",
        }
    }
}

/// One text in every language. `**…**` marks what matters most; `{name}` is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// Swedish.
    pub sv: &'static str,
    /// Vietnamese.
    pub vi: &'static str,
}

impl Words {
    /// The text in one language.
    #[must_use]
    pub const fn text(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Sv => self.sv,
            Language::Vi => self.vi,
        }
    }
}

/// Shorthand for tables of words.
pub(super) const fn words(en: &'static str, sv: &'static str, vi: &'static str) -> Words {
    Words { en, sv, vi }
}

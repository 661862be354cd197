use serde::{Deserialize, Serialize};

/// Words that the directory's own addresses use, so that no partner can take them.
pub const RESERVED_HANDLES: &[&str] = &[
    "about",
    "about-profiles",
    "admin",
    "api",
    "categories",
    "category",
    "compare",
    "contact",
    "countries",
    "directory",
    "guildhall",
    "help",
    "how-ranking-works",
    "index",
    "industries",
    "languages",
    "locations",
    "moving",
    "new",
    "partners",
    "privacy",
    "review",
    "review-policy",
    "reviews",
    "search",
    "service",
    "services",
    "sitemap",
    "terms",
    "tiers",
];

/// A handle: the profile's name in its address. 2 to 40 of `a-z`, `0-9`, `-`, starting with a letter,
/// and not one of [`RESERVED_HANDLES`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Handle(String);

/// A text that is not a handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a handle is 2 to 40 of a-z, 0-9 and -, starting with a letter, and not a word of the directory's own"
)]
pub struct InvalidHandle;

impl Handle {
    /// The handle's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Handle {
    type Err = InvalidHandle;

    fn from_str(text: &str) -> Result<Self, InvalidHandle> {
        let fits = (2..=40).contains(&text.len())
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits && !RESERVED_HANDLES.contains(&text) { Ok(Self(text.to_owned())) } else { Err(InvalidHandle) }
    }
}

impl TryFrom<String> for Handle {
    type Error = InvalidHandle;

    fn try_from(text: String) -> Result<Self, InvalidHandle> {
        text.parse()
    }
}

impl From<Handle> for String {
    fn from(handle: Handle) -> Self {
        handle.0
    }
}

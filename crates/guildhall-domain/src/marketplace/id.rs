//! The names that things had in the marketplace.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The name of a job, conversation or shop in the marketplace: 1 to 64 of `A-Z`, `a-z`, `0-9`, `-`, `_`.
///
/// Exports write it as a global id, `gid://partners/Job/123`; what comes after the last slash is the name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MarketplaceId(String);

/// A text that is no name of the marketplace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id of the marketplace: 1 to 64 letters, digits, - and _, perhaps behind gid://…/")]
pub struct InvalidMarketplaceId;

impl MarketplaceId {
    /// The name alone.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MarketplaceId {
    type Err = InvalidMarketplaceId;

    fn from_str(text: &str) -> Result<Self, InvalidMarketplaceId> {
        let name = match text.strip_prefix("gid://") {
            Some(path) => path.rsplit_once('/').ok_or(InvalidMarketplaceId)?.1,
            None => text,
        };
        let fits = (1..=64).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        if fits { Ok(Self(name.to_owned())) } else { Err(InvalidMarketplaceId) }
    }
}

impl TryFrom<String> for MarketplaceId {
    type Error = InvalidMarketplaceId;

    fn try_from(text: String) -> Result<Self, InvalidMarketplaceId> {
        text.parse()
    }
}

impl From<MarketplaceId> for String {
    fn from(id: MarketplaceId) -> Self {
        id.0
    }
}

impl fmt::Display for MarketplaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("123", Some("123"))]
    #[case("gid://partners/Job/123", Some("123"))]
    #[case("job-A_1", Some("job-A_1"))]
    #[case("", None)]
    #[case("gid://123", None)]
    #[case("gid://partners/Job/", None)]
    #[case("1/2", None)]
    #[case("a b", None)]
    #[case("Å", None)]
    fn a_name_is_read_with_and_without_its_prefix(#[case] text: &str, #[case] name: Option<&str>) {
        assert_eq!(text.parse::<MarketplaceId>().ok().as_ref().map(MarketplaceId::as_str), name);
    }
}

//! The four stretches of time that the three dates make.

use serde::{Deserialize, Serialize};

/// Where the move stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Phase {
    /// Nothing has changed yet.
    Marketplace,
    /// Profiles were migrated, and partners review them.
    Review,
    /// The directory is open; merchants still see their existing jobs from inside it.
    Directory,
    /// Merchants have no access to the marketplace any more.
    Closed,
}

impl Phase {
    /// Every phase, in order.
    pub const ALL: [Self; 4] = [Self::Marketplace, Self::Review, Self::Directory, Self::Closed];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Marketplace => "marketplace",
            Self::Review => "review",
            Self::Directory => "directory",
            Self::Closed => "closed",
        }
    }
}

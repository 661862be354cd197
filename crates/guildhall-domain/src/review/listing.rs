use serde::{Deserialize, Serialize};

use super::{Review, ReviewStatus, Stars};
use crate::ids::ReviewId;
use crate::listing::{Key, Row};
use crate::taxonomy::Service;

/// What reviews are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ReviewColumn {
    /// When it was published.
    PublishedAt,
    /// Its stars over both axes.
    Rating,
}

impl ReviewColumn {
    /// Both.
    pub const ALL: [Self; 2] = [Self::PublishedAt, Self::Rating];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::PublishedAt => "published_at",
            Self::Rating => "rating",
        }
    }
}

/// A review in a list. Reviews are short, so the list holds all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow(pub Review);

impl Row for ReviewRow {
    type Id = ReviewId;
    type Column = ReviewColumn;

    fn id(&self) -> &ReviewId {
        &self.0.id
    }

    fn key(&self, column: ReviewColumn) -> Key<'_> {
        match (column, &self.0.status) {
            (ReviewColumn::PublishedAt, ReviewStatus::Published { at }) => Key::Number(at.timestamp_micros()),
            (ReviewColumn::PublishedAt, ReviewStatus::Held { .. } | ReviewStatus::Removed { .. }) => {
                Key::Missing
            }
            (ReviewColumn::Rating, _) => {
                Key::Number(i64::from(self.0.quality.get() + self.0.communication.get()))
            }
        }
    }
}

impl ReviewRow {
    /// About how many bytes it holds in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        let reply = self.0.reply.as_ref().map_or(0, |reply| reply.text.len());
        size_of::<Self>() + self.0.text.len() + self.0.company.len() + reply
    }
}

/// What published reviews are narrowed to. An empty group narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ReviewFilter {
    /// About any of these services.
    pub services: Vec<Service>,
    /// With any of these stars overall, a half counting up.
    pub stars: Vec<Stars>,
}

impl ReviewFilter {
    /// Whether a published review passes. Whatever is not published never does.
    #[must_use]
    pub fn takes(&self, review: &Review) -> bool {
        let overall = (review.quality.get() + review.communication.get()).div_ceil(2);
        review.is_published()
            && (self.services.is_empty() || self.services.contains(&review.service))
            && (self.stars.is_empty() || self.stars.iter().any(|stars| stars.get() == overall))
    }
}

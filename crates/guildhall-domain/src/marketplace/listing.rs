//! Lists of jobs, narrowed as the marketplace's own interface narrowed them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Job, JobStatus, MarketplaceId};
use crate::listing::{Key, Row};

/// A column that jobs are in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum JobColumn {
    /// When the merchant asked for it.
    CreatedAt,
    /// When something last happened.
    LastEventAt,
}

impl JobColumn {
    /// Both.
    pub const ALL: [Self; 2] = [Self::CreatedAt, Self::LastEventAt];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::CreatedAt => "created_at",
            Self::LastEventAt => "last_event_at",
        }
    }
}

impl Row for Job {
    type Id = MarketplaceId;
    type Column = JobColumn;

    fn id(&self) -> &MarketplaceId {
        &self.id
    }

    fn key(&self, column: JobColumn) -> Key<'_> {
        match column {
            JobColumn::CreatedAt => Key::Number(self.created_at.timestamp_micros()),
            JobColumn::LastEventAt => Key::Number(self.last_event_at.timestamp_micros()),
        }
    }
}

/// What a list of jobs is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct JobFilter {
    /// Any of these; empty narrows nothing.
    pub statuses: Vec<JobStatus>,
    /// For this store.
    pub shop: Option<MarketplaceId>,
    /// Asked for at this moment or later.
    pub created_from: Option<DateTime<Utc>>,
    /// Asked for at this moment or earlier.
    pub created_to: Option<DateTime<Utc>>,
    /// Last touched at this moment or later.
    pub last_event_from: Option<DateTime<Utc>>,
    /// Last touched at this moment or earlier.
    pub last_event_to: Option<DateTime<Utc>>,
}

impl JobFilter {
    /// Whether a job passes.
    #[must_use]
    pub fn takes(&self, job: &Job) -> bool {
        (self.statuses.is_empty() || self.statuses.contains(&job.status))
            && self.shop.as_ref().is_none_or(|shop| job.shop.id == *shop)
            && is_within(job.created_at, self.created_from, self.created_to)
            && is_within(job.last_event_at, self.last_event_from, self.last_event_to)
    }
}

fn is_within(at: DateTime<Utc>, from: Option<DateTime<Utc>>, to: Option<DateTime<Utc>>) -> bool {
    from.is_none_or(|from| at >= from) && to.is_none_or(|to| at <= to)
}

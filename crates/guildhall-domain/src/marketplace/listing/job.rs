//! Lists of jobs.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::super::{Job, JobStatus, MarketplaceId};
use super::words_of;
use crate::listing::{Key, Row};
use crate::text::fold;

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

/// A job in a list, with what it is searched by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobRow {
    /// The job, without what the merchant said of it (`requirements`): no list shows that.
    pub job: Job,
    /// One more with every writing of the job.
    pub version: u64,
    text: Box<str>,
}

impl JobRow {
    /// A row of a job as it stands at a version.
    #[must_use]
    pub fn new(mut job: Job, version: u64) -> Self {
        job.requirements = Vec::new();
        let customer = job.customer.as_ref();
        let services = job.services.iter().map(|service| fold(&service.name));
        let words = [
            fold(job.id.as_str()),
            fold(&job.shop.name),
            fold(&job.shop.domain),
            customer.map(|customer| fold(customer.name.as_str())).unwrap_or_default(),
            customer
                .and_then(|customer| customer.email.as_ref())
                .map(|email| fold(email.as_str()))
                .unwrap_or_default(),
        ];
        let text = words.into_iter().chain(services).collect::<Vec<_>>().join("\n").into_boxed_str();
        Self { job, version, text }
    }

    /// About how many bytes the row holds in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        // Each text of the job stands in what is searched too, but for numbers and handles.
        size_of::<Self>() + 3 * self.text.len() + self.job.services.len() * 96 + 128
    }
}

impl Row for JobRow {
    type Id = MarketplaceId;
    type Column = JobColumn;

    fn id(&self) -> &MarketplaceId {
        &self.job.id
    }

    fn key(&self, column: JobColumn) -> Key<'_> {
        match column {
            JobColumn::CreatedAt => Key::Number(self.job.created_at.timestamp_micros()),
            JobColumn::LastEventAt => Key::Number(self.job.last_event_at.timestamp_micros()),
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
    /// Words that must all occur in id, store, customer or services.
    pub search: String,
}

impl JobFilter {
    /// The rows that pass, in one pass.
    pub fn narrow<'a>(&self, rows: impl Iterator<Item = &'a JobRow>) -> Vec<&'a JobRow> {
        let words = words_of(&self.search);
        rows.filter(|row| self.takes(&row.job) && words.iter().all(|word| row.text.contains(word))).collect()
    }

    fn takes(&self, job: &Job) -> bool {
        (self.statuses.is_empty() || self.statuses.contains(&job.status))
            && self.shop.as_ref().is_none_or(|shop| job.shop.id == *shop)
            && is_within(job.created_at, self.created_from, self.created_to)
            && is_within(job.last_event_at, self.last_event_from, self.last_event_to)
    }
}

fn is_within(at: DateTime<Utc>, from: Option<DateTime<Utc>>, to: Option<DateTime<Utc>>) -> bool {
    from.is_none_or(|from| at >= from) && to.is_none_or(|to| at <= to)
}

//! Customers whose jobs go on after merchants lose their access: with them the partner has to arrange something.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::listing::{Key, Row};
use crate::marketplace::{Customer, Job, MarketplaceId, Shop};

/// A store with all of its jobs that go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoingOn {
    /// For which store.
    pub shop: Shop,
    /// Whom to write to: the latest job that says so.
    pub customer: Option<Customer>,
    /// The jobs, the one that was touched last first. There is at least one.
    pub jobs: Vec<JobGoingOn>,
    /// When the first of them ends, in microseconds; `None` if that is known of none.
    ends: Option<i64>,
    /// The store's name as it is sorted by.
    name: String,
}

/// A job that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobGoingOn {
    /// Its name in the marketplace.
    pub id: MarketplaceId,
    /// What was asked for, in the marketplace's words.
    pub services: Vec<String>,
    /// When something last happened.
    pub last_event_at: DateTime<Utc>,
    /// Until when it goes on, if anybody said.
    pub ends_at: Option<DateTime<Utc>>,
}

/// A column that such customers are in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum GoingOnColumn {
    /// When the first of the jobs ends; unknown comes last.
    EndsAt,
    /// The store's name.
    Shop,
}

impl GoingOnColumn {
    /// Both.
    pub const ALL: [Self; 2] = [Self::EndsAt, Self::Shop];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::EndsAt => "ends_at",
            Self::Shop => "shop",
        }
    }
}

impl GoingOn {
    /// Gathers the jobs that outlast the closing, by store. No job is left out, and none is there twice.
    #[must_use]
    pub fn gather<'a>(jobs: impl IntoIterator<Item = &'a Job>, closing: DateTime<Utc>) -> Vec<Self> {
        let mut by_shop: BTreeMap<&MarketplaceId, Vec<&Job>> = BTreeMap::new();
        for job in jobs.into_iter().filter(|job| job.outlasts(closing)) {
            by_shop.entry(&job.shop.id).or_default().push(job);
        }
        by_shop.into_values().filter_map(Self::of).collect()
    }

    fn of(mut jobs: Vec<&Job>) -> Option<Self> {
        jobs.sort_by(|left, right| {
            right.last_event_at.cmp(&left.last_event_at).then_with(|| left.id.cmp(&right.id))
        });
        let shop = jobs.first()?.shop.clone();
        Some(Self {
            customer: jobs.iter().find_map(|job| job.customer.clone()),
            ends: jobs.iter().filter_map(|job| job.ends_at).map(|end| end.timestamp_micros()).min(),
            name: crate::text::fold(&shop.name),
            jobs: jobs.into_iter().map(JobGoingOn::of).collect(),
            shop,
        })
    }
}

impl JobGoingOn {
    fn of(job: &Job) -> Self {
        Self {
            id: job.id.clone(),
            services: job.services.iter().map(|service| service.name.clone()).collect(),
            last_event_at: job.last_event_at,
            ends_at: job.ends_at,
        }
    }
}

impl Row for GoingOn {
    type Id = MarketplaceId;
    type Column = GoingOnColumn;

    fn id(&self) -> &MarketplaceId {
        &self.shop.id
    }

    fn key(&self, column: GoingOnColumn) -> Key<'_> {
        match column {
            GoingOnColumn::EndsAt => self.ends.map_or(Key::Missing, Key::Number),
            GoingOnColumn::Shop => Key::Text(&self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marketplace::JobStatus;

    fn job(id: &str, shop: &str, status: JobStatus, ends_at: Option<&str>) -> Job {
        let at: DateTime<Utc> = "2023-06-01T00:00:00Z".parse().unwrap();
        Job {
            id: id.parse().unwrap(),
            org: "acme".parse().unwrap(),
            created_at: at,
            last_event_at: at + chrono::TimeDelta::days(id.parse().unwrap()),
            status,
            services: Vec::new(),
            requirements: Vec::new(),
            shop: Shop { id: shop.parse().unwrap(), name: format!("Shop {shop}"), domain: String::new() },
            customer: (id == "2").then(|| Customer { name: "Maja".into(), email: None, phone: None }),
            conversation: None,
            confirmed_completed: false,
            ends_at: ends_at.map(|end| end.parse().unwrap()),
        }
    }

    #[test]
    fn exactly_the_open_jobs_that_end_later_or_nobody_knows_when_are_there() {
        let closing = "2023-12-01T00:00:00Z".parse().unwrap();
        let jobs = [
            job("1", "a", JobStatus::Responded, Some("2023-12-15T00:00:00Z")),
            job("2", "a", JobStatus::Opened, None),
            job("3", "a", JobStatus::Completed, None),
            job("4", "b", JobStatus::New, Some("2023-11-30T23:59:59Z")),
            job("5", "c", JobStatus::AwaitingResponse, Some("2023-12-01T00:00:00Z")),
        ];
        let found = GoingOn::gather(&jobs, closing);
        let ids = |row: &GoingOn| row.jobs.iter().map(|job| job.id.to_string()).collect::<Vec<_>>();
        let found: Vec<_> =
            found.iter().map(|row| (row.shop.id.as_str(), ids(row), row.customer.is_some())).collect();
        assert_eq!(
            found,
            [("a", vec!["2".to_owned(), "1".to_owned()], true), ("c", vec!["5".to_owned()], false)]
        );
    }
}

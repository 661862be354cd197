//! Jobs, for the merchant who asked for them: to read, until the marketplace is closed to merchants.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::listing::JobColumn;
use guildhall_domain::marketplace::{Job, JobStatus, MarketplaceId, Message, Requested, Requirement, Shop};
use serde::{Deserialize, Serialize};

use crate::fields::FieldError;
use crate::query::ListQuery;

/// A merchant's job: the partner's organisation, a dot, and the job's name in the marketplace. It grants nothing:
/// whose job it is says the address in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OwnJobId {
    /// The partner.
    pub org: OrgId,
    /// The job.
    pub job: MarketplaceId,
}

/// A text that is not the id of a merchant's job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidOwnJobId;

impl fmt::Display for InvalidOwnJobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("such an id is an organisation, a dot and the name of a job")
    }
}

impl std::error::Error for InvalidOwnJobId {}

impl FromStr for OwnJobId {
    type Err = InvalidOwnJobId;

    fn from_str(text: &str) -> Result<Self, InvalidOwnJobId> {
        let (org, job) = text.split_once('.').ok_or(InvalidOwnJobId)?;
        // One spelling per id: a name is also read behind gid://…/.
        if job.contains('/') {
            return Err(InvalidOwnJobId);
        }
        Ok(Self {
            org: org.parse().map_err(|_| InvalidOwnJobId)?,
            job: job.parse().map_err(|_| InvalidOwnJobId)?,
        })
    }
}

impl fmt::Display for OwnJobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.org, self.job)
    }
}

impl TryFrom<String> for OwnJobId {
    type Error = InvalidOwnJobId;

    fn try_from(text: String) -> Result<Self, InvalidOwnJobId> {
        text.parse()
    }
}

impl From<OwnJobId> for String {
    fn from(id: OwnJobId) -> Self {
        id.to_string()
    }
}

/// Whom a job was given to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobPartner {
    /// What the partner is called.
    pub name: String,
    /// The name in the directory's addresses, if the partner is listed there.
    pub handle: Option<String>,
}

/// A row of a merchant's jobs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnJobItem {
    /// The job's id here.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: OwnJobId,
    /// Whom it was given to.
    pub partner: JobPartner,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
    /// When something last happened.
    pub last_event_at: DateTime<Utc>,
    /// Where it stood when it was exported.
    pub status: JobStatus,
    /// What was asked for.
    pub services: Vec<Requested>,
    /// For which store.
    pub shop: Shop,
    /// Whether the merchant confirmed that it is done.
    pub confirmed_completed: bool,
    /// Until when it was to go on, if anybody said.
    pub ends_at: Option<DateTime<Utc>>,
}

impl OwnJobItem {
    /// A job that this partner has.
    #[must_use]
    pub fn new(job: &Job, partner: JobPartner) -> Self {
        Self {
            id: OwnJobId { org: job.org.clone(), job: job.id.clone() },
            partner,
            created_at: job.created_at,
            last_event_at: job.last_event_at,
            status: job.status,
            services: job.services.clone(),
            shop: job.shop.clone(),
            confirmed_completed: job.confirmed_completed,
            ends_at: job.ends_at,
        }
    }
}

/// A page of a merchant's jobs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnJobPage {
    /// The rows, in order.
    pub items: Vec<OwnJobItem>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
    /// Until when these can be read.
    pub closes_at: DateTime<Utc>,
}

/// One of a merchant's jobs, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnJobDetails {
    /// What the list shows.
    #[serde(flatten)]
    pub item: OwnJobItem,
    /// What the merchant was asked and said.
    pub requirements: Vec<Requirement>,
    /// What the two wrote to each other, oldest first.
    pub messages: Vec<Message>,
    /// Until when this can be read.
    pub closes_at: DateTime<Utc>,
}

/// Which of a merchant's jobs, in which order, which page.
pub type OwnJobQuery = ListQuery<(), JobColumn>;

/// Reads the query of a list of a merchant's jobs.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_own_job_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<OwnJobQuery, Vec<FieldError>> {
    OwnJobQuery::read(pairs, |(), _, _| None)
}

/// Writes a query so that [`read_own_job_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_own_job_query(wanted: &OwnJobQuery) -> Vec<(&'static str, String)> {
    wanted.write(Vec::new())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("acme.123", true)]
    #[case("acme.gid://partners/Job/123", false)]
    #[case("acme", false)]
    #[case("Acme.1", false)]
    #[case("acme.", false)]
    #[case("acme.1.2", false)]
    fn an_id_has_one_spelling(#[case] text: &str, #[case] is_one: bool) {
        let id = text.parse::<OwnJobId>();
        assert_eq!(id.is_ok(), is_one);
        if let Ok(id) = id {
            assert_eq!(id.to_string(), text);
        }
    }
}

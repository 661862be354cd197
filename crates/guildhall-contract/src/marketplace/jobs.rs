//! Jobs, for the partner.

use chrono::{DateTime, Utc};
use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::marketplace::listing::{JobColumn, JobFilter};
use guildhall_domain::marketplace::{Customer, Job, JobStatus, MarketplaceId, Requested, Requirement, Shop};
use serde::{Deserialize, Serialize};

use super::query::{id, moment, write_moment};
use crate::query::{self, ListColumn, ListQuery};

/// The most stores that a page names.
pub const SHOPS_MAX: usize = 100;

/// A row of a table of jobs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobItem {
    /// Its name in the marketplace, without `gid://…/`.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: MarketplaceId,
    /// When the merchant asked for it.
    pub created_at: DateTime<Utc>,
    /// When something last happened.
    pub last_event_at: DateTime<Utc>,
    /// Where it stood when it was exported.
    pub status: JobStatus,
    /// What was asked for.
    pub services: Vec<Requested>,
    /// For which store.
    pub shop: Shop,
    /// For whom; `null` if the marketplace did not say.
    pub customer: Option<Customer>,
    /// The conversation about it, if there is one.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub conversation: Option<MarketplaceId>,
    /// Whether the merchant confirmed that it is done.
    pub confirmed_completed: bool,
    /// Until when it was to go on, if anybody said.
    pub ends_at: Option<DateTime<Utc>>,
}

impl From<&Job> for JobItem {
    fn from(job: &Job) -> Self {
        Self {
            id: job.id.clone(),
            created_at: job.created_at,
            last_event_at: job.last_event_at,
            status: job.status,
            services: job.services.clone(),
            shop: job.shop.clone(),
            customer: job.customer.clone(),
            conversation: job.conversation.clone(),
            confirmed_completed: job.confirmed_completed,
            ends_at: job.ends_at,
        }
    }
}

/// A page of jobs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobPage {
    /// The rows, in order.
    pub items: Vec<JobItem>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
    /// The stores of all jobs whatever the filter, by name: the first hundred.
    pub shops: Vec<Shop>,
}

/// One job, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobDetails {
    /// What the list shows.
    #[serde(flatten)]
    pub item: JobItem,
    /// What the merchant was asked and said.
    pub requirements: Vec<Requirement>,
    /// Whether it is open and goes on after merchants have lost their access, or nobody said until when.
    pub outlasts: bool,
}

impl JobDetails {
    /// A job whose merchant loses access at this moment.
    #[must_use]
    pub fn new(job: &Job, closing: DateTime<Utc>) -> Self {
        Self {
            item: JobItem::from(job),
            requirements: job.requirements.clone(),
            outlasts: job.outlasts(closing),
        }
    }
}

/// Which jobs, in which order, which page.
pub type JobQuery = ListQuery<JobFilter, JobColumn>;

/// Newest first.
const ORDER: Order<JobColumn> = Order { column: JobColumn::CreatedAt, direction: Direction::Desc };

impl ListColumn for JobColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// Reads the query of a list of jobs.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_job_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<JobQuery, Vec<crate::fields::FieldError>> {
    JobQuery::read(pairs, |filter, name, value| {
        Some(match name {
            "statuses" => query::choices(name, value, &JobStatus::ALL, JobStatus::code)
                .map(|found| filter.statuses = found),
            "shop_id" => id(name, value).map(|found| filter.shop = found),
            "created_at_min" => moment(name, value).map(|found| filter.created_from = found),
            "created_at_max" => moment(name, value).map(|found| filter.created_to = found),
            "last_event_at_min" => moment(name, value).map(|found| filter.last_event_from = found),
            "last_event_at_max" => moment(name, value).map(|found| filter.last_event_to = found),
            "q" => query::search(value).map(|found| filter.search = found),
            _ => return None,
        })
    })
}

/// Writes a query so that [`read_job_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_job_query(wanted: &JobQuery) -> Vec<(&'static str, String)> {
    let filter = &wanted.filter;
    wanted.write(vec![
        ("q", filter.search.clone()),
        ("statuses", query::join(&filter.statuses, JobStatus::code)),
        ("shop_id", filter.shop.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("created_at_min", write_moment(filter.created_from)),
        ("created_at_max", write_moment(filter.created_to)),
        ("last_event_at_min", write_moment(filter.last_event_from)),
        ("last_event_at_max", write_moment(filter.last_event_to)),
    ])
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::fields::FieldCode;

    #[test]
    fn a_query_reads_back_as_written() {
        let at = |text: &str| Some(text.parse().unwrap());
        let wanted = JobQuery {
            filter: JobFilter {
                statuses: vec![JobStatus::New, JobStatus::AwaitingResponse],
                shop: Some("77".parse().unwrap()),
                created_from: at("2023-01-01T00:00:00Z"),
                created_to: at("2023-09-30T23:59:59.5Z"),
                last_event_from: at("2023-02-01T00:00:00Z"),
                last_event_to: at("2023-10-01T00:00:00Z"),
                search: "anna@acme".to_owned(),
            },
            order: Order { column: JobColumn::LastEventAt, direction: Direction::Asc },
            limit: 7,
            cursor: Some("abc".to_owned()),
        };
        let written = write_job_query(&wanted);
        let pairs = written.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(read_job_query(pairs), Ok(wanted));
        assert!(write_job_query(&JobQuery::default()).is_empty());
    }

    #[rstest]
    #[case("statuses", "NEW,PAUSED", FieldCode::ChoiceUnknown)]
    #[case("statuses", "new", FieldCode::ChoiceUnknown)]
    #[case("shop_id", "a b", FieldCode::IdInvalid)]
    #[case("created_at_min", "2023-01-01", FieldCode::MomentInvalid)]
    #[case("last_event_at_max", "soon", FieldCode::MomentInvalid)]
    #[case("status", "NEW", FieldCode::Unknown)]
    fn a_wrong_parameter_is_named(#[case] name: &str, #[case] value: &str, #[case] code: FieldCode) {
        let errors = read_job_query([(name, value)]).unwrap_err();
        assert_eq!((errors[0].parameter.as_deref(), errors[0].code), (Some(name), code));
    }

    #[test]
    fn a_store_is_named_with_and_without_its_prefix() {
        let of = |text: &str| read_job_query([("shop_id", text)]).unwrap().filter.shop;
        assert_eq!(of("gid://partners/Shop/77"), of("77"));
    }
}

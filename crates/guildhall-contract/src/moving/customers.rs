//! The customers whose jobs go on after the marketplace is closed to them.

use chrono::{DateTime, Utc};
use guildhall_domain::actor::Stamp;
use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::migration::{GoingOn, GoingOnColumn, JobGoingOn};
use guildhall_domain::personal::Personal;
use serde::{Deserialize, Serialize};

use crate::fields::FieldError;
use crate::query::{ListColumn, ListQuery};

/// A customer whose jobs go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CustomerGoingOn {
    /// The store's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub shop: MarketplaceId,
    /// The store's name.
    pub shop_name: String,
    /// The store's own address.
    pub shop_domain: String,
    /// Whom to write to, if a job says so.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub name: Option<Personal>,
    /// Their address.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub email: Option<Personal>,
    /// Their number.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub phone: Option<Personal>,
    /// The jobs that go on, the one that was touched last first; 20 at most.
    pub jobs: Vec<GoingOnEntry>,
    /// How many jobs go on.
    pub total: usize,
    /// Who contacted them, and when; `null` if nobody did.
    pub contacted: Option<Stamp>,
}

/// A job that goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GoingOnEntry {
    /// Its name in the marketplace.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: MarketplaceId,
    /// What was asked for, in the marketplace's words.
    pub services: Vec<String>,
    /// When something last happened.
    pub last_event_at: DateTime<Utc>,
    /// Until when it goes on, if anybody said.
    pub ends_at: Option<DateTime<Utc>>,
}

/// So many jobs of one customer are shown.
const SHOWN_JOBS: usize = 20;

impl CustomerGoingOn {
    /// A customer with the tick that stands beside it.
    #[must_use]
    pub fn new(customer: &GoingOn, contacted: Option<Stamp>) -> Self {
        let (shop, person) = (&customer.shop, customer.customer.as_ref());
        Self {
            shop: shop.id.clone(),
            shop_name: shop.name.clone(),
            shop_domain: shop.domain.clone(),
            name: person.map(|person| person.name.clone()),
            email: person.and_then(|person| person.email.clone()),
            phone: person.and_then(|person| person.phone.clone()),
            jobs: customer.jobs.iter().take(SHOWN_JOBS).map(GoingOnEntry::from).collect(),
            total: customer.jobs.len(),
            contacted,
        }
    }
}

impl From<&JobGoingOn> for GoingOnEntry {
    fn from(job: &JobGoingOn) -> Self {
        Self {
            id: job.id.clone(),
            services: job.services.clone(),
            last_event_at: job.last_event_at,
            ends_at: job.ends_at,
        }
    }
}

/// A page of the customers whose jobs go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GoingOnPage {
    /// The customers, in order.
    pub items: Vec<CustomerGoingOn>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
}

/// In which order, which page. Nothing narrows the list.
pub type GoingOnQuery = ListQuery<(), GoingOnColumn>;

impl ListColumn for GoingOnColumn {
    const ALL: &'static [Self] = &Self::ALL;
    /// What ends first comes first.
    const ORDER: Order<Self> = Order { column: Self::EndsAt, direction: Direction::Asc };

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// Reads the query of the customers.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_going_on_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<GoingOnQuery, Vec<FieldError>> {
    GoingOnQuery::read(pairs, |(), _, _| None)
}

/// Writes a query so that [`read_going_on_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_going_on_query(wanted: &GoingOnQuery) -> Vec<(&'static str, String)> {
    wanted.write(Vec::new())
}

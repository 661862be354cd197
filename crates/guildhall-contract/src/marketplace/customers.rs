//! The customers of a partner's jobs and conversations.

use chrono::{DateTime, Utc};
use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::marketplace::listing::{CustomerColumn, CustomerFilter, CustomerId, CustomerRow};
use guildhall_domain::marketplace::{Customer, MarketplaceId};
use serde::{Deserialize, Serialize};

use crate::fields::FieldError;
use crate::query::{self, ListColumn, ListQuery};

/// A row of a table of customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CustomerItem {
    /// What tells them apart: 32 hexadecimal digits.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: CustomerId,
    /// Name, address and number, as the newest job or conversation has them.
    pub customer: Customer,
    /// Their stores' names, in order.
    pub shops: Vec<String>,
    /// How many jobs they had.
    pub jobs: u32,
    /// How many of those are open.
    pub open_jobs: u32,
    /// The id of their newest job; `null` for whoever only wrote.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub newest_job: Option<MarketplaceId>,
    /// When something last happened with them; `null` if nothing ever did.
    pub last_event_at: Option<DateTime<Utc>>,
}

impl From<&CustomerRow> for CustomerItem {
    fn from(row: &CustomerRow) -> Self {
        Self {
            id: row.id.clone(),
            customer: row.customer.clone(),
            shops: row.shops.iter().cloned().collect(),
            jobs: row.jobs,
            open_jobs: row.open_jobs,
            newest_job: row.newest_job.clone(),
            last_event_at: row.last_event_at,
        }
    }
}

/// A page of customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CustomerPage {
    /// The rows, in order.
    pub items: Vec<CustomerItem>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
}

/// Which customers, in which order, which page.
pub type CustomerQuery = ListQuery<CustomerFilter, CustomerColumn>;

/// By name.
const ORDER: Order<CustomerColumn> = Order { column: CustomerColumn::Name, direction: Direction::Asc };

impl ListColumn for CustomerColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// Reads the query of a list of customers.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_customer_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<CustomerQuery, Vec<FieldError>> {
    CustomerQuery::read(pairs, |filter, name, value| {
        Some(match name {
            "q" => query::search(value).map(|found| filter.search = found),
            _ => return None,
        })
    })
}

/// Writes a query so that [`read_customer_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_customer_query(wanted: &CustomerQuery) -> Vec<(&'static str, String)> {
    wanted.write(vec![("q", wanted.filter.search.clone())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_reads_back_as_written() {
        let wanted = CustomerQuery {
            filter: CustomerFilter { search: "anna@acme".to_owned() },
            order: Order { column: CustomerColumn::LastEventAt, direction: Direction::Desc },
            limit: 7,
            cursor: None,
        };
        let written = write_customer_query(&wanted);
        let pairs = written.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(read_customer_query(pairs), Ok(wanted));
    }
}

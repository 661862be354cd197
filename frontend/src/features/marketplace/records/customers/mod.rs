//! The partner's customers of the marketplace: whoever jobs and conversations were with.

mod address;
mod columns;
mod page;
mod wording;

pub use page::CustomersPage;

use guildhall_contract::marketplace::{CustomerPage, CustomerQuery};

use crate::features::list::Listing;

type Customers = Listing<CustomerQuery, CustomerPage>;

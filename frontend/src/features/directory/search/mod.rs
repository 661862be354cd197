//! `/directory/search`: the search with its filters, orders and pages, all of it in the address.

mod address;
mod chips;
mod country;
mod facets;
mod finder;
mod group;
mod notices;
mod page;
mod pager;
mod results;
mod why;

use std::sync::Arc;

use guildhall_contract::directory::DirectoryPage;
pub(super) use page::SearchScreen;

use crate::features::address::Address;

type SearchAddress = Address<address::Asked>;
type Shared = Arc<DirectoryPage>;

//! The partner's jobs of the marketplace: the list.

mod address;
mod columns;
mod filters;
mod page;
mod stores;
mod wording;

pub use page::JobsPage;
pub(in crate::features::marketplace) use wording::name_of_order;

use guildhall_contract::marketplace::{JobPage, JobQuery};

use crate::features::list::Listing;

type Jobs = Listing<JobQuery, JobPage>;

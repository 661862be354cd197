//! A merchant's own jobs of the marketplace: to read inside the directory, in the window between its opening and the
//! closing of the marketplace, and no longer.

mod closed;
mod columns;
mod job;
mod page;
mod presence;
mod query;
mod wording;

pub use job::ExistingJobPage;
pub use page::ExistingJobsPage;
pub use presence::{ExistingJobsLink, has_existing_jobs};

use guildhall_contract::marketplace::OwnJobPage;

use crate::features::list::Listing;

use query::OwnJobQuery;

type OwnJobs = Listing<OwnJobQuery, OwnJobPage>;

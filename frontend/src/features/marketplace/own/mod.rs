//! A merchant's own jobs of the marketplace: to read inside the directory, in the window between its opening and the
//! closing of the marketplace, and no longer.

mod address;
mod closed;
mod columns;
mod job;
mod page;
mod presence;
mod wording;

pub use job::ExistingJobPage;
pub use page::ExistingJobsPage;
pub use presence::{ExistingJobsLink, has_existing_jobs};

use guildhall_contract::marketplace::{OwnJobPage, OwnJobQuery};

use crate::features::list::Listing;

type OwnJobs = Listing<OwnJobQuery, OwnJobPage>;

//! What is left of the Experts Marketplace, all of it to read: the partner's records, and a merchant's own jobs.

mod conversation;
mod customer;
mod facts;
mod file;
mod one;
mod own;
mod records;
mod requirements;
mod status;

pub use own::{ExistingJobPage, ExistingJobsLink, ExistingJobsPage, has_existing_jobs};
pub use records::{ConversationPage, ConversationsPage, CustomersPage, DownloadPage, JobPage, JobsPage};

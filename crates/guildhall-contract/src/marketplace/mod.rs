//! The records of the Experts Marketplace as they are answered. Nothing here is one of the directory's types, and no
//! type of the directory is made of one of these: what follows the marketplace ends with it.

mod conversations;
mod customers;
mod jobs;
mod own_jobs;
mod query;

pub use conversations::{
    ConversationDetails, ConversationItem, ConversationPage, ConversationQuery, read_conversation_query,
    write_conversation_query,
};
pub use customers::{CustomerItem, CustomerPage, CustomerQuery, read_customer_query, write_customer_query};
pub use jobs::{JobDetails, JobItem, JobPage, JobQuery, SHOPS_MAX, read_job_query, write_job_query};
pub use own_jobs::{
    InvalidOwnJobId, JobPartner, OwnJobDetails, OwnJobId, OwnJobItem, OwnJobPage, OwnJobQuery,
    read_own_job_query, write_own_job_query,
};

/// The page that says what moves, which every answer links to.
pub const MOVING_PAGE: &str = "/directory/moving";

//! The programme's decisions: profiles that wait for approval, and reviews that somebody reported.

mod compare;
mod decide;
mod decision;
mod find;
mod profile;
mod queue;
mod report;

pub use profile::ProfilePage;
pub use queue::QueuePage;

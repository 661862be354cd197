//! The review of a profile that was brought over: field by field what was and what is, and what became of the rest.

mod page;
mod progress;
mod report;
mod step;

pub use page::MigratedProfilePage;

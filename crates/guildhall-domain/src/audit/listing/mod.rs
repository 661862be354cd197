//! The rows of the log, and how they are searched, filtered and sorted.

mod filter;
mod row;

pub use filter::{ActCounts, AuditFilter};
pub use row::{AuditColumn, AuditRow};

#[cfg(test)]
mod tests;

//! Reviews: what merchants say about partners that worked for them.

mod aggregate;
mod decision;
mod listing;
mod policy;
mod ratings;

pub use aggregate::{RatingsMove, Reply, Report, Review, ReviewRefusal, ReviewStatus, Written};
pub use decision::{Decision, Verdict};
pub use listing::{ReviewColumn, ReviewFilter, ReviewRow};
pub use policy::{HOLD, RemovalReason, ReportReason};
pub use ratings::{Ratings, Stars};

//! `/directory/<handle>`: a partner's own page, from the API.

mod report;
mod reviews;
mod screen;

pub(in crate::features) use report::{Report, Reported};
pub(super) use screen::ProfileScreen;

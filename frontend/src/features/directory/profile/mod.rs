//! `/directory/<handle>`: a partner's own page, from the API.

mod report;
mod reviews;
mod screen;

pub(super) use screen::ProfileScreen;

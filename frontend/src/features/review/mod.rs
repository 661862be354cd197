//! Writing a review: `/directory/<handle>/review`.

mod form;
mod screen;
mod stars;
mod written;

pub(super) use screen::ReviewScreen;

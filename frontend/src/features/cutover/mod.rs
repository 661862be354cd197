//! The dates of the move from the Experts Marketplace, as administrators set them, and what there is to say while the
//! directory is not open.

mod confirm;
mod desk;
mod form;
mod not_open;
mod page;
mod preview;
mod words;

pub use not_open::{NotOpenYet, is_closed};
pub use page::DatesPage;

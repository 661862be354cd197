//! The directory in the application: the search, and the public pages for when no file of them is at hand.
//!
//! Links between these pages stay in the application: it is loaded already, so a profile is one small answer
//! away, and the way back keeps the search as it was. Files are for who arrives from elsewhere.

mod account;
mod head;
mod moving;
mod pages;
mod profile;
mod public;
mod screen;
mod search;
mod waiting;

pub(super) use profile::{Report, Reported};
pub use public::Directory;
pub(super) use waiting::PageWaiting;

//! What is kept of a person, and what becomes of it when they want it gone.
//!
//! [`treatment`] decides it for every kind of item there is; the store does as it says, and the screens explain by its
//! words. A test of the store holds that no kind of item is missing.

mod known;
mod subject;
mod treatment;

pub use known::Known;
pub use subject::{STRUCK, Subject};
pub use treatment::{Fate, Holding, Tie, Treatment, treatment};

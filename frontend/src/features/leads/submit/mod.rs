//! Submitting a lead.

mod aside;
mod form;
mod origin;
mod page;
mod question;
mod sections;
mod words;

pub use page::{SubmitPlus, SubmitPos};
pub(super) use question::question;
pub(super) use words::{choice_words, field_words, required_words};

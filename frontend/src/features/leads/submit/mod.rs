//! Submitting a lead.

mod aside;
mod begin;
mod form;
mod known;
mod origin;
mod page;
mod question;
mod sections;
mod words;

pub(in crate::features) use begin::begin_with;
pub(in crate::features) use known::own_line;
pub use page::{SubmitPlus, SubmitPos};
pub(super) use question::question;
pub(super) use words::{choice_words, field_words, required_words};

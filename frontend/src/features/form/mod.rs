//! What all forms share: answers that outlive the page, the contract's own check, and the words of what is wrong.

mod answers;
mod draft;
mod faults;
mod restored;
mod state;

pub(super) use answers::{Answers, json};
pub(super) use draft::Draft;
pub(super) use faults::{field_of, words as fault_words};
pub(super) use restored::Restored;
pub(super) use state::{Form, Spec};

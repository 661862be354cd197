//! Leads: the list for partners and for the sales team, submitting one, and the page of one with all
//! that can be done about it.

mod actions;
mod assign;
mod due;
mod import;
mod lead;
mod list;
mod refusals;
mod roster_state;
mod submit;

pub use import::ImportPage;
pub use lead::LeadPage;
pub(super) use lead::telephone;
pub use list::LeadsPage;
pub(super) use list::shown_website;
pub(super) use refusals::explanation as refusal_words;
pub use submit::{SubmitPlus, SubmitPos};
pub(super) use submit::{begin_with, own_line};

//! Leads: the list for partners and for the sales team, submitting one, and the page of one with all
//! that can be done about it.

mod actions;
mod form;
mod lead;
mod list;
mod submit;

pub use lead::LeadPage;
pub use list::LeadsPage;
pub use submit::{SubmitPlus, SubmitPos};

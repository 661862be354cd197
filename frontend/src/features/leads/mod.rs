//! Leads: the list for partners and for the sales team.

mod list;

pub use list::LeadsPage;

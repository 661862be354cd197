//! The sales team: who is on it, what each covers, and who gets a lead that nobody covers.

mod conflict;
mod countries;
mod coverage;
mod desk;
mod editing;
mod fields;
mod page;
mod products;
mod question;
mod representative;
mod roster;
mod spec;

pub use page::TeamPage;
pub use representative::{NewRepresentativePage, RepresentativePage};

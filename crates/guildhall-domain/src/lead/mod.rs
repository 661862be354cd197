//! A lead: a merchant whom a partner hands to the platform's sales team.
//!
//! [`Lead`] is the aggregate, [`Command`] what may be asked of it, [`Event`] what happened to it, and
//! [`Refusal`] why something may not happen. The rules themselves stand in [`crate::policy`].

mod aggregate;
mod care;
pub mod chain;
mod command;
mod event;
mod facts;
mod field;
mod form;
mod guards;
mod import;
pub mod listing;
mod record;
mod refusal;

pub use aggregate::{Lead, MAX_EVENTS, NewLead, ReopenProposal};
pub use care::{InformationRequest, Plan, Plans, Told};
pub use chain::EventHash;

pub use command::{AwardCheck, Command, CommandKind};
pub use event::{Event, EventKind, FieldChange, StatusChange};
pub use facts::{Facts, Hold, Outcome, Product, Standing, Status, Support, Track};
pub use field::LeadField;
pub use form::{
    AnnualRevenue, ExpectedTiming, LeadForm, PaymentsInterest, PlusDetails, PosDetails, ProductDetails,
};
pub use import::ROWS_A_DAY;
pub use refusal::Refusal;

//! The policy table: what may happen to a lead, what its partner is told, and under which terms.
//!
//! Everything that the programme might change stands here as data. The server decides by it, the
//! screens offer by it, and mail words itself by it, so a change is one cell in one place.

mod activity;
pub mod calendar;
mod dates;
mod next_step;
pub mod ranking;
mod reason;
mod service_level;
mod status_text;
mod terms;
mod transition;
mod words;

pub use activity::{ACTIVE_MONTHS, active_until, keeps_active};
pub use dates::{day_in_words, month_in_words};
pub use next_step::{Cell, Mover, NEXT_STEPS, NextStep, next_step};
pub use reason::{REASONS, Reason, ReasonCode};
pub use service_level::{Due, Promise, SERVICE_LEVELS, ServiceLevel, service_level};
pub use status_text::{
    STATUS_MEANINGS, StatusMeaning, meaning, outcome_name, product_name, status_name, support_name,
};
pub use terms::{
    Estimate, FeeBase, Fees, Grant, LIST_PRICES, ListPrice, Rhythm, TERMS, Terms, estimate, list_price,
    terms_at, terms_by_id, terms_for,
};
pub use transition::{Effect, Guard, Needs, TRANSITIONS, Target, Transition, may_ever};
pub use words::{Language, Words};

use chrono::NaiveDate;

/// The day the table of submitted leads was added. Leads from before it may be missing from it, and
/// organisations that are older than it are told so.
pub const LEADS_TABLE_SINCE: NaiveDate = NaiveDate::from_ymd_opt(2024, 3, 1).expect("1 March 2024 is a day");

//! Guildhall over HTTP, as each kind of user.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

mod contacting;
mod describing;
mod export;
mod fields;
mod fuzz;
mod history;
mod isolation;
mod listing;
mod moving;
mod profiles;
mod submitting;
mod support;
mod tokens;

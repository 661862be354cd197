//! Guildhall over HTTP, as each kind of user.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

mod answering;
mod archives;
mod auditing;
mod clearance;
mod contacting;
mod cutover;
mod deliveries;
mod describing;
mod digests;
mod directory;
mod export;
mod fields;
mod financials;
mod fuzz;
mod history;
mod importing;
mod inquiries;
mod isolation;
mod lead_mailing;
mod listing;
mod long_exports;
mod mailing;
mod members;
mod moving;
mod organisations;
mod owner_mails;
mod payouts;
mod platform_events;
mod privacy;
mod profile_editing;
mod profiles;
mod programs;
mod promises;
mod receipts;
mod reviewing;
mod roles;
mod sales_team;
mod settings;
mod submitting;
mod support;
mod teamwork;
mod tokens;
mod webhooks;

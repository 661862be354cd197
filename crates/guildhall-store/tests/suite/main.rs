//! The store against two emulators of DynamoDB: one body per rule, run on each.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

mod api_tokens;
mod archive;
mod audit;
mod checks;
mod commits;
mod creation;
mod cursors;
mod cutover;
mod directory_units;
mod erasing;
mod faults;
mod images;
mod inquiries;
mod lead_work;
mod mail;
mod mail_decisions;
mod mail_reports;
mod marketplace;
mod members;
mod migrations;
mod moving;
mod others;
mod people;
mod platform_events;
mod privacy;
mod profiles;
mod referrals;
mod reviews;
mod sizes;
mod support;
mod team;
mod units;
mod views;
mod webhooks;

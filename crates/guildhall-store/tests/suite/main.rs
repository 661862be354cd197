//! The store against two emulators of DynamoDB: one body per rule, run on each.

mod commits;
mod creation;
mod cursors;
mod erasing;
mod others;
mod referrals;
mod support;
mod units;
mod views;

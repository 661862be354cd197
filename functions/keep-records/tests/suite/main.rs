//! What is kept of which change, against the table on the embedded database.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

mod bench;
mod hooking;
mod keeping;
mod people;
mod telling_again;

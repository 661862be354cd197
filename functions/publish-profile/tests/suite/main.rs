//! What is published, against the table on the embedded database and a store of files in memory.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

mod bench;
mod converging;
mod failing;
mod opening;
mod partners;
mod publishing;
mod reviews;

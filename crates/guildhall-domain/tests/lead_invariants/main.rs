//! The invariants of a lead, over random commands by every role on every product and support, and cell by cell.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

mod cells;
mod chain;
mod random;
mod world;

//! Mail against what it meets outside: the table, the carrier, and other workers.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

mod digests;
mod inquiries;
mod invitations;
mod leads;
mod owners;
mod posting;
mod refusals;
mod ses;
mod storm;
mod support;

//! The rules of Guildhall: what a lead is, who may move it where, and what follows from it.
//!
//! Nothing here reads a clock, a table or the network, and the crate builds for `wasm32`, so the
//! server, the screens and the mail all read the same rules. Start with [`policy`] for the tables and
//! [`lead::Lead`] for the aggregate that obeys them.

pub mod actor;
pub mod api_token;
pub mod archive;
pub mod audit;
pub mod clearance;
pub mod clock;
pub mod country;
pub mod cutover;
pub mod delivery;
pub mod desk;
pub mod directory;
pub mod failure;
pub mod ids;
pub mod inquiry;
pub mod lead;
pub mod limit;
pub mod listing;
pub mod marketplace;
pub mod migration;
pub mod money;
pub mod notice;
pub mod organisation;
pub mod payout;
pub mod personal;
pub mod policy;
pub mod privacy;
pub mod profile;
pub mod referral;
pub mod representative;
pub mod review;
pub mod taxonomy;
pub mod text;
pub mod webhook;

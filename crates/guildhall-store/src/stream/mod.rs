//! What happened to the table, as its stream tells it: each [`Change`] carries an item as it was before
//! one write and as it was after it. Everything that workers do follows from these two, so nothing can be
//! told to anybody that was not written, and nothing that was written can go untold.

mod change;
mod digest;
mod directory;
mod earnings;
mod inquiry;
mod kept;
mod lead;
mod mail;
mod member;
mod record;
#[cfg(feature = "stream-source")]
mod source;

pub use change::{Change, Image};
pub use digest::digest;
pub use directory::{partner_profile, public_copy, review};
pub use earnings::{ledger_entry, payout, referral};
pub use inquiry::inquiry;
pub use kept::{KeptChange, kept_change};
pub use lead::{LeadChange, lead, lead_change};
pub use mail::mail_decision;
pub use member::{HouseChange, Revised, house_change, invited};
#[cfg(feature = "stream-source")]
pub use source::{Page, Shard, Start, StreamSource};

//! Referrals: the merchants that a partner referred, the ledger of what each of them earned, and the accounts that
//! payouts are made from.
//!
//! The ledger is a list of entries that are only ever added ([`LedgerEntry`]). A record keeps the sum of its entries and an
//! account the sums of its periods; all three move in one transaction ([`Booking`]). Two things book: what happens to
//! leads ([`change_of`]) and what the platform tells ([`PlatformEvent::onto`]).

mod account;
mod applying;
mod booking;
mod change;
mod entry;
mod event;
pub mod history;
mod id;
pub mod ledger;
pub mod listing;
mod record;
mod source;
mod sums;

pub use account::Account;
pub use booking::{Booking, NotBooked};
pub use change::{LeadMoment, ReferralChange, change_of};
pub use entry::{Booked, Cause, CauseKind, CausedBy, EntryId, InvalidEntryId, LedgerEntry, LedgerKind};
pub use event::{
    CLOCKS_DIFFER, EventId, EventType, Happening, InvalidEventId, MOST_OF_ONE_EVENT, Merchant, PlatformEvent,
};
pub use id::{InvalidReferralId, ReferralId};
pub use record::{ChosenPlan, Plan, ReferralRecord, ReferralState};
pub use source::{InvalidSource, Source, SourceCode};
pub use sums::Sums;

//! Who belongs to an organisation or to the platform's own people, and who is invited.

mod confirm;
mod invite;
mod invited;
mod keeping;
mod page;
mod people;
mod role;
mod roster;
mod words;

pub use page::{MembersPage, StaffPage};

pub(super) use invite::Invite;
pub(super) use keeping::Keeping;
pub(super) use people::{People, Questions};
pub(super) use words::{not_kept, role_hint, role_word};

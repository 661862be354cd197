//! What the reader gets by mail, where, and in which language.

mod conflict;
mod desk;
mod lead_address;
mod page;
mod topics;

pub use page::SettingsPage;

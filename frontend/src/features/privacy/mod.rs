//! What is kept of a person: found, handed over, erased. For administrators.

mod desk;
mod erase;
mod export;
mod found;
mod page;
mod progress;
mod report;

pub use page::PrivacyPage;

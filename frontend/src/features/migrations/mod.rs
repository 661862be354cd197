//! Moving profiles and records over from the Experts Marketplace: files are read here, record by record, what would
//! become of them is shown, and then they are taken over, batch by batch. Whatever a run did can be taken back.

mod bad;
mod choose;
mod columns;
mod figures;
mod outcome;
mod page;
mod pass;
mod profile;
mod profiles;
mod progress;
mod refused;
mod roll_back;
mod runs;
mod sheets;
mod source;
mod words;
mod work;

pub use page::MigrationsPage;

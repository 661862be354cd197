//! What is left of the Experts Marketplace: jobs and conversations. They are imported, taken back, and otherwise only
//! read. What a run wrote over is kept beneath it, so that the run can be taken back.

mod erase;
mod import;
mod layer;
mod merchant;
mod read;
mod undo;
mod view;

use crate::Table;

pub use import::{Imported, RECORD_BYTES_MAX};
pub use merchant::MerchantKey;
pub use read::Stretch;
pub use undo::Undone;

/// The records of the Experts Marketplace.
#[derive(Debug, Clone)]
pub struct Marketplace {
    table: Table,
}

impl Marketplace {
    /// The records of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }
}

//! Runs of the migration from the Experts Marketplace, and the profiles that they bring. Jobs and conversations are
//! [`crate::Marketplace`]'s.

mod lock;
mod notes;
mod profiles;
mod runs;
mod undo;

use crate::Table;

pub use lock::Holding;
pub use notes::NotedBatch;
pub use profiles::{KnownPartner, ProfileWrite};
pub use runs::RunStretch;
pub use undo::ProfileUndone;

/// The runs of the table.
#[derive(Debug, Clone)]
pub struct Migrations {
    table: Table,
}

impl Migrations {
    /// The runs of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }
}

//! The one table, as each function reaches it.

use guildhall_store::Table;

use crate::TABLE_NAME;
use crate::roles::endpoint_of;

/// Gives each function its own way to the table, through the gate that knows its role.
#[derive(Debug, Clone)]
pub(crate) struct Tables {
    gate: String,
}

impl Tables {
    /// Ways to the table through the gate at this address, as `http://127.0.0.1:40123`.
    pub(crate) fn at(gate: &str) -> Self {
        Self { gate: gate.to_owned() }
    }

    /// The table as the function with this binary reaches it.
    pub(crate) fn of(&self, function: &str) -> Table {
        Table::connect(&endpoint_of(&self.gate, function), TABLE_NAME)
    }

    /// A function's name with what is made of its table. Named once, it cannot be given another one's.
    pub(crate) fn hand<T>(&self, function: &'static str, make: impl FnOnce(Table) -> T) -> (&'static str, T) {
        (function, make(self.of(function)))
    }
}

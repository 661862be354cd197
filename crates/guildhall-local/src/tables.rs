//! The one table, as each function reaches it.

use guildhall_store::Table;

use crate::TABLE_NAME;

/// Gives each function its own way to the table, as each has its own role in AWS.
#[derive(Debug, Clone)]
pub(crate) struct Tables {
    endpoint: String,
}

impl Tables {
    /// Ways to the table at a DynamoDB endpoint, as `http://127.0.0.1:8000`.
    pub(crate) fn at(endpoint: &str) -> Self {
        Self { endpoint: endpoint.to_owned() }
    }

    /// The table as the function with this binary reaches it.
    pub(crate) fn of(&self, function: &str) -> Table {
        let _ = function;
        Table::connect(&self.endpoint, TABLE_NAME)
    }

    /// A function's name with what is made of its table. Named once, it cannot be given another one's.
    pub(crate) fn hand<T>(&self, function: &'static str, make: impl FnOnce(Table) -> T) -> (&'static str, T) {
        (function, make(self.of(function)))
    }
}

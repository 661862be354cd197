//! Records as they were found in a file.

use guildhall_domain::migration::RecordKind;
use serde_json::{Map, Value};

/// What the list of such records is called in a file.
#[must_use]
pub fn list_name(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Profile => "profiles",
        RecordKind::Job => "jobs",
        RecordKind::Conversation => "conversations",
    }
}

/// Where a record begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// At a byte of a JSON file, from 0.
    Byte(u64),
    /// In a line of a table, from 1.
    Line(u32),
}

/// What is wrong with a record before anybody has looked at what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// Larger than may be sent.
    TooLarge {
        /// The most, in bytes.
        max: usize,
    },
    /// A number, a text, a list or nothing, where a record was expected.
    NotAnObject,
    /// A row with more or fewer cells than there are columns.
    CellCount {
        /// How many columns there are.
        expected: usize,
        /// How many cells it has.
        found: usize,
    },
}

/// A record of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it is, by the list that it is in.
    pub kind: RecordKind,
    /// Its place in that list, from 1.
    pub place: u32,
    /// Where it begins.
    pub at: Where,
    /// What it says, in the shape of the JSON export whatever the file is.
    pub value: Result<Map<String, Value>, Unusable>,
}

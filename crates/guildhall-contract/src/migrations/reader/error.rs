//! Why a file cannot be read to its end, and where.

use guildhall_domain::migration::RecordKind;

/// A place in a file of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The byte, from 0.
    pub byte: u64,
    /// The list and the element in it, from 1, if it is inside one.
    pub element: Option<(RecordKind, u32)>,
}

/// Why a file cannot be read to its end. What is wrong with one record alone stands at the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// Larger than [`super::FILE_MAX`] bytes.
    TooLarge {
        /// The most.
        max: u64,
    },
    /// Nothing stands in it.
    Empty,
    /// Neither UTF-8 nor, for a table, UTF-16 with a byte order mark.
    Encoding {
        /// The first byte that does not fit, from 0.
        byte: u64,
    },
    /// JSON, but not an object of lists.
    NotLists {
        /// Where the lists should have begun.
        byte: u64,
    },
    /// A member that must be a list, and is something else.
    ListExpected {
        /// Which.
        kind: RecordKind,
        /// Where it begins.
        byte: u64,
    },
    /// It is no JSON.
    Broken(Spot),
    /// It ends in the middle.
    Truncated(Spot),
    /// The first line names no column of profiles or jobs.
    NoHeader,
    /// Columns that nobody knows.
    UnknownColumns(Vec<String>),
    /// Columns that are there more than once.
    RepeatedColumns(Vec<&'static str>),
    /// Columns without which no record can be made.
    MissingColumns(Vec<&'static str>),
    /// A quote that is never closed.
    QuoteOpen {
        /// Where it was opened.
        line: u32,
    },
    /// Something behind a closing quote that is neither a separator nor the line's end.
    QuoteMisplaced {
        /// Where.
        line: u32,
    },
    /// More than [`super::RECORDS_MAX`] records.
    TooManyRecords {
        /// The most.
        max: u32,
    },
    /// No record at all.
    NoRecords,
}

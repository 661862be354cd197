//! Leads out of a file: the file's columns and how they are read, the rows as they travel, and what becomes of each.
//!
//! The file is read where it is, in the browser; what travels are rows. Each row is a lead form of its own, judged by the
//! very rules of the form, and known again by the partner's own reference.

mod cells;
mod column;
mod decode;
mod file;
mod header;
mod rows;
mod template;
mod wire;

pub(crate) use cells::{Record, Records};
pub(crate) use column::plain;
pub use column::{COLUMNS, Column};
pub use file::{FileError, FileRow, LeadFile, read_file};
pub(crate) use header::{SEPARATORS, header};
pub use rows::pieces;
pub(crate) use template::first_line;
pub use template::{Separator, template};
pub use wire::{
    ImportAnswer, ImportBody, ImportRequest, ImportRow, RequestRow, RowAnswer, RowOutcome, read_import,
    read_import_row,
};

/// The most rows of one file, and the most that an organisation may import in a day.
pub const ROWS_MAX: usize = 10_000;
/// The most rows of one request.
pub const PIECE_MAX: usize = 100;
/// The largest body of one request, in bytes: a hundred rows with the longest descriptions fit, unless they are written
/// in letters of several bytes each. [`pieces`] counts both.
pub const IMPORT_BODY_MAX: usize = 512 * 1024;
/// The largest file, in bytes: far more than [`ROWS_MAX`] rows come to.
pub const FILE_MAX: usize = 20 * 1024 * 1024;

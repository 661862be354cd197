//! A file of leads: its columns by their names, its rows as lead forms.

use std::collections::BTreeMap;

use guildhall_domain::text::fold;
use serde_json::{Map, Value};

use super::cells::{Record, Records};
use super::decode::decode;
use super::header::header;
use super::wire::read_import_row;
use super::{COLUMNS, Column, FILE_MAX, ROWS_MAX};
use crate::fields::{FieldCode, FieldError};

/// How much of a name that nobody knows is repeated.
const SHOWN: usize = 60;

/// Why a file cannot be read at all. What is wrong with one row alone stands at the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// Larger than [`FILE_MAX`] bytes.
    TooLarge {
        /// The most.
        max: usize,
    },
    /// Neither UTF-8 nor UTF-16 with a byte order mark.
    Encoding,
    /// Nothing stands in it.
    Empty,
    /// The first line names no column, and is all one cell: something else stands between the cells.
    Separator,
    /// The first line names no column.
    NoHeader,
    /// Columns that nobody knows.
    UnknownColumns(Vec<String>),
    /// Columns that are there more than once.
    RepeatedColumns(Vec<&'static str>),
    /// Columns without which no lead can be made.
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
    /// Columns, and no rows.
    NoRows,
    /// More than [`ROWS_MAX`] rows.
    TooManyRows {
        /// How many there are.
        count: usize,
        /// The most.
        max: usize,
    },
}

/// One row of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct FileRow {
    /// The line that it begins in, from 1.
    pub line: u32,
    /// The lead form that it is, as the form's own JSON; cells that are empty are left out.
    pub values: Map<String, Value>,
    /// What is wrong with it, by the form's rules and beside the rows before it; nothing if it may be sent.
    pub errors: Vec<FieldError>,
}

impl FileRow {
    /// What its cell of a column says.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.values.get(name).and_then(Value::as_str).unwrap_or_default()
    }
}

/// A file that can be read.
#[derive(Debug, Clone, PartialEq)]
pub struct LeadFile {
    /// Its rows in their order; at least one.
    pub rows: Vec<FileRow>,
}

/// Reads a file.
///
/// # Errors
/// Why nothing of it can be read.
pub fn read_file(bytes: &[u8]) -> Result<LeadFile, FileError> {
    if bytes.len() > FILE_MAX {
        return Err(FileError::TooLarge { max: FILE_MAX });
    }
    let text = decode(bytes)?;
    let (separator, header) = header(&text, |name| Column::of(name).is_some())?;
    let columns = columns(&header)?;
    let (mut rows, mut count) = (Vec::new(), 0_usize);
    let mut references = BTreeMap::new();
    for record in Records::new(&text, separator) {
        let record = record?;
        if record.line <= header.line || record.is_empty() {
            continue;
        }
        count += 1;
        // Beyond the limit they are only counted.
        if count <= ROWS_MAX {
            rows.push(row(record, &columns, &mut references));
        }
    }
    match count {
        0 => Err(FileError::NoRows),
        count if count > ROWS_MAX => Err(FileError::TooManyRows { count, max: ROWS_MAX }),
        _ => Ok(LeadFile { rows }),
    }
}

/// The columns in the order of the file. Those at its right end without a name are none.
fn columns(header: &Record) -> Result<Vec<&'static Column>, FileError> {
    let named = header.cells.iter().rposition(|name| !name.trim().is_empty()).map_or(0, |last| last + 1);
    let (mut columns, mut unknown, mut repeated) = (Vec::<&Column>::new(), Vec::new(), Vec::new());
    for name in &header.cells[..named] {
        match Column::of(name) {
            None => unknown.push(name.trim().chars().take(SHOWN).collect()),
            Some(column) if columns.iter().any(|one| one.name == column.name) => repeated.push(column.name),
            Some(column) => columns.push(column),
        }
    }
    if !unknown.is_empty() {
        return Err(FileError::UnknownColumns(unknown));
    }
    if !repeated.is_empty() {
        return Err(FileError::RepeatedColumns(repeated));
    }
    let is_missing = |column: &&Column| column.required && columns.iter().all(|one| one.name != column.name);
    let missing: Vec<_> = COLUMNS.iter().filter(is_missing).map(|column| column.name).collect();
    if missing.is_empty() { Ok(columns) } else { Err(FileError::MissingColumns(missing)) }
}

fn row(record: Record, columns: &[&Column], references: &mut BTreeMap<String, u32>) -> FileRow {
    let Record { line, mut cells } = record;
    while cells.len() > columns.len() && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    let pairs = columns.iter().zip(&cells);
    let values: Map<_, _> =
        pairs.filter_map(|(column, cell)| Some((column.name.to_owned(), column.value(cell)?))).collect();
    if cells.len() != columns.len() {
        // What stands in which column is anybody's guess, so nothing else is said of it.
        let count = FieldError::at(String::new(), FieldCode::CellCount);
        let count = count.with("expected", columns.len()).with("found", cells.len());
        return FileRow { line, values, errors: vec![count] };
    }
    let mut errors = read_import_row(&values).err().unwrap_or_default();
    let reference = values.get("reference").and_then(Value::as_str).map(fold);
    if let Some(reference) = reference {
        match references.get(&reference) {
            Some(first) => {
                errors.push(FieldError::field("reference", FieldCode::Repeated).with("line", first));
            }
            None => {
                references.insert(reference, line);
            }
        }
    }
    FileRow { line, values, errors }
}

#[cfg(test)]
mod tests;

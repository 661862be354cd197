//! A table of profiles or of jobs, cut into its rows as the bytes come. A row becomes what the same record is in JSON.

mod cell;
mod column;
mod rows;
mod text;

pub use column::{Column, Shape, Table, template};

use serde_json::{Map, Value};

use super::{Found, RECORD_BYTES_MAX, ReadError, Unusable, Where};
use crate::import::{FileError, Record, Records, header};
use rows::{Row, Rows};
use text::Letters;

/// How much of a name that nobody knows is repeated.
const SHOWN: usize = 60;

/// What the first line says.
#[derive(Debug)]
struct Head {
    separator: char,
    table: Table,
    columns: Vec<&'static Column>,
}

/// Cuts rows into cells, and makes records of them.
#[derive(Debug)]
pub(super) struct CsvTable {
    letters: Letters,
    rows: Rows,
    head: Option<Head>,
    place: u32,
}

impl CsvTable {
    /// Of a file from its beginning.
    pub(super) fn new() -> Self {
        Self { letters: Letters::new(), rows: Rows::new(), head: None, place: 0 }
    }

    #[cfg(test)]
    pub(super) fn held(&self) -> usize {
        self.rows.held()
    }

    /// Takes the next bytes.
    pub(super) fn feed(&mut self, bytes: &[u8], found: &mut Vec<Found>) -> Result<(), ReadError> {
        let mut text = String::new();
        let read = self.letters.feed(bytes, &mut text);
        self.take(&text, found)?;
        read
    }

    /// Ends the file.
    pub(super) fn end(&mut self, found: &mut Vec<Found>) -> Result<(), ReadError> {
        let mut text = String::new();
        let read = self.letters.end(&mut text);
        self.take(&text, found)?;
        read?;
        if let Some(row) = self.rows.end()? {
            self.row(row, found)?;
        }
        Ok(())
    }

    fn take(&mut self, text: &str, found: &mut Vec<Found>) -> Result<(), ReadError> {
        for letter in text.chars() {
            if let Some(row) = self.rows.step(letter)? {
                self.row(row, found)?;
            }
        }
        Ok(())
    }

    fn row(&mut self, row: Row, found: &mut Vec<Found>) -> Result<(), ReadError> {
        let Some(head) = &self.head else {
            let text = row.text.ok_or(ReadError::NoHeader)?;
            if !text.trim().is_empty() {
                let head = read_head(&text).map_err(|error| within(error, row.line))?;
                self.rows.separate_by(head.separator);
                self.head = Some(head);
            }
            return Ok(());
        };
        let value = match row.text {
            None => Err(Unusable::TooLarge { max: RECORD_BYTES_MAX }),
            Some(text) => match Records::new(&text, head.separator).next() {
                None => return Ok(()),
                Some(Ok(record)) if record.is_empty() => return Ok(()),
                Some(record) => {
                    let record = record.map_err(|error| within(read_error(error), row.line))?;
                    values(record, &head.columns)
                }
            },
        };
        self.place += 1;
        found.push(Found { kind: head.table.kind(), place: self.place, at: Where::Line(row.line), value });
        Ok(())
    }
}

/// The error with its line counted from the file's beginning instead of the row's.
fn within(error: ReadError, from: u32) -> ReadError {
    let moved = |line: u32| line.saturating_add(from.saturating_sub(1));
    match error {
        ReadError::QuoteOpen { line } => ReadError::QuoteOpen { line: moved(line) },
        ReadError::QuoteMisplaced { line } => ReadError::QuoteMisplaced { line: moved(line) },
        error => error,
    }
}

fn read_error(error: FileError) -> ReadError {
    match error {
        FileError::QuoteOpen { line } => ReadError::QuoteOpen { line },
        FileError::QuoteMisplaced { line } => ReadError::QuoteMisplaced { line },
        FileError::Empty => ReadError::Empty,
        FileError::Separator
        | FileError::NoHeader
        | FileError::TooLarge { .. }
        | FileError::Encoding
        | FileError::UnknownColumns(_)
        | FileError::RepeatedColumns(_)
        | FileError::MissingColumns(_)
        | FileError::NoRows
        | FileError::TooManyRows { .. } => ReadError::NoHeader,
    }
}

/// The columns in the order of the file. Those at its right end without a name are none.
fn read_head(text: &str) -> Result<Head, ReadError> {
    let is_known = |name: &str| Table::ALL.into_iter().any(|table| table.column(name).is_some());
    let (separator, record) = header(text, is_known).map_err(read_error)?;
    let named = record.cells.iter().rposition(|name| !name.trim().is_empty()).map_or(0, |last| last + 1);
    let names = &record.cells[..named];
    let known = |table: &Table| names.iter().filter(|name| table.column(name).is_some()).count();
    let table = Table::ALL.into_iter().max_by_key(known).ok_or(ReadError::NoHeader)?;
    let (mut columns, mut unknown, mut repeated) = (Vec::<&Column>::new(), Vec::new(), Vec::new());
    for name in names {
        match table.column(name) {
            None => unknown.push(name.trim().chars().take(SHOWN).collect()),
            Some(column) if columns.iter().any(|one| one.name == column.name) => repeated.push(column.name),
            Some(column) => columns.push(column),
        }
    }
    if !unknown.is_empty() {
        return Err(ReadError::UnknownColumns(unknown));
    }
    if !repeated.is_empty() {
        return Err(ReadError::RepeatedColumns(repeated));
    }
    let is_missing = |column: &&Column| column.required && columns.iter().all(|one| one.name != column.name);
    let missing: Vec<_> = table.columns().iter().filter(is_missing).map(|column| column.name).collect();
    if !missing.is_empty() {
        return Err(ReadError::MissingColumns(missing));
    }
    Ok(Head { separator, table, columns })
}

fn values(record: Record, columns: &[&'static Column]) -> Result<Map<String, Value>, Unusable> {
    let Record { mut cells, .. } = record;
    while cells.len() > columns.len() && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    if cells.len() != columns.len() {
        return Err(Unusable::CellCount { expected: columns.len(), found: cells.len() });
    }
    let mut values = Map::new();
    for (column, cell) in columns.iter().zip(&cells) {
        if let Some(value) = cell::value(column.shape, cell) {
            put(&mut values, column.name, value);
        }
    }
    Ok(values)
}

/// Puts a value where a name with dots in it points to.
fn put(values: &mut Map<String, Value>, name: &str, value: Value) {
    let Some((outer, rest)) = name.split_once('.') else {
        values.insert(name.to_owned(), value);
        return;
    };
    let inner = values.entry(outer).or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(inner) = inner {
        put(inner, rest, value);
    }
}

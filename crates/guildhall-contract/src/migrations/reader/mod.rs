//! Reads exports of the Experts Marketplace where they are, in the browser, as their bytes come.
//!
//! A file is JSON, `{"profiles": […], "jobs": […], "conversations": […]}` with any of the lists, or a table (CSV) of
//! profiles or of jobs. It is cut into records, and at no time more is held than one of them and the bytes that were
//! just fed. What cannot be read at all is told with its place; what is wrong with one record stands at the record, and
//! the rest is read.

mod batches;
mod csv;
mod error;
mod extent;
mod found;
mod json;

pub use batches::Batches;
pub use csv::{Column, Shape, Table, template};
pub use error::{ReadError, Spot};
pub use found::{Found, Unusable, Where, list_name};

use super::RECORD_BYTES_MAX;
use csv::CsvTable;
use json::JsonLists;

/// The largest file, in bytes. It is never held, so this is only far more than any export was.
pub const FILE_MAX: u64 = 1024 * 1024 * 1024;
/// The most records of one file.
pub const RECORDS_MAX: u32 = 500_000;

#[derive(Debug)]
enum Form {
    /// Nothing but a mark or spaces was seen: so many bytes of them.
    Unknown(Vec<u8>),
    Json(JsonLists),
    Csv(Box<CsvTable>),
}

/// How much may stand before what a file begins with.
const BEFORE_MAX: usize = 64 * 1024;

/// Reads a file.
#[derive(Debug)]
pub struct RecordReader {
    form: Form,
    bytes: u64,
    records: u32,
}

impl Default for RecordReader {
    fn default() -> Self {
        Self { form: Form::Unknown(Vec::new()), bytes: 0, records: 0 }
    }
}

impl RecordReader {
    /// Takes the next bytes of the file and adds the records that are whole. After an error nothing more can be read.
    ///
    /// # Errors
    /// Why the file cannot be read beyond this; the records before it are added.
    pub fn feed(&mut self, bytes: &[u8], found: &mut Vec<Found>) -> Result<(), ReadError> {
        self.bytes += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if self.bytes > FILE_MAX {
            return Err(ReadError::TooLarge { max: FILE_MAX });
        }
        let before = found.len();
        let read = self.read(bytes, found);
        self.count(found.len() - before)?;
        read
    }

    /// Ends the file, and adds the record that the end makes whole.
    ///
    /// # Errors
    /// When it ends in the middle, or has no record.
    pub fn end(&mut self, found: &mut Vec<Found>) -> Result<(), ReadError> {
        let before = found.len();
        let form = std::mem::replace(&mut self.form, Form::Unknown(Vec::new()));
        self.form = match form {
            Form::Unknown(held) => decided(&held, found)?,
            form => form,
        };
        match &mut self.form {
            Form::Unknown(_) => return Err(ReadError::Empty),
            Form::Json(lists) => lists.end()?,
            Form::Csv(table) => table.end(found)?,
        }
        self.count(found.len() - before)?;
        if self.records == 0 { Err(ReadError::NoRecords) } else { Ok(()) }
    }

    /// How many bytes were fed.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The lists of a JSON file that nobody knows, so far. They are passed over.
    #[must_use]
    pub fn unknown_lists(&self) -> &[String] {
        match &self.form {
            Form::Json(lists) => lists.unknown(),
            Form::Unknown(_) | Form::Csv(_) => &[],
        }
    }

    /// How many bytes are held of what is not whole yet.
    #[cfg(test)]
    fn held(&self) -> usize {
        match &self.form {
            Form::Unknown(held) => held.len(),
            Form::Json(lists) => lists.held(),
            Form::Csv(table) => table.held(),
        }
    }

    fn read(&mut self, bytes: &[u8], found: &mut Vec<Found>) -> Result<(), ReadError> {
        match &mut self.form {
            Form::Json(lists) => lists.feed(bytes, found),
            Form::Csv(table) => table.feed(bytes, found),
            Form::Unknown(held) => {
                held.extend_from_slice(bytes);
                let is_open = held.len() < BEFORE_MAX && is_before(held);
                if is_open {
                    return Ok(());
                }
                let held = std::mem::take(held);
                let mut read = Ok(());
                match decided(&held, found) {
                    Ok(form) => self.form = form,
                    Err(error) => read = Err(error),
                }
                read
            }
        }
    }

    fn count(&mut self, more: usize) -> Result<(), ReadError> {
        self.records = self.records.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        if self.records > RECORDS_MAX {
            return Err(ReadError::TooManyRecords { max: RECORDS_MAX });
        }
        Ok(())
    }
}

const MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// Whether nothing but what may stand before a file's beginning is there.
fn is_before(bytes: &[u8]) -> bool {
    let rest = bytes.strip_prefix(MARK).unwrap_or(bytes);
    MARK.starts_with(rest) || rest.iter().all(u8::is_ascii_whitespace)
}

/// The form of a file that begins like this, with what was read of it.
fn decided(bytes: &[u8], found: &mut Vec<Found>) -> Result<Form, ReadError> {
    let rest = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let first = rest.iter().find(|byte| !byte.is_ascii_whitespace());
    if first.is_none() {
        return Err(ReadError::Empty);
    }
    if matches!(first, Some(b'{' | b'[')) {
        let mut lists = JsonLists::new(u64::try_from(bytes.len() - rest.len()).unwrap_or_default());
        lists.feed(rest, found)?;
        return Ok(Form::Json(lists));
    }
    let mut table = Box::new(CsvTable::new());
    table.feed(bytes, found)?;
    Ok(Form::Csv(table))
}

#[cfg(test)]
mod tests;

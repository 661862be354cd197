//! A part of a list: once as JSON, a line for each record, and once as a table.

use guildhall_contract::sheets::Sheet;
use guildhall_domain::archive::{ArchiveFormat, ArchiveList, ArchivedFile};
use guildhall_domain::referral::history::PaidThrough;
use guildhall_store::{Archived, StoreError};

use crate::tables::{header, rows};

/// What a list in JSON begins with.
pub(crate) const BEGINNING: &str = "[\n";
/// What stands between two records.
pub(crate) const BETWEEN: &str = ",\n";
/// What it ends with.
pub(crate) const END: &str = "\n]\n";
/// A list without records.
pub(crate) const EMPTY: &str = "[\n]\n";

/// A part in the making.
pub(crate) struct Part {
    list: ArchiveList,
    number: u32,
    json: String,
    sheet: Sheet,
    records: u64,
}

/// A file of an archive with its content.
pub(crate) type Written = (ArchivedFile, Vec<u8>);

impl Part {
    /// Begins a part of a list, counted from 1.
    pub(crate) fn begin(list: ArchiveList, number: u32) -> Self {
        Self { list, number, json: String::new(), sheet: Sheet::begin(true, header(list)), records: 0 }
    }

    /// Adds a record.
    pub(crate) fn add(&mut self, record: &Archived, paid: &PaidThrough) -> Result<(), StoreError> {
        self.json.push_str(if self.records == 0 { BEGINNING } else { BETWEEN });
        self.json.push_str(&record.to_json()?.to_string());
        rows(record, paid).into_iter().for_each(|row| self.sheet.row(row));
        self.records += 1;
        Ok(())
    }

    /// How long its JSON is so far, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.json.len()
    }

    /// How many records are in it.
    pub(crate) fn records(&self) -> u64 {
        self.records
    }

    /// The files of the part.
    pub(crate) fn end(self) -> [Written; 2] {
        let Self { list, number, mut json, sheet, records } = self;
        json.push_str(if records == 0 { EMPTY } else { END });
        let table = sheet.end(usize::try_from(records).unwrap_or(usize::MAX));
        [(ArchiveFormat::Json, json), (ArchiveFormat::Csv, table)].map(|(format, content)| {
            let content = content.into_bytes();
            (ArchivedFile::new(list, format, number, records, &content), content)
        })
    }
}

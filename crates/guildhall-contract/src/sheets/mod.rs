//! Lists as spreadsheets: what their columns are, and the one way in which files of them are written.
//!
//! A file is CSV (RFC 4180) in UTF-8: a header, the rows, and in the last line the number of rows. A long one is
//! written in pieces, which joined are the same file.

mod inquiries;
mod leads;
mod ledger;
mod referrals;

use chrono::{DateTime, SecondsFormat, Utc};
use guildhall_domain::money::Money;

pub use inquiries::{INQUIRY_COLUMNS, inquiry_cells};
pub use leads::{LEAD_COLUMNS, lead_cells};
pub use ledger::{LEDGER_COLUMNS, ledger_cells};
pub use referrals::{
    REFERRAL_COLUMNS, REFERRAL_COLUMNS_WITHOUT_MONEY, referral_cells, referral_cells_without_money,
};

/// So that spreadsheets read the file as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";
/// What a spreadsheet may take for the beginning of a formula.
pub(crate) const FORMULAS_BEGIN: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// What stands in one place of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Anything that somebody may have written; it is kept from being run as a formula.
    Text(String),
    /// A number of our own making, which may be negative.
    Number(String),
}

impl Cell {
    /// A moment as spreadsheets sort it.
    #[must_use]
    pub fn time(at: DateTime<Utc>) -> Self {
        Self::Number(at.to_rfc3339_opts(SecondsFormat::Secs, true))
    }

    /// An amount in whole units of its currency, with as many decimals as the currency has: `-12.50`. The currency
    /// stands in a column of its own.
    #[must_use]
    pub fn amount(money: Money) -> Self {
        Self::Number(money.decimal())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or_else(|| Self::Text(String::new()), Into::into)
    }
}

/// A file in the making, or a piece of one.
#[derive(Debug, Default)]
pub struct Sheet {
    text: String,
}

impl Sheet {
    /// Begins a file. `mark` puts a byte order mark in front, by which spreadsheets know UTF-8.
    #[must_use]
    pub fn begin(mark: bool, header: &[&str]) -> Self {
        let mut sheet = Self { text: if mark { BYTE_ORDER_MARK.to_owned() } else { String::new() } };
        sheet.line(header.iter().copied());
        sheet
    }

    /// Begins a further piece of a file.
    #[must_use]
    pub fn go_on() -> Self {
        Self::default()
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let cells = cells.into_iter().map(|cell| match cell {
            Cell::Text(text) if text.starts_with(FORMULAS_BEGIN) => format!("'{text}"),
            Cell::Text(text) | Cell::Number(text) => text,
        });
        self.line(cells);
    }

    /// How long it is so far, in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// The piece as it is.
    #[must_use]
    pub fn piece(self) -> String {
        self.text
    }

    /// Ends the file, which has so many rows in all its pieces.
    #[must_use]
    pub fn end(mut self, rows: usize) -> String {
        self.line(["rows".to_owned(), rows.to_string()]);
        self.text
    }

    fn line(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.text.push(',');
            }
            self.cell(cell.as_ref());
        }
        self.text.push_str("\r\n");
    }

    fn cell(&mut self, cell: &str) {
        if !cell.contains([',', '"', '\r', '\n']) {
            return self.text.push_str(cell);
        }
        self.text.push('"');
        self.text.push_str(&cell.replace('"', "\"\""));
        self.text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_holds_the_number_of_rows() {
        let mut sheet = Sheet::begin(true, &["a", "b"]);
        sheet.row(["1".into(), "2".into()]);
        sheet.row(["3".into(), Cell::from(None::<String>)]);
        assert_eq!(sheet.end(2), "\u{feff}a,b\r\n1,2\r\n3,\r\nrows,2\r\n");
        assert_eq!(Sheet::begin(false, &["a"]).end(0), "a\r\nrows,0\r\n");
    }

    #[test]
    fn the_pieces_of_a_file_are_the_file() {
        let rows = ["1", "2, 3", "=4"];
        let mut whole = Sheet::begin(true, &["a"]);
        let mut first = Sheet::begin(true, &["a"]);
        let mut second = Sheet::go_on();
        rows.iter().for_each(|row| whole.row([Cell::from(*row)]));
        first.row([rows[0].into()]);
        rows[1..].iter().for_each(|row| second.row([Cell::from(*row)]));
        assert_eq!(first.piece() + &second.end(3), whole.end(3));
    }

    #[test]
    fn formulas_are_defused_and_numbers_are_not() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            let mut sheet = Sheet::go_on();
            sheet.row([text.into(), Cell::Number("-12.50".to_owned())]);
            let line = sheet.piece();
            assert!(line.trim_start_matches('"').starts_with('\''), "{line}");
            assert!(line.ends_with(",-12.50\r\n"), "{line}");
        }
    }

    #[test]
    fn what_divides_cells_and_lines_is_quoted() {
        let mut sheet = Sheet::go_on();
        sheet.row(["Anna, \"the\" boss".into(), "two\nlines".into()]);
        assert_eq!(sheet.piece(), "\"Anna, \"\"the\"\" boss\",\"two\nlines\"\r\n");
    }
}

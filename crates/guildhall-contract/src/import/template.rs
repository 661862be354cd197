//! The template of a file: every column and no row.

use super::COLUMNS;

/// So that spreadsheets read the file as UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// What stands between cells. Spreadsheets want what their country uses, and read nothing else on a double click.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// Where numbers have a decimal point.
    Comma,
    /// Where numbers have a decimal comma.
    Semicolon,
}

/// A file with every column and no row.
#[must_use]
pub fn template(separator: Separator) -> String {
    first_line(separator, COLUMNS.iter().map(|column| column.name))
}

/// A file of a first line alone.
pub(crate) fn first_line(separator: Separator, names: impl Iterator<Item = &'static str>) -> String {
    let separator = match separator {
        Separator::Comma => ",",
        Separator::Semicolon => ";",
    };
    let names: Vec<_> = names.collect();
    format!("{BYTE_ORDER_MARK}{}\r\n", names.join(separator))
}

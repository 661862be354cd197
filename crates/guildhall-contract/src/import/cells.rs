//! From text to records of cells (RFC 4180), strictly: what a quote leaves open is refused by its line, since guessing
//! would put one merchant's words into another's row.

use super::FileError;

/// One record with the line that it begins in, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) line: u32,
    pub(crate) cells: Vec<String>,
}

impl Record {
    /// Whether nothing stands in it, as in an empty line.
    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Reads record by record.
pub(crate) struct Records<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    line: u32,
}

/// What ended a cell.
enum End {
    Cell,
    Record,
}

impl<'a> Records<'a> {
    /// Of a text whose cells have this between them.
    pub(crate) fn new(text: &'a str, separator: char) -> Self {
        Self { rest: text.chars().peekable(), separator, line: 1 }
    }

    fn record(&mut self) -> Result<Record, FileError> {
        let mut record = Record { line: self.line, cells: Vec::new() };
        loop {
            let (cell, end) =
                if self.rest.next_if_eq(&'"').is_some() { self.quoted()? } else { self.plain() };
            record.cells.push(cell);
            if matches!(end, End::Record) {
                return Ok(record);
            }
        }
    }

    /// A cell without quotes around it; one in its middle is a letter like others.
    fn plain(&mut self) -> (String, End) {
        let mut cell = String::new();
        loop {
            match self.rest.next() {
                Some(letter) if letter == self.separator => return (cell, End::Cell),
                Some(letter @ ('\r' | '\n')) => {
                    self.end_line(letter);
                    return (cell, End::Record);
                }
                Some(letter) => cell.push(letter),
                None => return (cell, End::Record),
            }
        }
    }

    /// A cell behind its opening quote. It may go over several lines; two quotes are one.
    fn quoted(&mut self) -> Result<(String, End), FileError> {
        let opened = self.line;
        let mut cell = String::new();
        loop {
            match self.rest.next() {
                Some('"') if self.rest.next_if_eq(&'"').is_some() => cell.push('"'),
                Some('"') => break,
                Some(letter @ ('\r' | '\n')) => {
                    self.end_line(letter);
                    cell.push('\n');
                }
                Some(letter) => cell.push(letter),
                None => return Err(FileError::QuoteOpen { line: opened }),
            }
        }
        match self.rest.next() {
            Some(letter) if letter == self.separator => Ok((cell, End::Cell)),
            Some(letter @ ('\r' | '\n')) => {
                self.end_line(letter);
                Ok((cell, End::Record))
            }
            None => Ok((cell, End::Record)),
            Some(_) => Err(FileError::QuoteMisplaced { line: self.line }),
        }
    }

    /// Counts a line; its end may be written as one character or as two.
    fn end_line(&mut self, letter: char) {
        if letter == '\r' {
            self.rest.next_if_eq(&'\n');
        }
        self.line = self.line.saturating_add(1);
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rest.peek()?;
        let record = self.record();
        if record.is_err() {
            // Behind an open quote nothing is what it seems.
            self.rest = "".chars().peekable();
        }
        Some(record)
    }
}

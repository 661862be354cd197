//! Where the rows of a table end, letter by letter. At no time more is held than one row.

use super::super::{RECORD_BYTES_MAX, ReadError};
use crate::import::SEPARATORS;

/// A row as it was written, without the line's end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The line that it begins in, from 1.
    pub(super) line: u32,
    /// Nothing if it is longer than may be held.
    pub(super) text: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    /// Before a cell.
    Cell,
    /// In a cell without quotes.
    Plain,
    /// In a cell with quotes, which opened in this line.
    Quoted { line: u32 },
    /// Behind a quote in there: the end of it, or the first of two.
    Quote { line: u32 },
}

/// Cuts rows.
#[derive(Debug)]
pub(super) struct Rows {
    separator: Option<char>,
    within: Within,
    held: String,
    is_too_large: bool,
    /// The line that the row began in.
    from: u32,
    /// The line of the next letter.
    line: u32,
    /// Whether the last letter was the first half of a line's end.
    after_return: bool,
}

impl Rows {
    /// Of a file from its beginning. What stands between the cells is not known yet, so the first row may have any of
    /// the candidates there.
    pub(super) fn new() -> Self {
        Self {
            separator: None,
            within: Within::Cell,
            held: String::new(),
            is_too_large: false,
            from: 1,
            line: 1,
            after_return: false,
        }
    }

    /// Says what stands between the cells.
    pub(super) fn separate_by(&mut self, separator: char) {
        self.separator = Some(separator);
    }

    #[cfg(test)]
    pub(super) fn held(&self) -> usize {
        self.held.len()
    }

    /// Takes the next letter; a row, if it ends with it.
    pub(super) fn step(&mut self, letter: char) -> Result<Option<Row>, ReadError> {
        let was_return = std::mem::replace(&mut self.after_return, letter == '\r');
        let is_line_end = matches!(letter, '\r' | '\n');
        if letter == '\n' && was_return {
            // In quotes both are kept, and whoever reads the cell makes one of them.
            if self.is_quoted() {
                self.hold(letter)?;
            }
            return Ok(None);
        }
        if is_line_end {
            self.line = self.line.saturating_add(1);
            if !self.is_quoted() {
                return Ok(Some(self.row()));
            }
        }
        self.within = self.follow(letter);
        self.hold(letter)?;
        Ok(None)
    }

    /// Ends the file; the row that had no line's end.
    pub(super) fn end(&mut self) -> Result<Option<Row>, ReadError> {
        if let Within::Quoted { line } = self.within {
            return Err(ReadError::QuoteOpen { line });
        }
        Ok((!self.held.is_empty() || self.is_too_large).then(|| self.row()))
    }

    fn is_quoted(&self) -> bool {
        matches!(self.within, Within::Quoted { .. })
    }

    fn follow(&self, letter: char) -> Within {
        let is_separator = match self.separator {
            Some(separator) => letter == separator,
            None => SEPARATORS.contains(&letter),
        };
        match (self.within, letter) {
            (Within::Quoted { line }, '"') => Within::Quote { line },
            (Within::Quoted { line }, _) | (Within::Quote { line }, '"') => Within::Quoted { line },
            (Within::Cell | Within::Plain | Within::Quote { .. }, _) if is_separator => Within::Cell,
            (Within::Cell, '"') => Within::Quoted { line: self.line },
            (Within::Cell | Within::Plain | Within::Quote { .. }, _) => Within::Plain,
        }
    }

    fn hold(&mut self, letter: char) -> Result<(), ReadError> {
        if self.held.len() >= RECORD_BYTES_MAX {
            // Nobody writes so much into one cell: the quote is missing, and the rest of the file would follow.
            if let Within::Quoted { line } = self.within {
                return Err(ReadError::QuoteOpen { line });
            }
            self.is_too_large = true;
            self.held.clear();
        }
        if !self.is_too_large {
            self.held.push(letter);
        }
        Ok(())
    }

    fn row(&mut self) -> Row {
        let text = std::mem::take(&mut self.held);
        let text = (!std::mem::take(&mut self.is_too_large)).then_some(text);
        self.within = Within::Cell;
        Row { line: std::mem::replace(&mut self.from, self.line), text }
    }
}

//! The first line of a file, and what it says about the lines below.

use super::FileError;
use super::cells::{Record, Records};

/// What a file's cells may have between them.
pub(crate) const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// What stands between the cells, by which of the candidates most columns are known; and the first line.
pub(crate) fn header(text: &str, is_known: impl Fn(&str) -> bool) -> Result<(char, Record), FileError> {
    let mut best: Option<(usize, char, Record)> = None;
    let mut broken = None;
    for separator in SEPARATORS {
        let mut records = Records::new(text, separator);
        let record = match records.find(|record| !matches!(record, Ok(record) if record.is_empty())) {
            None => return Err(FileError::Empty),
            // Behind a closing quote stands what this candidate does not know.
            Some(Err(error)) => {
                broken = Some(error);
                continue;
            }
            Some(Ok(record)) => record,
        };
        let known = record.cells.iter().filter(|name| is_known(name)).count();
        let better = best
            .as_ref()
            .is_none_or(|(most, _, widest)| (known, record.cells.len()) > (*most, widest.cells.len()));
        if better {
            best = Some((known, separator, record));
        }
    }
    match best {
        Some((0, _, record)) if record.cells.len() == 1 => Err(FileError::Separator),
        Some((0, ..)) => Err(FileError::NoHeader),
        None => Err(broken.unwrap_or(FileError::Empty)),
        Some((_, separator, record)) => Ok((separator, record)),
    }
}

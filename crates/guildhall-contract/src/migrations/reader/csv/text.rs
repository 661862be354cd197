//! From bytes to text as they come: UTF-8 with or without a byte order mark, and UTF-16 with one, as spreadsheets
//! write it. A letter may be cut in two.

use super::super::ReadError;

type Unit = fn([u8; 2]) -> u16;

/// How the bytes are to be read.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// Too little was seen.
    Unknown,
    Utf8,
    Utf16(Unit),
}

/// Reads letters.
#[derive(Debug)]
pub(super) struct Letters {
    form: Form,
    /// What may become a letter with what is to come: 3 bytes at most.
    rest: Vec<u8>,
    /// Where `rest` begins.
    at: u64,
}

impl Letters {
    /// Of a file from its beginning.
    pub(super) fn new() -> Self {
        Self { form: Form::Unknown, rest: Vec::new(), at: 0 }
    }

    /// Takes the next bytes and adds the letters that are whole, also those before an error.
    pub(super) fn feed(&mut self, bytes: &[u8], text: &mut String) -> Result<(), ReadError> {
        let mut held = std::mem::take(&mut self.rest);
        held.extend_from_slice(bytes);
        let from = match self.form {
            Form::Unknown => match mark(&held) {
                Some((form, length)) => {
                    self.form = form;
                    length
                }
                None => {
                    self.rest = held;
                    return Ok(());
                }
            },
            Form::Utf8 | Form::Utf16(_) => 0,
        };
        let read = match self.form {
            Form::Utf16(unit) => utf16(&held[from..], unit, text),
            Form::Utf8 | Form::Unknown => utf8(&held[from..], text),
        };
        let used = from + read.map_err(|offset| self.wrong(from + offset))?;
        self.rest = held.split_off(used);
        self.at += length(used);
        Ok(())
    }

    /// Ends the file.
    pub(super) fn end(&mut self, text: &mut String) -> Result<(), ReadError> {
        if matches!(self.form, Form::Unknown) {
            // A file of one or two bytes.
            self.form = Form::Utf8;
            self.feed(&[], text)?;
        }
        if self.rest.is_empty() { Ok(()) } else { Err(self.wrong(0)) }
    }

    fn wrong(&self, offset: usize) -> ReadError {
        ReadError::Encoding { byte: self.at + length(offset) }
    }
}

fn length(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// The form, and how long its mark is; nothing while that cannot be said.
fn mark(bytes: &[u8]) -> Option<(Form, usize)> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some((Form::Utf8, 3)),
        [0xff, 0xfe, ..] => Some((Form::Utf16(u16::from_le_bytes), 2)),
        [0xfe, 0xff, ..] => Some((Form::Utf16(u16::from_be_bytes), 2)),
        [] | [0xef | 0xff | 0xfe] | [0xef, 0xbb] => None,
        _ => Some((Form::Utf8, 0)),
    }
}

/// How many bytes were used, or the offset of the first that does not fit. UTF-16 without a mark, and files that are no
/// text at all, are full of zeros.
fn utf8(bytes: &[u8], text: &mut String) -> Result<usize, usize> {
    let zero = bytes.iter().position(|byte| *byte == 0);
    let (used, is_whole) = match std::str::from_utf8(&bytes[..zero.unwrap_or(bytes.len())]) {
        Ok(letters) => (letters.len(), zero.is_none()),
        Err(error) => (error.valid_up_to(), error.error_len().is_none() && zero.is_none()),
    };
    text.push_str(std::str::from_utf8(&bytes[..used]).unwrap_or_default());
    if is_whole { Ok(used) } else { Err(used) }
}

fn utf16(bytes: &[u8], unit: Unit, text: &mut String) -> Result<usize, usize> {
    let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
    // The first half of a letter of two units waits for the other.
    let is_half = units.last().is_some_and(|unit| (0xd800..0xdc00).contains(unit));
    let whole = &units[..units.len() - usize::from(is_half)];
    let mut used = 0;
    for letter in char::decode_utf16(whole.iter().copied()) {
        let letter = letter.ok().filter(|letter| *letter != '\0').ok_or(used)?;
        text.push(letter);
        used += 2 * letter.len_utf16();
    }
    Ok(used)
}

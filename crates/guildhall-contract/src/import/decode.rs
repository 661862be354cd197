//! From bytes to text: UTF-8 with or without a byte order mark, and UTF-16 with one, as spreadsheets write it.

use super::FileError;

const UTF8_MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// The file's text.
pub(super) fn decode(bytes: &[u8]) -> Result<String, FileError> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => {
            let rest = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
            std::str::from_utf8(rest).map_err(|_| FileError::Encoding)?.to_owned()
        }
    };
    // UTF-16 without a mark, and files that are no text at all, are full of zeros.
    if text.contains('\0') { Err(FileError::Encoding) } else { Ok(text) }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, FileError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(FileError::Encoding);
    }
    let units = pairs.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).collect::<Result<_, _>>().map_err(|_| FileError::Encoding)
}

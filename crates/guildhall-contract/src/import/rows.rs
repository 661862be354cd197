//! A file in pieces that one request carries each.

use super::wire::ImportRow;
use super::{FileRow, IMPORT_BODY_MAX, PIECE_MAX};

/// What the frame around a row, and its line, come to at most, in bytes.
const FRAME: usize = 40;

/// The rows that may be sent, by their places in the file and in pieces: none has more rows or more bytes than one request carries.
#[must_use]
pub fn pieces(rows: &[FileRow]) -> Vec<Vec<usize>> {
    let mut pieces: Vec<Vec<usize>> = Vec::new();
    let mut size = 0;
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.errors.is_empty()) {
        let bytes = serde_json::to_vec(&row.values).map_or(0, |json| json.len()) + FRAME;
        match pieces.last_mut() {
            Some(piece) if piece.len() < PIECE_MAX && size + bytes <= IMPORT_BODY_MAX - FRAME => {
                piece.push(place);
                size += bytes;
            }
            Some(_) | None => {
                pieces.push(vec![place]);
                size = bytes;
            }
        }
    }
    pieces
}

impl From<&FileRow> for ImportRow {
    fn from(row: &FileRow) -> Self {
        Self { line: row.line, values: row.values.clone() }
    }
}

//! Writes a ZIP piece by piece, in as many requests as it takes: what was written is never looked at again, and all that
//! has to be kept in between is the list of its files. Reading, where one has to beware of what others wrote, is left
//! to a library.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use serde::{Deserialize, Serialize};

/// Above this a ZIP needs its large form, which is not written here.
const BYTES_MAX: u64 = 4_000_000_000;
/// The first version that knows how files are compressed here.
const VERSION: u16 = 20;
const DEFLATED: u16 = 8;
/// 1 January 1980, the first day that a ZIP can name: the manifest says when the archive was made.
const DATE: u16 = 0x21;

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    name: String,
    crc: u32,
    compressed: u32,
    bytes: u32,
    /// How far from the beginning it stands.
    at: u32,
}

/// The ZIP so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ZipWriter {
    entries: Vec<Entry>,
    bytes: u64,
}

/// The ZIP would be too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the archive is too long")]
pub(crate) struct TooLong;

impl ZipWriter {
    /// How long it is so far, in bytes.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Appends a file.
    pub(crate) fn add(&mut self, name: &str, content: &[u8], out: &mut Vec<u8>) -> Result<(), TooLong> {
        let mut crc = Crc::new();
        crc.update(content);
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        // Writing to a Vec cannot fail.
        let packed = encoder.write_all(content).and_then(|()| encoder.finish()).map_err(|_| TooLong)?;
        let entry = Entry {
            name: name.to_owned(),
            crc: crc.sum(),
            compressed: u32::try_from(packed.len()).map_err(|_| TooLong)?,
            bytes: u32::try_from(content.len()).map_err(|_| TooLong)?,
            at: u32::try_from(self.bytes).map_err(|_| TooLong)?,
        };
        let start = out.len();
        put_all(out, &[0x0403_4b50]);
        entry.describe(out)?;
        put_all_short(out, &[0]);
        out.extend_from_slice(entry.name.as_bytes());
        out.extend_from_slice(&packed);
        self.entries.push(entry);
        self.count(out.len() - start)
    }

    /// Appends the directory of all files, which ends the ZIP.
    pub(crate) fn end(&mut self, out: &mut Vec<u8>) -> Result<(), TooLong> {
        let start = out.len();
        for entry in &self.entries {
            put_all(out, &[0x0201_4b50]);
            put_all_short(out, &[VERSION]);
            entry.describe(out)?;
            // No further fields, no comment, the first disk, nothing special about it.
            put_all_short(out, &[0, 0, 0, 0]);
            put_all(out, &[0, entry.at]);
            out.extend_from_slice(entry.name.as_bytes());
        }
        let (length, at) = (out.len() - start, self.bytes);
        let files = u16::try_from(self.entries.len()).map_err(|_| TooLong)?;
        put_all(out, &[0x0605_4b50]);
        put_all_short(out, &[0, 0, files, files]);
        put_all(out, &[u32::try_from(length).map_err(|_| TooLong)?, u32::try_from(at).map_err(|_| TooLong)?]);
        put_all_short(out, &[0]);
        self.count(out.len() - start)
    }

    fn count(&mut self, bytes: usize) -> Result<(), TooLong> {
        self.bytes = self.bytes.saturating_add(bytes as u64);
        if self.bytes > BYTES_MAX { Err(TooLong) } else { Ok(()) }
    }
}

impl Entry {
    /// What stands in front of the file and in the directory alike, up to the length of the name.
    fn describe(&self, out: &mut Vec<u8>) -> Result<(), TooLong> {
        put_all_short(out, &[VERSION, 0, DEFLATED, 0, DATE]);
        put_all(out, &[self.crc, self.compressed, self.bytes]);
        put_all_short(out, &[u16::try_from(self.name.len()).map_err(|_| TooLong)?]);
        Ok(())
    }
}

fn put_all(out: &mut Vec<u8>, numbers: &[u32]) {
    numbers.iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
}

fn put_all_short(out: &mut Vec<u8>, numbers: &[u16]) {
    numbers.iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
}

#[cfg(all(test, feature = "restore"))]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    #[test]
    fn what_is_written_in_pieces_is_read_by_others() {
        let mut zip = ZipWriter::default();
        let files = [
            ("a-1.json", b"[\n]\n".repeat(10_000)),
            ("b-1.csv", Vec::new()),
            ("manifest.json", b"{}".to_vec()),
        ];
        let mut whole = Vec::new();
        for (name, content) in &files {
            // Between two requests all that is left is this.
            let kept = serde_json::to_string(&zip).unwrap();
            zip = serde_json::from_str(&kept).unwrap();
            let mut piece = Vec::new();
            zip.add(name, content, &mut piece).unwrap();
            whole.extend(piece);
        }
        zip.end(&mut whole).unwrap();
        assert_eq!(zip.bytes(), whole.len() as u64);
        assert!(whole.len() < 1_000, "it is compressed");
        let mut read = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
        assert_eq!(read.len(), 3);
        for (place, (name, content)) in files.iter().enumerate() {
            let mut file = read.by_index(place).unwrap();
            assert_eq!(file.name().unwrap(), *name);
            let mut found = Vec::new();
            file.read_to_end(&mut found).unwrap();
            assert!(found == *content, "{name}");
        }
    }
}

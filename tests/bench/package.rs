//! The size of a package.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// What a zip file adds to its one file `bootstrap`.
const AROUND: usize = 140;

/// The size of the zip file that holds a program as `bootstrap`, in bytes.
pub(crate) fn zipped(program: &[u8]) -> io::Result<u64> {
    let mut compressed = DeflateEncoder::new(Vec::new(), Compression::default());
    compressed.write_all(program)?;
    Ok(u64::try_from(compressed.finish()?.len() + AROUND).unwrap_or(u64::MAX))
}

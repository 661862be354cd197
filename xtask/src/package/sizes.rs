//! How big the functions are: Lambda loads the program, and takes it as a zip file.

use std::fmt::{self, Display};
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::DeflateEncoder;

/// Sizes in bytes, function by function.
pub(super) struct Sizes(Vec<Size>);

struct Size {
    function: String,
    program: usize,
    zipped: usize,
}

impl Sizes {
    /// Weighs `<folder>/<binary>/bootstrap` of every binary.
    pub(super) fn of(folder: &Path, binaries: &[String]) -> Result<Self> {
        let weigh = |function: &String| {
            let file = folder.join(function).join("bootstrap");
            let program = fs::read(&file).with_context(|| format!("{} was not built", file.display()))?;
            Ok(Size { function: function.clone(), program: program.len(), zipped: zipped(&program)? })
        };
        binaries.iter().map(weigh).collect::<Result<_>>().map(Self)
    }
}

/// The size as a zip file, but for a hundred bytes of names.
fn zipped(program: &[u8]) -> Result<usize> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(program)?;
    Ok(encoder.finish()?.len())
}

impl Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:<24} {:>12} {:>12}", "function", "bytes", "zipped")?;
        for size in &self.0 {
            writeln!(out, "{:<24} {:>12} {:>12}", size.function, size.program, size.zipped)?;
        }
        let biggest = self.0.iter().max_by_key(|size| size.zipped);
        let together: usize = self.0.iter().map(|size| size.zipped).sum();
        match biggest {
            Some(biggest) if self.0.len() > 1 => {
                write!(out, "together {together} zipped, at most {} ({})", biggest.zipped, biggest.function)
            }
            Some(_) | None => Ok(()),
        }
    }
}

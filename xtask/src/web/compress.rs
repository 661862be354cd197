//! Compresses every file once, as well as it can be, and tells what the first visit costs.

use std::fmt::{self, Display};
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::site::files_below;

/// What is compressed already gains nothing.
const COMPRESSIBLE: [&str; 8] = ["css", "html", "ico", "js", "json", "svg", "txt", "wasm"];

/// The sizes of a site, file by file.
pub(super) struct Sizes(Vec<Size>);

struct Size {
    file: String,
    raw: usize,
    brotli: usize,
    gzip: usize,
}

/// Writes `<file>.br` and `<file>.gz` beside each file in `folder` that gains from it.
pub(super) fn beside(folder: &Path) -> Result<Sizes> {
    println!("web: compressing");
    let mut sizes = Vec::new();
    for file in files_below(folder)? {
        let raw = fs::read(&file)?;
        let name = file.strip_prefix(folder)?.to_string_lossy().into_owned();
        let compressible =
            file.extension().is_some_and(|found| COMPRESSIBLE.iter().any(|known| found == *known));
        if !compressible {
            sizes.push(Size { file: name, raw: raw.len(), brotli: raw.len(), gzip: raw.len() });
            continue;
        }
        let brotli = brotli(&raw)?;
        let gzip = gzip(&raw)?;
        fs::write(folder.join(format!("{name}.br")), &brotli)?;
        fs::write(folder.join(format!("{name}.gz")), &gzip)?;
        sizes.push(Size { file: name, raw: raw.len(), brotli: brotli.len(), gzip: gzip.len() });
    }
    Ok(Sizes(sizes))
}

fn brotli(raw: &[u8]) -> Result<Vec<u8>> {
    let best = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: raw.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &raw[..], &mut compressed, &best)?;
    Ok(compressed)
}

fn gzip(raw: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(raw)?;
    Ok(encoder.finish()?)
}

impl Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:<40} {:>10} {:>10} {:>10}", "file", "bytes", "brotli", "gzip")?;
        let mut total = Size { file: "together".into(), raw: 0, brotli: 0, gzip: 0 };
        for size in &self.0 {
            write_row(out, size)?;
            total.raw += size.raw;
            total.brotli += size.brotli;
            total.gzip += size.gzip;
        }
        write_row(out, &total)
    }
}

fn write_row(out: &mut fmt::Formatter<'_>, size: &Size) -> fmt::Result {
    writeln!(out, "{:<40} {:>10} {:>10} {:>10}", size.file, size.raw, size.brotli, size.gzip)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_reads_as_before() {
        let raw = "Guildhall. ".repeat(500).into_bytes();
        let mut from_gzip = Vec::new();
        flate2::read::GzDecoder::new(&gzip(&raw).expect("compresses")[..])
            .read_to_end(&mut from_gzip)
            .expect("is gzip");
        assert_eq!(from_gzip, raw);
        let mut from_brotli = Vec::new();
        brotli::BrotliDecompress(&mut &brotli(&raw).expect("compresses")[..], &mut from_brotli)
            .expect("is brotli");
        assert_eq!(from_brotli, raw);
    }
}

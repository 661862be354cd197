//! The files of a build, with their forms of compression.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

use axum::body::Bytes;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::StartError;

/// A build of the frontend.
#[derive(Debug, Default)]
pub(crate) struct Build {
    /// By path without the leading slash, as `index.html`.
    assets: HashMap<String, Asset>,
}

/// One file of the build.
#[derive(Debug, Default)]
pub(super) struct Asset {
    pub(super) plain: Bytes,
    pub(super) brotli: Option<Bytes>,
    pub(super) gzip: Option<Bytes>,
    /// The digest of the plain bytes.
    pub(super) digest: String,
    pub(super) content_type: &'static str,
    pub(super) kept: Kept,
}

/// How long a reader may keep a file without asking.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// Not at all.
    #[default]
    Not,
    /// For a minute, as the published pages.
    Briefly,
    /// The name carries a digest of the content, so the content never changes.
    ForGood,
}

impl Asset {
    /// A file without its compressed forms.
    pub(super) fn new(name: &str, plain: Bytes) -> Self {
        let digest = URL_SAFE_NO_PAD.encode(&Sha256::digest(&plain)[..12]);
        let kept = if is_hashed(name) { Kept::ForGood } else { Kept::Not };
        Self { plain, brotli: None, gzip: None, digest, content_type: content_type(name), kept }
    }

    /// Whether it is worth compressing: pictures and fonts are compressed already.
    pub(super) fn is_text(&self) -> bool {
        let kind = self.content_type;
        kind.starts_with("text/") || ["application/json", "application/xml", "image/svg+xml"].contains(&kind)
    }
}

impl Build {
    /// Reads a build. One without `index.html` is none.
    pub(crate) fn open(dir: &Path) -> Result<Self, StartError> {
        let failed = |source| StartError::DataDir { path: dir.to_owned(), source };
        let mut files = HashMap::new();
        match collect(dir, "", &mut files) {
            Ok(()) if files.contains_key("index.html") => Ok(Self { assets: join(files) }),
            Ok(()) => Err(StartError::SiteNotBuilt { dir: dir.to_owned() }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(StartError::SiteNotBuilt { dir: dir.to_owned() })
            }
            Err(error) => Err(failed(error)),
        }
    }

    /// The file at a path.
    pub(super) fn asset(&self, path: &str) -> Option<&Asset> {
        self.assets.get(path)
    }
}

fn collect(dir: &Path, prefix: &str, files: &mut HashMap<String, Bytes>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.insert(path, fs::read(entry.path())?.into());
        }
    }
    Ok(())
}

/// Puts `app.js.br` and `app.js.gz` beside their `app.js`.
fn join(mut files: HashMap<String, Bytes>) -> HashMap<String, Asset> {
    let names: Vec<_> = files.keys().filter(|name| plain_name(name).is_none()).cloned().collect();
    let mut assets = HashMap::new();
    for name in names {
        let brotli = files.remove(&format!("{name}.br"));
        let gzip = files.remove(&format!("{name}.gz"));
        let plain = files.remove(&name).unwrap_or_default();
        let asset = Asset { brotli, gzip, ..Asset::new(&name, plain) };
        assets.insert(name, asset);
    }
    assets
}

fn plain_name(name: &str) -> Option<&str> {
    name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz"))
}

/// Whether a name carries a digest: eight or more hexadecimal digits between `-`, `_` or `.`.
fn is_hashed(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let mut parts = file.split(['-', '_', '.']).rev();
    // The last part is the extension.
    parts.next();
    parts.any(|part| {
        part.len() >= 8
            && part.bytes().all(|b| b.is_ascii_hexdigit())
            && part.bytes().any(|b| b.is_ascii_digit())
    })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/vnd.microsoft.icon",
        Some("webp") => "image/webp",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_digest_is_kept_for_good() {
        assert!(is_hashed("guildhall-0123456789abcdef.wasm"));
        assert!(is_hashed("assets/app.9f86d081.js"));
        assert!(is_hashed("app-9f86d081_bg.wasm"));
        for name in ["index.html", "icons.svg", "facade.css", "deadbeefcafe.css", "app-123.js", "9f86d081"] {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn compressed_forms_stand_beside_their_file_and_not_alone() {
        let files = ["a.js", "a.js.br", "a.js.gz", "b.css"].map(|name| (name.to_owned(), Bytes::from(name)));
        let assets = join(HashMap::from(files));
        assert_eq!(assets.len(), 2);
        assert_eq!(assets["a.js"].brotli.as_deref(), Some(b"a.js.br".as_slice()));
        assert_eq!(assets["a.js"].gzip.as_deref(), Some(b"a.js.gz".as_slice()));
        assert!(assets["b.css"].brotli.is_none());
    }

    #[test]
    fn webassembly_has_the_type_that_browsers_compile_while_loading() {
        assert_eq!(content_type("app.wasm"), "application/wasm");
        assert_eq!(content_type("unknown"), "application/octet-stream");
    }
}

//! What of a built application goes into the bucket: under which name, as what, for how long, and in which order.

use anyhow::{Context, Result, bail};

/// Forms of a file that the build made beside it. The content delivery network asks the bucket for the brotli form where
/// the browser takes it, and makes gzip itself for the few that do not.
const BROTLI: &str = ".br";
const GZIP: &str = ".gz";
/// What the content delivery network asks the brotli form of.
const SERVED_PRECOMPRESSED: [&str; 5] = ["css", "html", "js", "svg", "wasm"];
/// What opens the application, and what it reads first.
pub(super) const PAGE: &str = "index.html";
pub(super) const CONFIG: &str = "config.json";

/// A file to put into the bucket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Upload {
    /// Its name in the folder and in the bucket, such as `assets/app-0123456789abcdef.js.br`.
    pub(super) key: String,
    pub(super) content_type: &'static str,
    /// Given when the bytes are compressed.
    pub(super) content_encoding: Option<&'static str>,
    pub(super) kept: Kept,
}

/// How long browsers and the content delivery network may keep a file without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kept {
    /// The name changes with the contents.
    ForGood,
    /// Browsers ask each time, which costs a few bytes when nothing changed. The content delivery network asks the
    /// bucket once a minute, and is told when there is something new.
    Checked,
}

impl Kept {
    /// The value of `Cache-Control`.
    pub(super) fn header(self) -> &'static str {
        match self {
            Self::ForGood => "public, max-age=31536000, immutable",
            Self::Checked => "public, max-age=0, s-maxage=60, must-revalidate",
        }
    }
}

/// What stands in the bucket only once everything that it asks for does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Assets,
    FixedNames,
    Config,
    Page,
}

/// The uploads of a site's files, in the order in which a visitor never meets a page before its parts.
///
/// # Errors
/// A file of an unknown kind: a browser would not know what to do with it. A file without the compressed form that the
/// content delivery network asks for: almost every browser would be told that there is none.
pub(super) fn uploads(files: &[String]) -> Result<Vec<Upload>> {
    let lacks_its_form = |file: &&String| {
        SERVED_PRECOMPRESSED.contains(&extension(file)) && !files.contains(&format!("{file}{BROTLI}"))
    };
    if let Some(file) = files.iter().find(lacks_its_form) {
        bail!("{file}{BROTLI} is not there: the application was not built for release");
    }
    let mut uploads: Vec<Upload> =
        files.iter().filter(|file| is_served(file)).map(|file| upload(file)).collect::<Result<_>>()?;
    uploads.sort_by(|one, other| (turn(one), &one.key).cmp(&(turn(other), &other.key)));
    Ok(uploads)
}

fn is_served(file: &str) -> bool {
    match file.strip_suffix(BROTLI) {
        Some(plain) => SERVED_PRECOMPRESSED.contains(&extension(plain)),
        None => !file.ends_with(GZIP),
    }
}

fn upload(file: &str) -> Result<Upload> {
    let plain = file.strip_suffix(BROTLI).unwrap_or(file);
    let content_type =
        content_type(plain).with_context(|| format!("nobody said what kind of file {file} is"))?;
    Ok(Upload {
        key: file.to_owned(),
        content_type,
        content_encoding: (plain != file).then_some("br"),
        kept: if is_hashed(plain) { Kept::ForGood } else { Kept::Checked },
    })
}

fn turn(upload: &Upload) -> Turn {
    match (upload.kept, upload.key.strip_suffix(BROTLI).unwrap_or(&upload.key)) {
        (Kept::ForGood, _) => Turn::Assets,
        (Kept::Checked, PAGE) => Turn::Page,
        (Kept::Checked, CONFIG) => Turn::Config,
        (Kept::Checked, _) => Turn::FixedNames,
    }
}

/// Whether the name is one that the build made of the contents: `assets/<name>-<16 hexadecimal digits>.<extension>`.
fn is_hashed(file: &str) -> bool {
    let hash = file
        .strip_prefix("assets/")
        .filter(|name| !name.contains('/'))
        .and_then(|name| name.split_once('.'))
        .and_then(|(stem, _)| stem.rsplit_once('-'))
        .map(|(_, hash)| hash);
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn extension(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn content_type(file: &str) -> Option<&'static str> {
    Some(match extension(file) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        // Compiled while it loads only under this name.
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;
    use crate::web::files_below;

    const SCRIPT: &str = "assets/app-ba44297cc522ce39.js";

    /// Of these files and of the compressed forms that the build makes beside them.
    fn plan(files: &[&str]) -> Vec<Upload> {
        let forms = |file: &&str| [(*file).to_owned(), format!("{file}.br"), format!("{file}.gz")];
        uploads(&files.iter().flat_map(forms).collect::<Vec<_>>()).expect("all are known")
    }

    fn keys(files: &[&str]) -> Vec<String> {
        plan(files).into_iter().map(|upload| upload.key).collect()
    }

    #[test]
    fn assets_come_first_and_the_page_that_asks_for_them_last() {
        assert_eq!(
            keys(&["index.html", "icons.svg", "config.json", SCRIPT, "share.png"]),
            [
                SCRIPT,
                "assets/app-ba44297cc522ce39.js.br",
                "icons.svg",
                "icons.svg.br",
                "share.png",
                "config.json",
                "index.html",
                "index.html.br"
            ]
        );
    }

    #[test]
    fn only_a_name_made_of_the_contents_is_kept_for_good() {
        let kept = |file| plan(&[file]).into_iter().map(|upload| upload.kept).collect::<Vec<_>>();
        assert_eq!(kept(SCRIPT), [Kept::ForGood, Kept::ForGood]);
        for file in ["index.html", "public.css", "assets/app-12.js", "app-ba44297cc522ce39.js"] {
            assert_eq!(kept(file), [Kept::Checked, Kept::Checked], "{file}");
        }
        assert_eq!(kept("config.json"), [Kept::Checked]);
        assert_eq!(kept("assets/snippets/x-ba44297cc522ce39.js"), [Kept::Checked, Kept::Checked]);
    }

    #[test]
    fn a_compressed_form_says_so_and_keeps_the_type_of_its_file() {
        let forms = plan(&["assets/app-de7ec6c5b8b1f908.wasm"]);
        assert!(forms.iter().all(|form| form.content_type == "application/wasm"), "{forms:?}");
        let encodings: Vec<_> = forms.iter().map(|form| form.content_encoding).collect();
        assert_eq!(encodings, [None, Some("br")]);
    }

    #[test]
    fn forms_that_nobody_asks_for_stay_at_home() {
        assert_eq!(keys(&["notes.txt", "share.png"]), ["notes.txt", "share.png"]);
    }

    #[test]
    fn an_application_without_compressed_forms_is_not_uploaded() {
        let problem = uploads(&["index.html".to_owned()]).expect_err("a development build");
        assert!(problem.to_string().contains("index.html.br"), "{problem}");
    }

    #[test]
    fn a_file_of_an_unknown_kind_is_not_put_on_the_site() {
        let problem = uploads(&["model.bin".to_owned()]).expect_err("unknown");
        assert!(problem.to_string().contains("model.bin"), "{problem}");
    }

    #[test]
    fn every_file_of_the_application_is_of_a_known_kind() {
        let folder = Project::find().expect("a repository").at("frontend/public");
        let files = files_below(&folder).expect("readable");
        assert!(!files.is_empty());
        for file in files {
            assert!(content_type(&file.to_string_lossy()).is_some(), "{}", file.display());
        }
    }
}

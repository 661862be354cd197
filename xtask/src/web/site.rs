//! The folder of static files: names that change with the contents, so that browsers may keep them for ever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::Flavour;
use super::bindgen::Application;
use super::{minify, styles};
use crate::project::Project;

/// A hash over everything that goes into the site, this program included.
pub(super) fn inputs(project: &Project, compiled: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    for big in [std::env::current_exe()?.as_path(), compiled] {
        // Reading megabytes would take longer than all the rest; cargo touches them only when they change.
        let facts = fs::metadata(big).with_context(|| format!("cannot read {}", big.display()))?;
        hash.update(format!("{} {:?}", facts.len(), facts.modified()?));
    }
    for source in ["frontend/index.html", "frontend/boot.js", "frontend/styles", "frontend/public"] {
        for file in files_below(&project.at(source))? {
            hash.update(file.to_string_lossy().as_bytes());
            hash.update(fs::read(&file)?);
        }
    }
    Ok(hex(&hash.finalize()))
}

pub(super) fn is_current(folder: &Path, inputs: &str) -> bool {
    folder.is_dir() && fs::read_to_string(note(folder)).is_ok_and(|found| found == inputs)
}

/// The file beside a finished site that names what it was made from.
fn note(folder: &Path) -> PathBuf {
    folder.with_extension("inputs")
}

/// Puts the site together in a folder of its own, which is returned.
pub(super) fn assemble(project: &Project, flavour: Flavour, application: &Application) -> Result<PathBuf> {
    let folder = flavour.folder(project).with_extension("new");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy_below(&project.at("frontend/public"), &folder)?;
    fs::create_dir_all(folder.join("assets"))?;
    if let Some(snippets) = &application.snippets {
        // The script asks for them relative to itself.
        copy_below(snippets, &folder.join("assets/snippets"))?;
    }
    let css = add(&folder, "app", "css", style_sheet(project, flavour, "index")?.as_bytes())?;
    // Its name is fixed: pages that were published long ago follow the style sheet of today.
    fs::write(folder.join("public.css"), style_sheet(project, flavour, "public")?)?;
    let bindgen = add(&folder, "app", "js", application.script.as_bytes())?;
    let wasm = add(&folder, "app", "wasm", &application.wasm)?;
    let boot = read(project, "frontend/boot.js")?;
    let boot = boot.replace("{{bindgen}}", &bindgen).replace("{{wasm}}", &wasm);
    let js = add(&folder, "boot", "js", boot.as_bytes())?;
    let index = read(project, "frontend/index.html")?
        .replace("{{css}}", &css)
        .replace("{{js}}", &js)
        .replace("{{bindgen}}", &bindgen)
        .replace("{{wasm}}", &wasm);
    fs::write(folder.join("index.html"), index)?;
    Ok(folder)
}

fn style_sheet(project: &Project, flavour: Flavour, name: &str) -> Result<String> {
    let css = styles::concatenate(&project.at(&format!("frontend/styles/{name}.css")))?;
    Ok(if flavour == Flavour::Release { minify::css(&css) } else { css })
}

/// Swaps the new folder in, so that a running server never sees half a site.
pub(super) fn publish(new: &Path, folder: &Path, inputs: &str) -> Result<()> {
    let old = folder.with_extension("old");
    if old.exists() {
        fs::remove_dir_all(&old)?;
    }
    if folder.exists() {
        fs::rename(folder, &old)?;
    }
    fs::rename(new, folder)?;
    if old.exists() {
        fs::remove_dir_all(&old)?;
    }
    fs::write(note(folder), inputs)?;
    Ok(())
}

/// Every file below a folder (or the file itself), in a fixed order. What is missing has none.
pub(crate) fn files_below(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut entries: Vec<PathBuf> =
        fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        files.extend(files_below(&entry)?);
    }
    Ok(files)
}

fn copy_below(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for file in files_below(from)? {
        let copy = to.join(file.strip_prefix(from)?);
        if let Some(folder) = copy.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, &copy)?;
    }
    Ok(())
}

/// Writes `assets/<name>-<hash>.<extension>` and returns its URL.
fn add(folder: &Path, name: &str, extension: &str, contents: &[u8]) -> Result<String> {
    let hash = hex(&Sha256::digest(contents)[..8]);
    let url = format!("/assets/{name}-{hash}.{extension}");
    fs::write(folder.join(&url[1..]), contents)?;
    Ok(url)
}

fn read(project: &Project, file: &str) -> Result<String> {
    fs::read_to_string(project.at(file)).with_context(|| format!("cannot read {file}"))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

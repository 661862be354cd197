//! The JavaScript between the browser and the compiled application. `wasm-bindgen` is used as a library, of exactly the
//! version that the application is compiled with: nothing to install, nothing to drift.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::Project;

/// What the browser loads.
pub(super) struct Application {
    pub(super) script: String,
    pub(super) wasm: Vec<u8>,
    /// Modules that the script imports from `./snippets`.
    pub(super) snippets: Option<PathBuf>,
}

pub(super) fn bind(project: &Project, compiled: &Path) -> Result<Application> {
    let folder = project.built("bindgen");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    Bindgen::new()
        .input_path(compiled)
        .out_name("app")
        .web(true)?
        .typescript(false)
        .demangle(false)
        .debug(false)
        .keep_debug(false)
        .generate(&folder)
        .context("wasm-bindgen could not read the compiled application")?;
    let snippets = folder.join("snippets");
    Ok(Application {
        script: fs::read_to_string(folder.join("app.js"))?,
        wasm: fs::read(folder.join("app_bg.wasm"))?,
        snippets: snippets.is_dir().then_some(snippets),
    })
}

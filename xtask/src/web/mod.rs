//! Builds the web application into a folder of static files.

mod bindgen;
mod compress;
mod minify;
mod site;
mod styles;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;

use crate::process::{Elapsed, Task};
use crate::project::Project;
use crate::setup::wasm;

pub(crate) use site::files_below;

/// What the application is built for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// Quick to build, small enough to load: `run` and the browser tests.
    Development,
    /// Every byte is downloaded: optimised and compressed.
    Release,
}

impl Flavour {
    fn profile(self) -> &'static str {
        match self {
            Self::Development => "web-dev",
            Self::Release => "web",
        }
    }

    /// Leptos then compiles the machinery behind a component once for all instead of once for each type: a seventh
    /// less to download, for an allocation here and there.
    fn flags(self, cargo: Task) -> Task {
        match self {
            Self::Development => cargo,
            Self::Release => cargo.env("RUSTFLAGS", "--cfg erase_components"),
        }
    }

    /// The folder of the finished site.
    pub(crate) fn folder(self, project: &Project) -> PathBuf {
        match self {
            Self::Development => project.built("site"),
            Self::Release => project.built("site-release"),
        }
    }
}

/// Builds the application, unless nothing changed, and returns the folder to serve.
pub(crate) fn build(project: &Project, flavour: Flavour) -> Result<PathBuf> {
    println!("web: compiling the application ({})", flavour.profile());
    flavour
        .flags(wasm::cargo_for_web(project)?)
        .args(["build", "--package", "frontend", "--target", wasm::TARGET, "--profile", flavour.profile()])
        .within_minutes(40)
        .run()?;

    let compiled = wasm::built_for_web(project, flavour.profile())?.join("frontend.wasm");
    let folder = flavour.folder(project);
    let inputs = site::inputs(project, &compiled)?;
    if site::is_current(&folder, &inputs) {
        return Ok(folder);
    }

    let started = Instant::now();
    let mut application = bindgen::bind(project, &compiled)?;
    if flavour == Flavour::Release {
        minify::wasm(project, &mut application)?;
    }
    let files = site::assemble(project, flavour, &application)?;
    if flavour == Flavour::Release {
        let sizes = compress::beside(&files)?;
        println!("{sizes}");
    }
    site::publish(&files, &folder, &inputs)?;
    println!("web: {} is ready after {}", folder.display(), Elapsed(started.elapsed()));
    Ok(folder)
}

//! The browser that the browser tests drive.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::debian;
use super::step::Step;
use crate::project::Project;

const STEP: Step = Step {
    name: "Chromium",
    way_out: "install Chromium or Chrome yourself and name its program in the environment variable CHROMIUM.",
};

pub(super) fn ensure(project: &Project) -> Result<()> {
    STEP.ensure(find().is_some(), || {
        debian::install(project, &["chromium"])?;
        find().map(|_| ()).context("it was installed, but /usr/bin/chromium is not there")
    })
}

/// The browser's program: what the environment names, or else Debian's.
pub(crate) fn find() -> Option<PathBuf> {
    env::var_os("CHROMIUM")
        .map(PathBuf::from)
        .into_iter()
        .chain([PathBuf::from("/usr/bin/chromium")])
        .find(|program| program.is_file())
}

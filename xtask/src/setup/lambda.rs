//! Rust's standard library for the processor that the functions run on.

use std::env;
use std::path::Path;

use anyhow::{Context, Result};

use super::step::{Step, log};
use crate::process::Task;
use crate::project::Project;

const STEP: Step = Step {
    name: "Rust for the functions' processor",
    way_out: "run `rustup target add aarch64-unknown-linux-gnu`, or build for x86_64 with `--architecture x86_64` on a \
              machine that is one.",
};

pub(super) fn ensure(project: &Project, target: &str) -> Result<()> {
    STEP.ensure(is_there(project, target)?, || {
        Task::new("rustup")
            .args(["target", "add", target])
            .in_folder(project.root())
            .within_minutes(5)
            .run_silently(&log(project, "rustup"))
    })
}

fn is_there(project: &Project, target: &str) -> Result<bool> {
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let folder = Task::new(compiler)
        .args(["--print", "target-libdir", "--target", target])
        .in_folder(project.root())
        .answer()
        .context("rustc does not answer")?;
    Ok(Path::new(folder.trim()).is_dir())
}

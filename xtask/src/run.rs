//! `cargo xtask run`: everything built, then the one-machine system in the foreground.

use std::process::ExitCode;

use anyhow::Result;

use crate::cargo::build_guildhall_local;
use crate::process::Task;
use crate::project::Project;
use crate::setup;
use crate::web::{self, Flavour};

pub(crate) fn run(project: &Project, options: &[String]) -> Result<ExitCode> {
    setup::for_web(project, Flavour::Development)?;
    let site = web::build(project, Flavour::Development)?;
    println!("run: compiling Guildhall");
    build_guildhall_local(project)?;
    let status = Task::new(project.guildhall_local())
        .arg("--site")
        .arg(site)
        .args(options)
        .in_folder(project.root())
        .status()?;
    // A program that was ended by a signal has no code of its own.
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Ok(ExitCode::from(code))
}

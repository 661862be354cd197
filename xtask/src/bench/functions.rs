//! The functions as they run in AWS, beside one that is built the documented way and one for Node.js.

use anyhow::Result;

use crate::cargo::{cargo, functions};
use crate::project::Project;
use crate::setup;

/// Its handler is also there built otherwise; see `tests/documented`.
const COMPARED: &str = "get-profile";

/// Measures these functions, or all.
pub(super) fn measure(project: &Project, chosen: &[String]) -> Result<()> {
    setup::for_function_bench(project)?;
    let mut names = if chosen.is_empty() { functions(project)? } else { chosen.to_vec() };
    if !names.iter().any(|name| name == COMPARED) {
        names.insert(0, COMPARED.to_owned());
    }
    build(project, &names)?;
    build_documented(project)?;
    cargo(project)
        // Quick to measure with, and without the features that tests switch on.
        .args(["run", "--quiet", "--profile", "local", "--package", "guildhall-tests", "--features", "bench"])
        .args(["--bin", "function-bench", "--"])
        .arg("--binaries")
        .arg(project.built("release"))
        .arg("--documented")
        .arg(project.built("documented/release/documented"))
        .arg("--node")
        .arg(project.at("tests/documented/node"))
        .args(&names)
        .within_minutes(60)
        .run()
}

/// As they are packaged: naming the functions' own packages keeps out the features that tests switch on.
fn build(project: &Project, names: &[String]) -> Result<()> {
    cargo(project)
        .args(["build", "--release"])
        .args(names.iter().flat_map(|name| ["--package", name]))
        .within_minutes(120)
        .run()
}

fn build_documented(project: &Project) -> Result<()> {
    let folder = project.at("tests/documented");
    cargo(project)
        .args(["build", "--release", "--locked", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(project.built("documented"))
        // This repository's setting, which the documented way has not.
        .env("AWS_LC_SYS_NO_JITTER_ENTROPY", "0")
        .in_folder(folder)
        .within_minutes(60)
        .run()
}

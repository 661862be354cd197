//! How cargo is called. Every call for this machine selects the same packages with the same features and profile,
//! tests' dependencies included, so that nothing is compiled twice.

use std::env;
use std::fs;

use anyhow::Result;

use crate::process::Task;
use crate::project::Project;

/// Everything but the frontend, which is built for the browser.
pub(crate) const NATIVE: [&str; 3] = ["--workspace", "--exclude", "frontend"];

/// A cargo command in the repository.
pub(crate) fn cargo(project: &Project) -> Task {
    with_clean_environment(Task::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into())))
        .in_folder(project.root())
}

/// Takes out what cargo told *this* program about itself: build scripts would see it change and run again.
pub(crate) fn with_clean_environment(task: Task) -> Task {
    env::vars_os()
        .filter(|(name, _)| {
            let name = name.to_string_lossy();
            name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
        })
        .fold(task, |task, (name, _)| task.without_env(name))
}

/// Builds the one-machine system.
pub(crate) fn build_guildhall_local(project: &Project) -> Result<()> {
    cargo(project)
        .arg("build")
        .args(NATIVE)
        .args(["--bin", "guildhall-local"])
        // Naming a test brings in the features of the tests' dependencies; see the top of this file.
        .args(["--test", "architecture"])
        .within_minutes(40)
        .run()
}

/// Builds every function as quickly as the tests want it, and the one that panics.
pub(crate) fn build_functions(project: &Project) -> Result<()> {
    let functions = functions(project)?;
    cargo(project)
        .arg("build")
        .args(NATIVE)
        .args(functions.iter().flat_map(|function| ["--bin", function]))
        .args(["--example", "panicking-function"])
        // As for `guildhall-local`.
        .args(["--test", "architecture"])
        .within_minutes(40)
        .run()
}

/// The names of all functions, which are those of their folders.
pub(crate) fn functions(project: &Project) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for folder in fs::read_dir(project.at("functions"))? {
        let folder = folder?;
        if folder.path().join("Cargo.toml").is_file() {
            names.push(folder.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

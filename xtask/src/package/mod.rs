//! `cargo xtask package`: every function as it runs in AWS, in one build, and the template that deploys it.
//!
//! `sam build` comes to the same with one call of cargo for each function. Naming the functions' own packages also keeps
//! out the features that tests and the one-machine system switch on in the libraries that they share.

mod architecture;
mod sizes;
mod table;
mod template;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Result, bail};

pub(crate) use architecture::Architecture;
use sizes::Sizes;
pub(crate) use table::OtherTable;
pub(crate) use template::{Parameter, Template};

use crate::cargo::with_clean_environment;
use crate::process::{Elapsed, Task};
use crate::project::Project;
use crate::setup;

/// The folder of the programs, beside the packaged template.
const PROGRAMS: &str = "functions";

/// Builds the functions (all, or those that are named) and writes `target/package/template.yaml`.
pub(crate) fn package(project: &Project, architecture: Option<Architecture>, only: &[String]) -> Result<()> {
    let template = Template::read(project)?;
    let architecture = architecture.map_or_else(|| template.architecture(), Ok)?;
    let binaries = chosen(template.binaries()?, only)?;
    setup::for_functions(project, architecture.target())?;
    build(project, architecture, &binaries)?;
    println!("{}", Sizes::of(&folder(project).join(PROGRAMS), &binaries)?);
    if !only.is_empty() {
        println!("package: no template was written, since it names every function");
        return Ok(());
    }
    let written = write(project, &template, None)?;
    println!("package: deploy it with `sam deploy --template-file {}`", project.shown(&written));
    if architecture != template.architecture()? {
        println!("package: and with `--parameter-overrides Architecture={architecture}`");
    }
    Ok(())
}

/// Builds every function, writes the template and returns where.
pub(crate) fn everything(
    project: &Project,
    architecture: Architecture,
    table: Option<&OtherTable>,
) -> Result<PathBuf> {
    let template = Template::read(project)?;
    let binaries = template.binaries()?;
    setup::for_functions(project, architecture.target())?;
    build(project, architecture, &binaries)?;
    println!("{}", Sizes::of(&folder(project).join(PROGRAMS), &binaries)?);
    write(project, &template, table)
}

/// The command that builds, as a person would type it.
pub(crate) fn command(architecture: Architecture) -> String {
    format!("cargo xtask package --architecture {architecture}")
}

/// Where the packaged template is, or will be.
pub(crate) fn template_file(project: &Project) -> PathBuf {
    folder(project).join("template.yaml")
}

fn folder(project: &Project) -> PathBuf {
    project.built("package")
}

fn chosen(all: Vec<String>, only: &[String]) -> Result<Vec<String>> {
    if only.is_empty() {
        return Ok(all);
    }
    match only.iter().find(|name| !all.contains(name)) {
        Some(unknown) => bail!("{unknown} is no function; there are {}", all.join(", ")),
        None => Ok(only.to_vec()),
    }
}

fn build(project: &Project, architecture: Architecture, binaries: &[String]) -> Result<()> {
    println!("package: compiling {} functions for {architecture}", binaries.len());
    let started = Instant::now();
    let selection = binaries.iter().flat_map(|name| ["--package", name, "--bin", name]);
    with_clean_environment(Task::new(project.python_tool("cargo-lambda")))
        .args(["lambda", "build", "--release", "--locked", architecture.option()])
        .args(selection)
        .arg("--lambda-dir")
        .arg(folder(project).join(PROGRAMS))
        // The linker is zig, which cargo-lambda finds through the Python that it came with.
        .env("PATH", path_with_python_tools(project)?)
        .in_folder(project.root())
        .within_minutes(120)
        .run()?;
    println!("package: compiled in {}", Elapsed(started.elapsed()));
    Ok(())
}

fn path_with_python_tools(project: &Project) -> Result<OsString> {
    let own = project.python_tool("");
    let usual = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths([own].into_iter().chain(env::split_paths(&usual)))?)
}

fn write(project: &Project, template: &Template, table: Option<&OtherTable>) -> Result<PathBuf> {
    let file = template_file(project);
    fs::write(&file, template.packaged(PROGRAMS, table)?)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_functions_can_be_packaged() {
        let all = || vec!["get-profile".to_owned(), "list-leads".to_owned()];
        assert_eq!(chosen(all(), &[]).expect("all"), all());
        assert_eq!(chosen(all(), &["list-leads".to_owned()]).expect("one"), ["list-leads"]);
        let problem = chosen(all(), &["xtask".to_owned()]).expect_err("no function");
        assert!(problem.to_string().contains("get-profile, list-leads"), "{problem}");
    }
}

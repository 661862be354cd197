//! `cargo xtask bench`: figures to compare within one run. Nothing here passes or fails: machines are noisy.

mod functions;

use anyhow::Result;

use crate::cargo::cargo;
use crate::project::Project;
use crate::setup;
use crate::web::{self, Flavour};

/// Prints everything, or only the figures of functions: of those that are named, or of all.
pub(crate) fn bench(project: &Project, only_functions: Option<&[String]>) -> Result<()> {
    if let Some(names) = only_functions {
        heading("functions");
        return functions::measure(project, names);
    }
    heading("request units (exact)");
    example(project, "guildhall-store", "request_units", &[])?;
    heading("lists, on the embedded DynamoDB over HTTP");
    example(project, "guildhall-store", "list_bench", &["1000", "10000", "100000"])?;
    heading("search of the directory, in memory");
    example(project, "guildhall-search", "search_bench", &["5000", "100000"])?;
    heading("functions");
    functions::measure(project, &[])?;
    heading("first load of the application");
    setup::for_web(project, Flavour::Release)?;
    web::build(project, Flavour::Release)?;
    Ok(())
}

fn heading(text: &str) {
    println!("\n== {text} {}", "=".repeat(70_usize.saturating_sub(text.len())));
}

fn example(project: &Project, package: &str, name: &str, options: &[&str]) -> Result<()> {
    cargo(project)
        .args(["run", "--quiet", "--profile", "local", "--package", package, "--example", name, "--"])
        .args(options)
        .within_minutes(40)
        .run()
}

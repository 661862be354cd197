//! `cargo xtask bench`: figures to compare within one run. Nothing here passes or fails: machines are noisy.

use anyhow::Result;

use crate::cargo::cargo;
use crate::project::Project;
use crate::setup;
use crate::web::{self, Flavour};

pub(crate) fn bench(project: &Project) -> Result<()> {
    heading("request units (exact)");
    example(project, "guildhall-store", "request_units", &[])?;
    heading("lists, on the embedded DynamoDB over HTTP");
    example(project, "guildhall-store", "list_bench", &["1000", "10000", "100000"])?;
    heading("search of the directory, in memory");
    example(project, "guildhall-search", "search_bench", &["5000", "100000"])?;
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

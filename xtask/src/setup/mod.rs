//! What has to be on the machine. A step that finds its work done says nothing; one that works says so and for how
//! long; one that fails names a way out.

mod checkov;
mod chromium;
mod debian;
mod dynamodb;
mod java;
mod lambda;
mod node;
mod python;
mod step;
pub(crate) mod wasm;

use anyhow::Result;

pub(crate) use checkov::program as checkov;
pub(crate) use chromium::find as find_chromium;

use crate::project::Project;
use crate::web::Flavour;

/// What building the web application needs.
pub(crate) fn for_web(project: &Project, flavour: Flavour) -> Result<()> {
    let _lock = step::lock(project)?;
    wasm::ensure(project)?;
    match flavour {
        Flavour::Development => Ok(()),
        Flavour::Release => node::ensure(project, "frontend"),
    }
}

/// What the tests of the store and of mail need: the emulators that they run against.
pub(crate) fn for_unit_tests(project: &Project) -> Result<()> {
    let _lock = step::lock(project)?;
    java::ensure(project)?;
    dynamodb::ensure(project)?;
    node::ensure(project, "tests/mail")
}

/// What the tests written in Python, and AWS's own linters, need.
pub(crate) fn for_python_tools(project: &Project) -> Result<()> {
    let _lock = step::lock(project)?;
    python::ensure(project)
}

/// What the linters of the template need.
pub(crate) fn for_infra_tests(project: &Project) -> Result<()> {
    let _lock = step::lock(project)?;
    python::ensure(project)?;
    checkov::ensure(project)
}

/// What building the functions for a target of rustc needs: cargo-lambda, the linker that it brings, and the target.
pub(crate) fn for_functions(project: &Project, target: &str) -> Result<()> {
    let _lock = step::lock(project)?;
    python::ensure(project)?;
    lambda::ensure(project, target)
}

/// What talking to AWS needs: its command lines.
pub(crate) fn for_deployment(project: &Project) -> Result<()> {
    for_python_tools(project)
}

/// What the function for Node.js needs that functions are measured beside.
pub(crate) fn for_function_bench(project: &Project) -> Result<()> {
    let _lock = step::lock(project)?;
    node::ensure(project, "tests/documented/node")
}

/// What the browser tests need.
pub(crate) fn for_browser_tests(project: &Project) -> Result<()> {
    let _lock = step::lock(project)?;
    node::ensure(project, "tests/browser")?;
    chromium::ensure(project)
}

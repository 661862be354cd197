//! What each layer runs.

use anyhow::{Context, Result};

use super::{grants, linters, targets};
use crate::cargo::{NATIVE, build_functions, build_guildhall_local, cargo};
use crate::process::Task;
use crate::project::Project;
use crate::setup::{self, wasm};
use crate::web::{self, Flavour};

/// The frontend's calls use the profile that it is built with, so that build scripts and macros are compiled once.
const FRONTEND: [&str; 6] = ["--package", "frontend", "--target", wasm::TARGET, "--profile", "web-dev"];

pub(super) fn format(project: &Project) -> Result<()> {
    cargo(project).args(["fmt", "--all", "--check"]).within_minutes(5).run()
}

pub(super) fn clippy(project: &Project) -> Result<()> {
    setup::for_web(project, Flavour::Development)?;
    cargo(project)
        .arg("clippy")
        .args(NATIVE)
        .args(["--all-targets", "--", "-D", "warnings"])
        .within_minutes(40)
        .run()?;
    let linter = wasm::linter(project);
    let refuse_warnings: &[&str] = if linter == "clippy" { &["--", "-D", "warnings"] } else { &[] };
    wasm::cargo_for_web(project)?
        .arg(linter)
        .args(FRONTEND)
        .arg("--all-targets")
        .args(refuse_warnings)
        .within_minutes(40)
        .run()
}

pub(super) fn docs(project: &Project) -> Result<()> {
    cargo(project)
        .args(["doc", "--no-deps"])
        .args(NATIVE)
        .env("RUSTDOCFLAGS", "-D warnings")
        .within_minutes(20)
        .run()?;
    wasm::cargo_for_web(project)?
        .args(["doc", "--no-deps"])
        .args(FRONTEND)
        .env("RUSTDOCFLAGS", "-D warnings")
        .within_minutes(20)
        .run()
}

pub(super) fn unit(project: &Project, options: &[String]) -> Result<()> {
    setup::for_unit_tests(project)?;
    let tests = targets::of_the_unit_layer(project)?;
    let mut runner = test_runner(project)
        .args(NATIVE)
        .args(["--lib", "--bin", "xtask"])
        .env("DYNAMODB_LOCAL_DIR", project.dynamodb_local())
        .env("SES_LOCAL", project.ses_local());
    for test in &tests {
        runner = runner.args(["--test", test]);
    }
    runner.args(if_any_must_run(project, options)).args(pass_on(project, options)).run()?;
    // What the frontend computes is the same on any machine. Its features must not mix with the others', so it has its
    // own folder, where the macros that it needs are compiled already.
    test_runner(project)
        .args(["--package", "frontend"])
        .args(if_any_must_run(project, options))
        .env("CARGO_TARGET_DIR", project.built("frontend"))
        .args(pass_on(project, options))
        .run()
}

/// Who asks for one test by name may mean one of the other runner's.
fn if_any_must_run(project: &Project, options: &[String]) -> &'static [&'static str] {
    if !options.is_empty() && has_nextest(project) { &["--no-tests", "pass"] } else { &[] }
}

pub(super) fn infra(project: &Project, options: &[String]) -> Result<()> {
    linters::run(project)?;
    test_runner(project).args(NATIVE).args(["--test", "infra"]).args(pass_on(project, options)).run()
}

pub(super) fn api(project: &Project, options: &[String]) -> Result<()> {
    setup::for_python_tools(project)?;
    let noted = grants::folder(project)?;
    test_runner(project)
        .args(NATIVE)
        .args(["--test", "api"])
        .env("SCHEMATHESIS", project.python_tool("schemathesis"))
        .env(grants::FOLDER, &noted)
        .args(pass_on(project, options))
        .run()?;
    // Only the whole suite does all that the functions may do.
    if options.is_empty() { grants::hold_all_used(&noted) } else { Ok(()) }
}

pub(super) fn lambda(project: &Project, options: &[String]) -> Result<()> {
    setup::for_unit_tests(project)?;
    setup::for_python_tools(project)?;
    build_functions(project)?;
    test_runner(project)
        .args(NATIVE)
        .args(["--test", "lambda"])
        .env("FUNCTIONS_DIR", project.built("debug"))
        .env("CARGO_LAMBDA", project.python_tool("cargo-lambda"))
        .env("DYNAMODB_LOCAL_DIR", project.dynamodb_local())
        .env("MOTO_SERVER", project.python_tool("moto_server"))
        .env("SES_LOCAL", project.ses_local())
        .args(pass_on(project, options))
        .run()
}

pub(super) fn browser(project: &Project, options: &[String]) -> Result<()> {
    setup::for_web(project, Flavour::Development)?;
    setup::for_browser_tests(project)?;
    let site = web::build(project, Flavour::Development)?;
    build_guildhall_local(project)?;
    let folder = project.at("tests/browser");
    println!("tsc");
    Task::new(folder.join("node_modules/.bin/tsc")).in_folder(&folder).within_minutes(5).run()?;
    Task::new(folder.join("node_modules/.bin/playwright"))
        .arg("test")
        .args(options)
        .in_folder(&folder)
        .env("GUILDHALL_LOCAL", project.guildhall_local())
        .env("GUILDHALL_SITE", site)
        .env("CHROMIUM", setup::find_chromium().context("Chromium is gone")?)
        .within_minutes(30)
        .run()
}

/// nextest where it is installed, which shows slow tests and ends stuck ones; plain cargo elsewhere.
fn test_runner(project: &Project) -> Task {
    let runner = cargo(project).within_minutes(60);
    if has_nextest(project) {
        runner.args(["nextest", "run", "--status-level", "slow"])
    } else {
        runner.arg("test")
    }
}

/// A test's name goes to nextest as it is, and to plain cargo behind `--`.
fn pass_on(project: &Project, options: &[String]) -> Vec<String> {
    let separator = (!options.is_empty() && !has_nextest(project)).then(|| "--".to_owned());
    separator.into_iter().chain(options.iter().cloned()).collect()
}

fn has_nextest(project: &Project) -> bool {
    cargo(project).args(["nextest", "--version"]).answer().is_ok()
}

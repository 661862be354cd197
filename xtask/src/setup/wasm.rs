//! Rust's standard library for the browser: from rustup, or built from Debian's sources where rustup is not to be had.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::debian;
use super::step::{Step, log};
use crate::cargo::{cargo, with_clean_environment};
use crate::process::Task;
use crate::project::Project;

/// What the browser runs.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler for the web, with the standard library's sources and a linker for WebAssembly.
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const DEBIAN_COMPILER: [&str; 3] = ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/bin/wasm-ld-22"];

const STEP: Step = Step {
    name: "Rust for WebAssembly",
    way_out: "install Rust with rustup and run `rustup target add wasm32-unknown-unknown`.",
};

pub(super) fn ensure(project: &Project) -> Result<()> {
    STEP.ensure(toolchain(project).is_some(), || {
        let Err(problem) = add_with_rustup(project) else {
            return Ok(());
        };
        println!("        {problem:#}\n        trying Debian's packages instead");
        debian::install(project, &DEBIAN_PACKAGES)?;
        toolchain(project)
            .map(|_| ())
            .context("Debian's packages hold no compiler and linker for WebAssembly")
    })
}

fn add_with_rustup(project: &Project) -> Result<()> {
    Task::new("rustup")
        .args(["target", "add", TARGET])
        .in_folder(project.root())
        .within_minutes(5)
        .run_silently(&log(project, "rustup"))
}

/// A cargo command that compiles for the browser.
pub(crate) fn cargo_for_web(project: &Project) -> Result<Task> {
    let toolchain = toolchain(project).context("Rust for WebAssembly is not installed")?;
    Ok(match toolchain {
        Toolchain::Usual => cargo(project).env("CARGO_TARGET_DIR", project.built("frontend")),
        Toolchain::Debian => {
            let [rustc, cargo, linker] = DEBIAN_COMPILER;
            with_clean_environment(Task::new(cargo))
                .in_folder(project.root())
                // Another compiler's leavings are of no use to this one.
                .env("CARGO_TARGET_DIR", project.built("frontend-debian"))
                .env("RUSTC", rustc)
                .env("RUSTDOC", "/usr/bin/rustdoc")
                // Debian ships the standard library as source only; building it is still an unstable feature.
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
        }
    })
}

/// The linter for what the browser runs. Debian's compiler has none, so there the code is only checked.
pub(crate) fn linter(project: &Project) -> &'static str {
    match toolchain(project) {
        Some(Toolchain::Debian) => {
            println!("        Debian's Rust for the web has no clippy: the frontend is checked without it");
            "check"
        }
        Some(Toolchain::Usual) | None => "clippy",
    }
}

/// Where [`cargo_for_web`] puts what it builds.
pub(crate) fn built_for_web(project: &Project, profile: &str) -> Result<PathBuf> {
    let toolchain = toolchain(project).context("Rust for WebAssembly is not installed")?;
    let folder = match toolchain {
        Toolchain::Usual => "frontend",
        Toolchain::Debian => "frontend-debian",
    };
    Ok(project.built(folder).join(TARGET).join(profile))
}

enum Toolchain {
    /// The compiler that builds everything else.
    Usual,
    Debian,
}

fn toolchain(project: &Project) -> Option<Toolchain> {
    if usual_compiler_has_the_target(project) {
        return Some(Toolchain::Usual);
    }
    DEBIAN_COMPILER.iter().all(|program| Path::new(program).exists()).then_some(Toolchain::Debian)
}

fn usual_compiler_has_the_target(project: &Project) -> bool {
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    Task::new(compiler)
        .args(["--print", "target-libdir", "--target", TARGET])
        .in_folder(project.root())
        .answer()
        .is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}

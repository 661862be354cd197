//! Makes the compiled application as small as it gets.

use std::fs;

use anyhow::Result;

use super::bindgen::Application;
use crate::process::Task;
use crate::project::Project;

/// What today's Rust puts into a module; everything of it runs in every browser since 2023.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Runs binaryen's `wasm-opt`, which comes with npm.
pub(super) fn wasm(project: &Project, application: &mut Application) -> Result<()> {
    let before = project.built("bindgen/app_bg.wasm");
    let after = project.built("bindgen/app_opt.wasm");
    println!("web: wasm-opt -Oz");
    Task::new(project.at("frontend/node_modules/.bin/wasm-opt"))
        .args(["-Oz", "--strip-debug", "--strip-producers"])
        .args(FEATURES)
        .arg(&before)
        .arg("-o")
        .arg(&after)
        .within_minutes(15)
        .run()?;
    application.wasm = fs::read(after)?;
    Ok(())
}

//! Makes what is downloaded as small as it gets.

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

/// Takes comments and indentation out of a style sheet. Nothing cleverer: compression finds the rest.
pub(super) fn css(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    let mut quote: Option<char> = None;
    while let Some(next) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
            continue;
        }
        match quote {
            None if matches!(next, '"' | '\'') => quote = Some(next),
            Some(open) if open == next => quote = None,
            _ => {}
        }
        bare.push(next);
        rest = &rest[next.len_utf8()..];
    }
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::css;

    #[test]
    fn comments_and_indentation_go_and_texts_stay() {
        let text = "/* why */\n@layer a {\n  p::before { content: \"/* é */\"; } /* two\n lines */\n\n}\n";
        assert_eq!(css(text), "@layer a {\np::before { content: \"/* é */\"; }\n}");
    }
}

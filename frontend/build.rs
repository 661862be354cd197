//! Turns `locales/<language>/<section>.json` into `texts.rs`: one function for each key.
//!
//! The build fails when a key, a placeholder or a plural form is missing in a language, so the
//! interface can never show a key or fall back to another language.

#[path = "build/generate.rs"]
mod generate;
#[path = "build/locales.rs"]
mod locales;

use std::path::PathBuf;
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("locales");
    let sections = match locales::read(&root) {
        Ok(sections) => sections,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            process::exit(1);
        }
    };
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("texts.rs");
    fs::write(target, generate::module(&sections)).expect("the output directory is writable");
}

//! For build scripts: turns `locales/<language>/<section>.json` into `texts.rs`, one function for each key.
//!
//! The build fails when a key, a placeholder or a plural form is missing in a language, so no page can ever show a key
//! or fall back to another language. What is written expects `choose`, `fill` and `plural` in the module around it.

#![allow(clippy::print_stdout, reason = "a build script talks to cargo on its standard output")]

mod generate;
mod locales;

use std::path::PathBuf;
use std::{env, fs, process};

pub use locales::{Entry, LANGUAGES, Sections, read};

/// The whole of a build script: reads the `locales` folder of the crate that is built and writes `texts.rs` beside its
/// other output, or ends the build with every problem there is.
pub fn build() {
    println!("cargo::rerun-if-changed=locales");
    let root = folder("CARGO_MANIFEST_DIR").join("locales");
    match read(&root) {
        Ok(sections) => write(&sections),
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            process::exit(1);
        }
    }
}

fn write(sections: &Sections) {
    let target = folder("OUT_DIR").join("texts.rs");
    fs::write(target, generate::module(sections)).expect("the output directory is writable");
}

fn folder(variable: &str) -> PathBuf {
    PathBuf::from(env::var_os(variable).expect("cargo sets it for build scripts"))
}

//! How the sources are laid out.

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace::{rooms, root};

/// Above this a file has more than one subject.
const LONG: usize = 400;

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|problem| panic!("{}: {problem}", folder.display())) {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() && !path.ends_with("node_modules") {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn all_rust_files() -> Vec<PathBuf> {
    let tops = ["crates", "functions", "frontend", "tests", "xtask"];
    tops.into_iter().flat_map(|top| rust_files(&root().join(top))).collect()
}

fn lines(file: &Path) -> usize {
    fs::read_to_string(file).unwrap_or_else(|problem| panic!("{}: {problem}", file.display())).lines().count()
}

#[test]
fn a_crate_is_named_like_its_folder() {
    for room in rooms() {
        if room.folder.starts_with("crates") || room.folder.starts_with("functions") {
            assert_eq!(room.folder.file_name().and_then(|name| name.to_str()), Some(room.name.as_str()));
        }
    }
}

#[test]
fn the_main_of_a_function_only_puts_things_together() {
    for room in rooms().into_iter().filter(crate::workspace::Room::is_function) {
        let main = root().join(&room.folder).join("src/main.rs");
        let length = lines(&main);
        assert!(length <= 30, "{} has {length} lines; what it does belongs into lib.rs", main.display());
    }
}

#[test]
fn nine_files_in_ten_are_short() {
    let files = all_rust_files();
    let mut long: Vec<_> =
        files.iter().map(|file| (lines(file), file)).filter(|(length, _)| *length >= LONG).collect();
    long.sort();
    assert!(long.len() * 10 <= files.len(), "{} of {} files are long: {long:#?}", long.len(), files.len());
}

#[test]
fn the_database_client_is_written_about_only_in_the_store() {
    // Put together here so that this file does not name it either.
    let name = ["aws", "sdk", "dynamodb"].join("_");
    // The yardstick of the benchmark is no part of Guildhall: it is written as the client's documentation says.
    let exempt = ["crates/guildhall-store", "tests/documented"].map(|folder| root().join(folder));
    let is_exempt = |file: &PathBuf| exempt.iter().any(|folder| file.starts_with(folder));
    for file in all_rust_files().into_iter().filter(|file| !is_exempt(file)) {
        let text = fs::read_to_string(&file).expect("sources are text");
        assert!(!text.contains(&name), "{} names {name}", file.display());
    }
}

//! Whether every grant of the functions' policies is used by the tests of the API.
//!
//! The gate in front of the table (`crates/guildhall-local/src/roles`) lists in a folder what is granted, and each
//! system that a test starts lists what was used there.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::Project;

/// Names that folder for the tests.
pub(super) const FOLDER: &str = "GUILDHALL_GRANTS";

/// The folder, empty.
pub(super) fn folder(project: &Project) -> Result<PathBuf> {
    let folder = project.built("grants");
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("{} cannot be emptied", folder.display()));
        }
        Ok(()) | Err(_) => {}
    }
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    Ok(folder)
}

/// Fails if something granted was not used, and names it.
pub(super) fn hold_all_used(folder: &Path) -> Result<()> {
    let (mut granted, mut used) = (BTreeSet::new(), BTreeSet::new());
    for file in fs::read_dir(folder)? {
        let file = file?;
        let lines = fs::read_to_string(file.path())?;
        let list = if file.file_name() == "granted" { &mut granted } else { &mut used };
        list.extend(lines.lines().map(ToOwned::to_owned));
    }
    if granted.is_empty() {
        bail!("no test listed what the functions are granted in {}", folder.display());
    }
    let unused: Vec<&str> = granted.difference(&used).map(String::as_str).collect();
    if !unused.is_empty() {
        bail!(
            "infra/template.yaml grants what no test of the API needs; take it away, or test what it is for:\n  {}",
            unused.join("\n  ")
        );
    }
    println!("all {} grants of the functions were used", granted.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hold(files: &[(&str, &str)]) -> Result<()> {
        let name = files.iter().map(|(name, text)| format!("{name}{}", text.len())).collect::<String>();
        let folder = std::env::temp_dir().join(format!("xtask-grants-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (name, lines) in files {
            fs::write(folder.join(name), lines).unwrap();
        }
        let held = hold_all_used(&folder);
        fs::remove_dir_all(&folder).unwrap();
        held
    }

    #[test]
    fn what_any_test_used_is_used() {
        hold(&[("granted", "a\nb\n"), ("used-1", "a\n"), ("used-2", "b\na\n")]).unwrap();
    }

    #[test]
    fn what_no_test_used_is_named() {
        let error = hold(&[("granted", "a\nb\nc\n"), ("used-1", "b\n")]).unwrap_err().to_string();
        assert!(error.ends_with("\n  a\n  c"), "{error}");
    }

    #[test]
    fn tests_that_noted_nothing_prove_nothing() {
        assert!(hold(&[]).is_err());
    }
}

//! One step of the set-up.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::process::{Elapsed, Interrupted};
use crate::project::Project;

/// Something to have, and what a person can do if it cannot be had.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) way_out: &'static str,
}

impl Step {
    /// Does the work unless it is done already.
    pub(super) fn ensure(&self, done: bool, work: impl FnOnce() -> Result<()>) -> Result<()> {
        if done {
            return Ok(());
        }
        println!("set-up: {} ...", self.name);
        let started = Instant::now();
        match work() {
            Err(problem) if !problem.is::<Interrupted>() => {
                bail!("set-up: {} failed: {problem:#}\n  A way out: {}", self.name, self.way_out)
            }
            outcome => outcome?,
        }
        println!("set-up: {} is there after {}", self.name, Elapsed(started.elapsed()));
        Ok(())
    }
}

/// A file inside what a step makes, that says which version it made. It goes when the folder goes.
pub(super) struct Stamp {
    file: PathBuf,
    version: String,
}

impl Stamp {
    pub(super) fn new(folder: &Path, version: impl Into<String>) -> Self {
        Self { file: folder.join(".set-up"), version: version.into() }
    }

    pub(super) fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|found| found == self.version)
    }

    pub(super) fn write(&self) -> Result<()> {
        fs::write(&self.file, &self.version).with_context(|| format!("cannot write {}", self.file.display()))
    }
}

/// The version of something that files describe: a hash of their contents.
pub(super) fn version_of(files: &[PathBuf]) -> Result<String> {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(fs::read(file).with_context(|| format!("cannot read {}", file.display()))?);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Where a step's own output goes.
pub(super) fn log(project: &Project, name: &str) -> PathBuf {
    project.built("tools/logs").join(format!("{name}.log"))
}

/// Two set-ups at once in one repository would undo each other's work; the second waits for the first.
pub(super) fn lock(project: &Project) -> Result<File> {
    let folder = project.built("tools");
    fs::create_dir_all(&folder)?;
    let file = File::create(folder.join("lock"))?;
    file.lock().context("cannot lock the set-up")?;
    Ok(file)
}

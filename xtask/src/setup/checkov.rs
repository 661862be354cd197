//! checkov, in a Python environment of its own: it needs other versions of what SAM's command line brings along.

use std::path::PathBuf;

use anyhow::Result;

use super::python::{PythonEnvironment, ensure_environment};
use super::step::Step;
use crate::project::Project;

const STEP: Step = Step {
    name: "checkov",
    way_out: "have Python 3.11 or newer with its venv module (Debian: apt-get install python3-venv); then run \
              `python3 -m venv target/tools/checkov` and `target/tools/checkov/bin/pip install -r \
              tests/infra/requirements.txt` and read what they say.",
};

fn folder(project: &Project) -> PathBuf {
    project.built("tools/checkov")
}

pub(super) fn ensure(project: &Project) -> Result<()> {
    let environment = PythonEnvironment {
        step: &STEP,
        folder: folder(project),
        requirements: "tests/infra",
        log: "checkov",
    };
    ensure_environment(project, &environment)
}

/// The program, once it is set up.
pub(crate) fn program(project: &Project) -> PathBuf {
    folder(project).join("bin/checkov")
}

//! The Python environment: AWS's command lines, cargo-lambda with the linker zig, cfn-lint and schemathesis.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use super::step::{self, Stamp, Step, version_of};
use crate::process::Task;
use crate::project::Project;

const STEP: Step = Step {
    name: "Python tools (aws-sam-cli, awscli, cargo-lambda with zig, cfn-lint, schemathesis, moto)",
    way_out: "have Python 3.11 or newer with its venv module (Debian: apt-get install python3-venv); then run \
              `python3 -m venv .venv` and `.venv/bin/pip install -r tests/requirements.txt` and read what they say.",
};

pub(super) fn ensure(project: &Project) -> Result<()> {
    let environment =
        PythonEnvironment { step: &STEP, folder: project.at(".venv"), requirements: "tests", log: "python" };
    ensure_environment(project, &environment)
}

/// A virtual environment and what belongs into it.
pub(super) struct PythonEnvironment {
    pub(super) step: &'static Step,
    pub(super) folder: PathBuf,
    /// The folder of `requirements.txt` and `constraints.txt`.
    pub(super) requirements: &'static str,
    /// The name of the log.
    pub(super) log: &'static str,
}

/// Makes an environment, and makes it anew when what belongs into it has changed.
pub(super) fn ensure_environment(project: &Project, environment: &PythonEnvironment) -> Result<()> {
    let PythonEnvironment { step, folder, requirements, log } = environment;
    let requirements = project.at(requirements).join("requirements.txt");
    let constraints = requirements.with_file_name("constraints.txt");
    let stamp = Stamp::new(folder, version_of(&[requirements.clone(), constraints])?);
    step.ensure(stamp.is_current(), || {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        let log = step::log(project, log);
        Task::new("python3")
            .args(["-m", "venv"])
            .arg(folder)
            .in_folder(project.root())
            .within_minutes(5)
            .run_silently(&log)?;
        Task::new(folder.join("bin/pip"))
            .args(["install", "--disable-pip-version-check", "--requirement"])
            .arg(&requirements)
            .in_folder(project.root())
            .within_minutes(15)
            .run_silently(&log)?;
        stamp.write()
    })
}

//! The Python environment: AWS's command lines, cargo-lambda with the linker zig, cfn-lint and schemathesis.

use std::fs;

use anyhow::Result;

use super::step::{Stamp, Step, log, version_of};
use crate::process::Task;
use crate::project::Project;

const STEP: Step = Step {
    name: "Python tools (aws-sam-cli, awscli, cargo-lambda with zig, cfn-lint, schemathesis)",
    way_out: "have Python 3.11 or newer with its venv module (Debian: apt-get install python3-venv); then run \
              `python3 -m venv .venv` and `.venv/bin/pip install -r tests/requirements.txt` and read what they say.",
};

pub(super) fn ensure(project: &Project) -> Result<()> {
    let environment = project.at(".venv");
    let requirements = project.at("tests/requirements.txt");
    let constraints = project.at("tests/constraints.txt");
    let stamp = Stamp::new(&environment, version_of(&[requirements.clone(), constraints])?);
    STEP.ensure(stamp.is_current(), || {
        if environment.exists() {
            fs::remove_dir_all(&environment)?;
        }
        let log = log(project, "python");
        Task::new("python3")
            .args(["-m", "venv"])
            .arg(&environment)
            .in_folder(project.root())
            .within_minutes(5)
            .run_silently(&log)?;
        Task::new(environment.join("bin/pip"))
            .args(["install", "--disable-pip-version-check", "--requirement"])
            .arg(&requirements)
            .in_folder(project.root())
            .within_minutes(15)
            .run_silently(&log)?;
        stamp.write()
    })
}

//! A stack brought to what its template says.

use std::path::Path;

use anyhow::{Result, bail};

use super::ask;
use super::calls::{Call, Hands};
use super::parameters::{self, Values};
use super::samconfig::{self, Settings};
use crate::project::Project;

/// What helps after CloudFormation gave up.
pub(super) const AFTER_A_FAILURE: &str = "CloudFormation has gone back to what was deployed before; its reason is in the \
                                          table of events above. A first deployment that failed has to be deleted before \
                                          the next one: see `A first deployment that failed` in infra/README.md.";

/// Deploys one stack.
pub(super) struct Deployment<'a> {
    pub(super) project: &'a Project,
    pub(super) hands: &'a Hands<'a>,
    pub(super) settings: &'a Settings,
    pub(super) template: &'a Path,
}

impl Deployment<'_> {
    /// Shows what would change, where the settings want that, and asks whether it may.
    pub(super) fn look_first(&self, values: &Values) -> Result<()> {
        if !self.settings.confirm {
            return Ok(());
        }
        if !self.hands.rehearsing() && !ask::somebody_is_there() {
            bail!("somebody has to look at what will change: run it at a terminal, or with `--yes`");
        }
        self.hands.run(&self.call(values)?.and(["--no-execute-changeset"]))?;
        if self.hands.rehearsing() || ask::agrees("    Carry this out?")? {
            return Ok(());
        }
        bail!("you said no; nothing was changed")
    }

    /// Carries it out.
    pub(super) fn carry_out(&self, values: &Values) -> Result<()> {
        self.hands.run(&self.call(values)?)
    }

    fn call(&self, values: &Values) -> Result<Call> {
        let (project, settings) = (self.project, self.settings);
        let file = parameters::file(project, &settings.environment);
        if !self.hands.rehearsing() {
            parameters::write(&file, values)?;
        }
        Ok(Call::sam(["deploy", "--no-confirm-changeset"])
            .with("--template-file", project.shown(self.template))
            // SAM looks for it beside the template otherwise.
            .with("--config-file", project.at(samconfig::FILE).to_string_lossy())
            .with("--config-env", &settings.environment)
            .with("--parameter-overrides", format!("file://{}", project.shown(&file))))
    }
}

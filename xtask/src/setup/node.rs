//! Packages of npm, exactly as the lock file beside them says.

use anyhow::Result;

use super::debian;
use super::step::{Stamp, Step, log, version_of};
use crate::process::Task;
use crate::project::Project;

const NODE: Step = Step { name: "Node.js", way_out: "install Node.js 20 or newer with npm, on the PATH." };

const PACKAGES: Step = Step {
    name: "Node packages",
    way_out: "run `npm ci --ignore-scripts` in the folder named above and read what it says.",
};

/// Installs the packages of the `package.json` in `folder`.
pub(super) fn ensure(project: &Project, folder: &str) -> Result<()> {
    let has_npm = Task::new("npm").arg("--version").answer().is_ok();
    NODE.ensure(has_npm, || debian::install(project, &["nodejs", "npm"]))?;

    let folder = project.at(folder);
    let stamp = Stamp::new(&folder.join("node_modules"), version_of(&[folder.join("package-lock.json")])?);
    PACKAGES.ensure(stamp.is_current(), || {
        println!("        npm ci in {}", folder.display());
        Task::new("npm")
            // No package needs its install script here, and browsers are not downloaded: Debian's Chromium is used.
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .in_folder(&folder)
            .within_minutes(10)
            .run_silently(&log(project, "npm-ci"))?;
        stamp.write()
    })
}

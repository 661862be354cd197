//! Packages of Debian and its kin.

use anyhow::{Result, bail};

use super::step::log;
use crate::process::Task;
use crate::project::Project;

/// Installs packages with apt-get, as root or through sudo where that asks for no password.
pub(super) fn install(project: &Project, packages: &[&str]) -> Result<()> {
    if Task::new("apt-get").arg("--version").answer().is_err() {
        bail!("this machine has no apt-get");
    }
    // Package lists may be old or empty; a mirror that fails now may still have what is needed.
    if let Err(problem) = apt_get(project, &["update"]) {
        eprintln!("        {problem}");
    }
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(packages);
    apt_get(project, &arguments)
}

fn apt_get(project: &Project, arguments: &[&str]) -> Result<()> {
    let task = if rustix::process::geteuid().is_root() {
        Task::new("apt-get")
    } else {
        // Without -n it would wait for a password that nobody sees it asking for.
        Task::new("sudo").args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
    };
    task.args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .within_minutes(15)
        .run_silently(&log(project, "apt-get"))
}

//! The linters of what runs in AWS. None of them needs the network.

use anyhow::{Context, Result};

use crate::process::Task;
use crate::project::Project;
use crate::setup;

/// The template, and what CloudFormation makes of it.
const TEMPLATE: &str = "infra/template.yaml";
const EXPANDED: &str = "infra/template.json";

pub(super) fn run(project: &Project) -> Result<()> {
    setup::for_infra_tests(project)?;
    println!("sam validate --lint");
    Task::new(project.python_tool("sam"))
        .args(["validate", "--lint"])
        // Nobody asked it to report home, and a test must not depend on the network.
        .env("SAM_CLI_TELEMETRY", "0")
        .env("SAM_CLI_CHECK_FOR_UPDATES", "0")
        .in_folder(project.root())
        .within_minutes(5)
        .run()?;
    println!("cfn-lint, with the rules for serverless applications");
    Task::new(project.python_tool("cfn-lint"))
        .args(["--config-file", "tests/infra/cfn-lint.yaml"])
        .in_folder(project.root())
        .within_minutes(5)
        .run()?;
    println!("the template in full");
    Task::new(project.python_tool("python"))
        .args(["tests/infra/expand.py", TEMPLATE])
        .arg(project.built(EXPANDED))
        .in_folder(project.root())
        .within_minutes(5)
        .run()?;
    println!("checkov");
    let mut checkov =
        Task::new(setup::checkov(project)).args(["--config-file", "tests/infra/checkov.yaml", "--file"]);
    for template in other_templates(project)? {
        checkov = checkov.arg(template);
    }
    checkov.arg(project.built(EXPANDED)).in_folder(project.root()).within_minutes(5).run()
}

/// The templates that need nothing of SAM, so that there is nothing to expand.
fn other_templates(project: &Project) -> Result<Vec<String>> {
    let mut others = Vec::new();
    for file in project.at("infra").read_dir().context("there is no folder infra")? {
        let name = file?.file_name().to_string_lossy().into_owned();
        let path = format!("infra/{name}");
        if path.ends_with(".yaml") && path != TEMPLATE {
            others.push(path);
        }
    }
    others.sort();
    Ok(others)
}

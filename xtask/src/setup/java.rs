//! Java, which AWS's DynamoDB Local is written in.

use anyhow::Result;

use super::debian;
use super::step::Step;
use crate::process::Task;
use crate::project::Project;

const OLDEST: u32 = 17;

const STEP: Step =
    Step { name: "Java 17", way_out: "install a Java runtime, 17 or newer, and have `java` on the PATH." };

pub(super) fn ensure(project: &Project) -> Result<()> {
    STEP.ensure(is_there(), || debian::install(project, &["openjdk-17-jre-headless"]))
}

fn is_there() -> bool {
    let version = Task::new("java").arg("-version").answer();
    version.ok().and_then(|said| major(&said)).is_some_and(|major| major >= OLDEST)
}

/// The 17 of `openjdk version "17.0.15" 2025-04-15`.
fn major(said: &str) -> Option<u32> {
    let (_, after) = said.split_once('"')?;
    after.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read_from_what_java_says() {
        assert_eq!(major("openjdk version \"17.0.15\" 2025-04-15\nOpenJDK Runtime"), Some(17));
        assert_eq!(major("java version \"1.8.0_392\""), Some(1));
        assert_eq!(major("openjdk version \"21\" 2023-09-19"), Some(21));
        assert_eq!(major("sh: java: not found"), None);
    }
}

//! Calls of AWS's command lines: as data, so that a rehearsal prints exactly what would be run.

use std::fmt::{self, Display};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process::Task;
use crate::project::Project;

/// The command lines, of the Python environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Program {
    Aws,
    Sam,
}

impl Program {
    fn name(self) -> &'static str {
        match self {
            Self::Aws => "aws",
            Self::Sam => "sam",
        }
    }
}

/// A call to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call {
    program: Program,
    arguments: Vec<String>,
    minutes: u64,
}

impl Call {
    /// A call of the AWS command line, which ends within a few minutes.
    pub(super) fn aws<const N: usize>(arguments: [&str; N]) -> Self {
        Self::new(Program::Aws, &arguments, 10)
    }

    /// A call of SAM, which waits for CloudFormation: a distribution takes its time.
    pub(super) fn sam<const N: usize>(arguments: [&str; N]) -> Self {
        Self::new(Program::Sam, &arguments, 90)
    }

    fn new(program: Program, arguments: &[&str], minutes: u64) -> Self {
        Self { program, arguments: arguments.iter().map(|&argument| argument.to_owned()).collect(), minutes }
    }

    /// The call with an option and its value.
    pub(super) fn with(mut self, option: &str, value: impl Into<String>) -> Self {
        self.arguments.extend([option.to_owned(), value.into()]);
        self
    }

    /// The call with something more.
    pub(super) fn and<I>(mut self, arguments: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    fn task(&self, project: &Project) -> Task {
        Task::new(project.python_tool(self.program.name()))
            .args(&self.arguments)
            // Nobody asked it to report home, and nobody is there to page through an answer.
            .env("SAM_CLI_TELEMETRY", "0")
            .env("SAM_CLI_CHECK_FOR_UPDATES", "0")
            .env("AWS_PAGER", "")
            .in_folder(project.root())
            .within_minutes(self.minutes)
    }
}

impl Display for Call {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.program.name())?;
        self.arguments.iter().try_for_each(|argument| write!(out, " {}", quoted(argument)))
    }
}

/// An argument as a shell takes it.
fn quoted(argument: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:=,@%+".contains(&byte);
    if !argument.is_empty() && argument.bytes().all(plain) {
        argument.to_owned()
    } else {
        format!("'{}'", argument.replace('\'', r"'\''"))
    }
}

/// Who makes the calls, or only says which they would be.
pub(super) struct Hands<'a> {
    project: &'a Project,
    rehearsing: bool,
}

impl<'a> Hands<'a> {
    pub(super) fn new(project: &'a Project, rehearsing: bool) -> Self {
        Self { project, rehearsing }
    }

    /// Whether nothing is done.
    pub(super) fn rehearsing(&self) -> bool {
        self.rehearsing
    }

    /// Says what would be done here, in a rehearsal.
    pub(super) fn would(&self, what: impl Display) {
        println!("    $ {what}");
    }

    /// Makes a call on this terminal.
    pub(super) fn run(&self, call: &Call) -> Result<()> {
        self.would(call);
        if self.rehearsing { Ok(()) } else { call.task(self.project).run() }
    }

    /// Makes a call whose answer nobody needs to see.
    pub(super) fn quietly(&self, call: &Call) -> Result<()> {
        if self.rehearsing {
            self.would(call);
            return Ok(());
        }
        call.task(self.project).output().map(drop)
    }

    /// Asks a question that is answered in JSON; nothing in a rehearsal.
    pub(super) fn ask(&self, call: Call) -> Result<Option<Value>> {
        let call = call.with("--output", "json");
        if self.rehearsing {
            self.would(&call);
            return Ok(None);
        }
        let answer = call.task(self.project).output()?;
        // What is empty is answered with nothing at all.
        if answer.trim().is_empty() {
            return Ok(Some(Value::Null));
        }
        serde_json::from_str(&answer).map(Some).with_context(|| format!("`{call}` answered what is no JSON"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_printed_as_a_shell_takes_it() {
        let call = Call::aws(["s3api", "put-object"])
            .with("--cache-control", "public, max-age=31536000, immutable")
            .with("--key", "assets/app-0123.js")
            .and(["it's", ""]);
        assert_eq!(
            call.to_string(),
            r"aws s3api put-object --cache-control 'public, max-age=31536000, immutable' --key assets/app-0123.js 'it'\''s' ''"
        );
    }
}

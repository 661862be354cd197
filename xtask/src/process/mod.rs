//! Other programs: each in a process group of its own, with a deadline, and none left behind.

mod signals;
mod strays;

use std::ffi::OsStr;
use std::fmt::Display;
use std::fs::{self, File};
use std::io::Read;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};

pub(crate) use signals::{Interrupted, fail_if_interrupted, watch_signals};

/// How long a program may take to end after it was asked to.
const GRACE: Duration = Duration::from_secs(10);
/// How often a silent step says that it is still at work.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// A program to run.
pub(crate) struct Task {
    command: Command,
    name: String,
    deadline: Option<Duration>,
}

impl Task {
    /// A task that runs `program`.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let name = Path::new(program.as_ref())
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let mut command = Command::new(program);
        command.stdin(Stdio::null()).process_group(0);
        Self { command, name, deadline: None }
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    pub(crate) fn args<I>(mut self, arguments: I) -> Self
    where
        I: IntoIterator,
        I::Item: AsRef<OsStr>,
    {
        self.command.args(arguments);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn without_env(mut self, name: impl AsRef<OsStr>) -> Self {
        self.command.env_remove(name);
        self
    }

    pub(crate) fn in_folder(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// The task is ended, and has failed, after this many minutes.
    pub(crate) fn within_minutes(mut self, minutes: u64) -> Self {
        self.deadline = Some(Duration::from_secs(minutes * 60));
        self
    }

    /// Runs it on this terminal; anything but success is an error.
    pub(crate) fn run(self) -> Result<()> {
        let name = self.name.clone();
        let status = self.status()?;
        if status.success() {
            return Ok(());
        }
        bail!("{name} failed ({status})")
    }

    /// Runs it on this terminal and tells how it ended.
    pub(crate) fn status(mut self) -> Result<ExitStatus> {
        let child = self.spawn()?;
        self.wait(child, false)
    }

    /// Runs it silently; what it printed goes to `log`, whose end is shown if it fails.
    pub(crate) fn run_silently(mut self, log: &Path) -> Result<()> {
        if let Some(folder) = log.parent() {
            fs::create_dir_all(folder)?;
        }
        let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
        self.command.stdout(file.try_clone()?).stderr(file);
        let child = self.spawn()?;
        let status = self.wait(child, true)?;
        if status.success() {
            return Ok(());
        }
        let printed = fs::read_to_string(log).unwrap_or_default();
        bail!("{} failed ({status}); it said:\n{}", self.name, last_lines(&printed, 30))
    }

    /// Runs a short question and returns all that it printed; an error if it cannot be asked.
    pub(crate) fn answer(self) -> Result<String> {
        // `java -version` answers on the other stream.
        self.streams().map(|(printed, aside)| printed + &aside)
    }

    /// Runs a question and returns its answer, without what it remarked on the other stream.
    pub(crate) fn output(self) -> Result<String> {
        self.streams().map(|(printed, _)| printed)
    }

    fn streams(mut self) -> Result<(String, String)> {
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.spawn()?;
        let (mut printed, mut aside) = (String::new(), String::new());
        if let Some(mut stdout) = child.stdout.take() {
            stdout.read_to_string(&mut printed)?;
        }
        if let Some(mut stderr) = child.stderr.take() {
            stderr.read_to_string(&mut aside)?;
        }
        let status = self.wait(child, true)?;
        if status.success() {
            return Ok((printed, aside));
        }
        bail!("{} failed ({status}): {}", self.name, last_lines(&(printed + &aside), 10))
    }

    fn spawn(&mut self) -> Result<Child> {
        fail_if_interrupted()?;
        self.command.spawn().with_context(|| format!("cannot start {}", self.name))
    }

    /// Waits, passes signals on, keeps the deadline, and ends whatever the program itself left running.
    fn wait(&self, mut child: Child, heartbeat: bool) -> Result<ExitStatus> {
        let group = Pid::from_child(&child);
        let started = Instant::now();
        let mut next_heartbeat = HEARTBEAT;
        let mut asked_to_end: Option<Instant> = None;
        let mut too_late = false;
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if asked_to_end.is_none() {
                if let Some(interrupted) = signals::interrupted() {
                    signal_group(group, interrupted.signal());
                    asked_to_end = Some(Instant::now());
                } else if self.deadline.is_some_and(|deadline| started.elapsed() > deadline) {
                    too_late = true;
                    signal_group(group, Signal::TERM);
                    asked_to_end = Some(Instant::now());
                }
            }
            if asked_to_end.is_some_and(|at| at.elapsed() > GRACE) {
                signal_group(group, Signal::KILL);
            }
            if heartbeat && started.elapsed() > next_heartbeat {
                println!("        still at it after {}", Elapsed(started.elapsed()));
                next_heartbeat += HEARTBEAT;
            }
            sleep(Duration::from_millis(20));
        };
        signal_group(group, Signal::KILL);
        strays::end();
        // A program that was asked to end and did so in good order has not failed.
        if !status.success() {
            fail_if_interrupted()?;
        }
        if too_late {
            bail!(
                "{} was ended: it took longer than {}",
                self.name,
                Elapsed(self.deadline.unwrap_or_default())
            );
        }
        Ok(status)
    }
}

/// A group that is gone already is fine.
fn signal_group(group: Pid, signal: Signal) {
    let _gone = kill_process_group(group, signal);
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

/// A duration as a person says it.
pub(crate) struct Elapsed(pub(crate) Duration);

impl Display for Elapsed {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let seconds = self.0.as_secs();
        match seconds {
            0..60 => write!(out, "{:.1} s", self.0.as_secs_f64()),
            _ => write!(out, "{} min {:02} s", seconds / 60, seconds % 60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_that_takes_too_long_is_ended_and_has_failed() {
        let mut task = Task::new("sleep").arg("30");
        task.deadline = Some(Duration::from_millis(50));
        let problem = task.run().expect_err("30 seconds are more than 50 milliseconds");
        assert!(problem.to_string().contains("took longer"), "{problem}");
    }

    #[test]
    fn what_a_program_leaves_running_ends_with_it() {
        let folder = std::env::temp_dir().join(format!("guildhall-stray-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let pid_file = folder.join("pid");
        Task::new("sh").arg("-c").arg("sleep 60 & echo $! > pid").in_folder(&folder).run().expect("sh runs");
        let pid = fs::read_to_string(&pid_file).expect("the shell wrote it");
        sleep(Duration::from_millis(100));
        let state = fs::read_to_string(format!("/proc/{}/stat", pid.trim())).unwrap_or_default();
        fs::remove_dir_all(&folder).expect("it was there");
        assert!(state.is_empty() || state.contains(" Z "), "still there: {state}");
    }

    #[test]
    fn a_failing_silent_task_shows_the_end_of_what_it_said() {
        let log = std::env::temp_dir().join(format!("guildhall-log-{}", std::process::id()));
        let problem =
            Task::new("sh").arg("-c").arg("echo the reason; exit 3").run_silently(&log).expect_err("exit 3");
        fs::remove_file(&log).expect("it was written");
        assert!(problem.to_string().contains("the reason"), "{problem}");
    }
}

//! A function's own binary, running as in an environment of Lambda.

use std::io;
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::watch;

use crate::environment::Environment;
use crate::runtime_api::{Handled, RuntimeApi};

/// How long a function may take to ask for its first event; Lambda gives it ten seconds.
const STARTING: Duration = Duration::from_secs(10);

/// Why a function does not answer.
#[derive(Debug, thiserror::Error)]
pub enum FunctionError {
    /// The Runtime API cannot listen.
    #[error("no port is free: {0}")]
    Port(#[source] io::Error),
    /// The binary cannot be started.
    #[error("{binary} cannot be started: {source}")]
    Binary {
        /// Its path.
        binary: String,
        /// The system's reason.
        source: io::Error,
    },
    /// It ended, which no function does.
    #[error("the function ended ({status:?}); it wrote:\n{log}")]
    Ended {
        /// How.
        status: Option<ExitStatus>,
        /// What it wrote.
        log: String,
    },
    /// It took too long.
    #[error("nothing came from the function within {after:?}; it wrote:\n{log}")]
    Silent {
        /// What it had.
        after: Duration,
        /// What it wrote.
        log: String,
    },
}

/// A running function. Its process ends with it.
pub struct Function {
    runtime_api: RuntimeApi,
    process: u32,
    started: Instant,
    timeout: Duration,
    log: Arc<Mutex<Vec<String>>>,
    /// Keeps the process until this is dropped.
    ended: watch::Receiver<Option<Option<ExitStatus>>>,
    _stop: tokio::sync::oneshot::Sender<()>,
}

impl Function {
    /// Starts a binary; it may not have come to its first event yet.
    ///
    /// # Errors
    /// When it cannot be started at all.
    pub async fn start(
        binary: &Path,
        timeout: Duration,
        environment: impl FnOnce(&str) -> Environment,
    ) -> Result<Self, FunctionError> {
        let runtime_api = RuntimeApi::start().await.map_err(FunctionError::Port)?;
        let environment = environment(&runtime_api.address());
        Self::spawn(Command::new(binary), runtime_api, timeout, &environment)
            .map_err(|source| FunctionError::Binary { binary: binary.display().to_string(), source })
    }

    /// Starts a program with its arguments, as a managed runtime of Lambda does.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn spawn(
        mut command: Command,
        runtime_api: RuntimeApi,
        timeout: Duration,
        environment: &Environment,
    ) -> io::Result<Self> {
        let started = Instant::now();
        let mut child = command
            .env_clear()
            .envs(environment.iter())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let log = Arc::new(Mutex::new(Vec::new()));
        keep_lines(child.stdout.take(), &log);
        keep_lines(child.stderr.take(), &log);
        let process = child.id().unwrap_or_default();
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let (end, ended) = watch::channel(None);
        tokio::spawn(watch_over(child, stopped, end));
        Ok(Self { runtime_api, process, started, timeout, log, ended, _stop: stop })
    }

    /// From the start of the process to its first poll.
    ///
    /// # Errors
    /// When there is none within ten seconds.
    pub async fn first_poll(&self) -> Result<Duration, FunctionError> {
        let poll = async { Some(self.runtime_api.first_poll().await - self.started) };
        self.unless_it_ends(poll, STARTING).await
    }

    /// Hands it an event; its first one waits until it has started.
    ///
    /// # Errors
    /// When it ends or takes longer than its template allows.
    pub async fn invoke(&self, payload: Vec<u8>) -> Result<Handled, FunctionError> {
        self.unless_it_ends(self.runtime_api.invoke(payload, self.timeout), STARTING + self.timeout).await
    }

    /// Whether it has asked for an event.
    #[must_use]
    pub fn has_polled(&self) -> bool {
        self.runtime_api.has_polled()
    }

    /// The id of its process.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.process
    }

    /// The lines that it wrote so far.
    #[must_use]
    pub fn log(&self) -> Vec<String> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn unless_it_ends<T>(
        &self,
        work: impl Future<Output = Option<T>>,
        time: Duration,
    ) -> Result<T, FunctionError> {
        let mut ended = self.ended.clone();
        let end = async {
            // An error says that nobody watches any more, which comes to the same.
            ended.wait_for(Option::is_some).await.ok().and_then(|status| *status).flatten()
        };
        tokio::select! {
            done = work => done.ok_or_else(|| FunctionError::Ended { status: None, log: self.log().join("\n") }),
            status = end => Err(FunctionError::Ended { status, log: self.log().join("\n") }),
            () = tokio::time::sleep(time) => Err(FunctionError::Silent { after: time, log: self.log().join("\n") }),
        }
    }
}

/// Ends the process when nobody has the function any more.
async fn watch_over(
    mut child: Child,
    stopped: tokio::sync::oneshot::Receiver<()>,
    end: watch::Sender<Option<Option<ExitStatus>>>,
) {
    tokio::select! {
        status = child.wait() => drop(end.send(Some(status.ok()))),
        _ = stopped => drop(child.kill().await),
    }
}

fn keep_lines(from: Option<impl AsyncRead + Send + Unpin + 'static>, log: &Arc<Mutex<Vec<String>>>) {
    let Some(from) = from else { return };
    let log = Arc::clone(log);
    tokio::spawn(async move {
        let mut lines = BufReader::new(from).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            log.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        }
    });
}

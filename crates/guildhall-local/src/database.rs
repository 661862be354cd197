//! The embedded DynamoDB: an emulator on a SQLite file, served over the real protocol on a loopback
//! port of its own, so that the store speaks to it exactly as it speaks to AWS.
//!
//! SQLite runs with a write-ahead log and `synchronous = FULL`: what was acknowledged is on the disk,
//! whether the process is killed or the machine loses power.

use std::fmt::Display;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use dynoxide::Database;
use dynoxide::server::serve_with_shutdown;
use dynoxide::storage::Storage;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

use crate::StartError;
use crate::data_dir::DataDir;
use crate::listener::listen;

const FILE_NAME: &str = "guildhall.db";

/// How long a connection may keep the file from being closed.
const CLOSING: Duration = Duration::from_secs(5);

/// A running embedded DynamoDB. Dropping it stops it.
#[derive(Debug)]
pub(crate) struct EmbeddedDatabase {
    endpoint: String,
    stop: Option<oneshot::Sender<()>>,
    /// Hears nothing until the thread has ended.
    ended: mpsc::Receiver<()>,
}

impl EmbeddedDatabase {
    /// Opens the data file (or memory) and serves it.
    ///
    /// It has threads of its own: the emulator works on the thread that read the request, and would
    /// hold up the gateway's.
    pub(crate) fn start(data: &DataDir) -> Result<Self, StartError> {
        let database = open(data)?;
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("dynamodb")
            .enable_all()
            .build()
            .map_err(machine)?;
        let listener = {
            // A socket belongs to the runtime that is current when it is made.
            let _current = runtime.enter();
            listen(0).map_err(machine)?
        };
        let endpoint = format!("http://{}", listener.local_addr().map_err(machine)?);
        let (stop, stopped) = oneshot::channel::<()>();
        let (end, ended) = mpsc::channel::<()>();
        let serve = async move {
            let stopped = async { drop(stopped.await) };
            if let Err(reason) = serve_with_shutdown(listener, database, stopped).await {
                tracing::error!(reason, "the embedded DynamoDB stopped");
            }
        };
        let run = move || {
            runtime.block_on(serve);
            drop((runtime, end));
        };
        thread::Builder::new().name("dynamodb-main".to_owned()).spawn(run).map_err(machine)?;
        Ok(Self { endpoint, stop: Some(stop), ended })
    }

    /// Where it answers.
    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }
}

impl Drop for EmbeddedDatabase {
    /// Lets running requests finish and closes the file, so that the next start finds it whole.
    fn drop(&mut self) {
        drop(self.stop.take());
        if self.ended.recv_timeout(CLOSING) == Err(RecvTimeoutError::Timeout) {
            tracing::warn!("the data file was not closed in time; what was acknowledged is in it");
        }
    }
}

fn open(data: &DataDir) -> Result<Database, StartError> {
    let Some(file) = data.file(FILE_NAME) else {
        return Database::memory().map_err(machine);
    };
    let damaged = |reason: String| StartError::Damaged { file: file.clone(), reason };
    let path = file.to_str().ok_or_else(|| damaged("its path is not readable text".to_owned()))?;
    if file.exists() {
        check(&file, path)?;
    }
    Database::new(path).map_err(|error| damaged(error.to_string()))
}

/// Refuses a file that SQLite finds broken now, rather than in the middle of somebody's request.
fn check(file: &Path, path: &str) -> Result<(), StartError> {
    let damaged = |reason: String| StartError::Damaged { file: file.to_owned(), reason };
    let storage = Storage::new(path).map_err(|error| damaged(error.to_string()))?;
    let found: String = storage
        .conn()
        .query_row("PRAGMA quick_check(1)", (), |row| row.get(0))
        .map_err(|error| damaged(error.to_string()))?;
    if found == "ok" { Ok(()) } else { Err(damaged(found)) }
}

fn machine(error: impl Display) -> StartError {
    StartError::Machine { reason: error.to_string() }
}

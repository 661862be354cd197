//! The embedded DynamoDB: an emulator on a SQLite file, served over the real protocol on a loopback
//! port of its own, so that the store speaks to it exactly as it speaks to AWS.
//!
//! SQLite runs with a write-ahead log and `synchronous = FULL`: what was acknowledged is on the disk,
//! whether the process is killed or the machine loses power.
//!
//! The emulator finds the next number of its stream by looking through all of the stream, at every write.
//! An index makes that one step; without it, loading n items takes time in proportion to n².

use std::fmt::Display;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use dynoxide::Database;
use dynoxide::server::serve_with_shutdown;
use dynoxide::storage::Storage;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

use crate::data_dir::DataDir;
use crate::listener::listen;
use crate::{StartError, random};

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
    ///
    /// What is in the stream before `handled` has been handled by everybody, and is dropped.
    pub(crate) fn start(data: &DataDir, handled: Option<&str>) -> Result<Self, StartError> {
        let database = open(data, handled)?;
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

fn open(data: &DataDir, handled: Option<&str>) -> Result<Database, StartError> {
    let Some(file) = data.file(FILE_NAME) else {
        // A name of its own, so that two connections can meet there.
        let name = format!("file:{}?mode=memory&cache=shared", random::request_id());
        let storage = Storage::new(&name).map_err(machine)?;
        prepare(&storage, handled).map_err(machine)?;
        // Memory is forgotten when the last connection to it closes, so the next one opens first.
        let database = Database::new(&name).map_err(machine)?;
        drop(storage);
        return Ok(database);
    };
    let damaged = |reason: String| StartError::Damaged { file: file.clone(), reason };
    let path = file.to_str().ok_or_else(|| damaged("its path is not readable text".to_owned()))?;
    let is_new = !file.exists();
    let storage = Storage::new(path).map_err(|error| damaged(error.to_string()))?;
    if !is_new {
        check(&storage).map_err(damaged)?;
    }
    prepare(&storage, handled).map_err(damaged)?;
    drop(storage);
    Database::new(path).map_err(|error| damaged(error.to_string()))
}

/// Refuses a file that SQLite finds broken now, rather than in the middle of somebody's request.
fn check(storage: &Storage) -> Result<(), String> {
    let found: Result<String, _> = storage.conn().query_row("PRAGMA quick_check(1)", (), |row| row.get(0));
    match found {
        Ok(found) if found == "ok" => Ok(()),
        Ok(found) => Err(found),
        Err(error) => Err(error.to_string()),
    }
}

/// Gives the stream its index, and drops what nobody needs any more.
///
/// Numbers are kept without the leading 1 and the zeros of their public form. The newest one stays, since
/// the next one is counted from it.
fn prepare(storage: &Storage, handled: Option<&str>) -> Result<(), String> {
    const INDEX: &str = "CREATE INDEX IF NOT EXISTS guildhall_stream \
                         ON _stream_records (table_name, CAST(sequence_number AS INTEGER))";
    const DROP_HANDLED: &str = "DELETE FROM _stream_records \
                                WHERE printf('1%020d', CAST(sequence_number AS INTEGER)) < ?1";
    let connection = storage.conn();
    connection.execute(INDEX, ()).map_err(|error| error.to_string())?;
    if let Some(handled) = handled {
        connection.execute(DROP_HANDLED, [handled]).map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn machine(error: impl Display) -> StartError {
    StartError::Machine { reason: error.to_string() }
}

//! What tests of functions stand on: a fresh table on the embedded database, spoken to over HTTP, with its stream.
//!
//! Nothing but tests may use it: what goes wrong here has failed the test.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that finds nothing there has failed")]

use guildhall_store::Table;
use guildhall_store::stream::{Change, Start, StreamSource};
use tokio::net::TcpSocket;

/// What every such table is called.
pub const TABLE: &str = "guildhall";

/// A fresh table of a test's own.
#[derive(Debug)]
pub struct Bench {
    /// The table.
    pub table: Table,
    /// Where the database answers: `http://127.0.0.1:…`.
    pub endpoint: String,
    source: StreamSource,
}

impl Bench {
    /// A fresh database with the table in it.
    ///
    /// # Panics
    /// When the machine has no port left, or the table cannot be made.
    pub async fn new() -> Self {
        let endpoint = database().await;
        let table = Table::connect(&endpoint, TABLE);
        table.ensure_created().await.unwrap();
        Self { table, source: StreamSource::connect(&endpoint, TABLE), endpoint }
    }

    /// Everything that ever happened to the table, in order.
    ///
    /// # Panics
    /// When the stream cannot be read.
    pub async fn changes(&self) -> Vec<Change> {
        let stream = self.source.name().await.unwrap().expect("the table has a stream");
        let mut changes = Vec::new();
        for shard in self.source.shards(&stream).await.unwrap() {
            let mut next = Some(self.source.cursor(&stream, &shard.id, &Start::Oldest).await.unwrap());
            while let Some(cursor) = next {
                let page = self.source.read(&cursor).await.unwrap();
                next = page.next.filter(|_| !page.changes.is_empty());
                changes.extend(page.changes);
            }
        }
        changes
    }
}

/// A fresh embedded database; where it answers.
async fn database() -> String {
    let socket = TcpSocket::new_v4().unwrap();
    // Taken over by every connection: without it large answers wait for delayed acknowledgements.
    socket.set_nodelay(true).unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1024).unwrap();
    let address = listener.local_addr().unwrap();
    let database = dynoxide::Database::memory().unwrap();
    tokio::spawn(dynoxide::server::serve_on(listener, database));
    format!("http://{address}")
}

//! The emulators of DynamoDB, both reached over HTTP.

use guildhall_local::TABLE_NAME;
use guildhall_store::Table;
use tokio::net::TcpSocket;
use tokio::task::JoinHandle;

use super::dynamodb_local::DynamodbLocal;

/// An emulator of DynamoDB.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Backend {
    /// The embedded one.
    Dynoxide,
    /// AWS's own, a Java process.
    DynamodbLocal,
}

/// An emulator with nothing in it; it ends with the test.
pub(crate) struct Database {
    endpoint: String,
    _running: Running,
}

/// What keeps it running.
enum Running {
    Here(#[expect(dead_code, reason = "it runs as long as the test does")] JoinHandle<()>),
    There(#[expect(dead_code, reason = "it is ended when this is dropped")] DynamodbLocal),
}

impl Database {
    pub(crate) async fn start(backend: Backend) -> Self {
        match backend {
            Backend::Dynoxide => dynoxide(),
            Backend::DynamodbLocal => {
                let process = DynamodbLocal::start().await;
                Self { endpoint: process.endpoint(), _running: Running::There(process) }
            }
        }
    }

    /// One with the table in it.
    pub(crate) async fn with_table(backend: Backend) -> Self {
        let database = Self::start(backend).await;
        database.table().ensure_created().await.expect("the table is made");
        database
    }

    /// Where it listens.
    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The table, for what comes before and after a function's work.
    pub(crate) fn table(&self) -> Table {
        Table::connect(&self.endpoint, TABLE_NAME)
    }
}

fn dynoxide() -> Database {
    let socket = TcpSocket::new_v4().unwrap();
    // Taken over by every connection: without it large answers wait for delayed acknowledgements.
    socket.set_nodelay(true).unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1024).unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let database = dynoxide::Database::memory().unwrap();
    let server = tokio::spawn(dynoxide::server::serve_on(listener, database));
    Database { endpoint, _running: Running::Here(server) }
}

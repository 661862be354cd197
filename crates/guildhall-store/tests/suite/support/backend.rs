//! The emulators, and a fresh table on one of them for each test.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use guildhall_domain::lead::listing::LeadRow;
use guildhall_store::{Call, Leads, Meter, Referrals, Table, Views};
use tokio::net::TcpSocket;

use super::dynamodb_local;

/// An emulator of DynamoDB.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Backend {
    /// The embedded one, in this very process, reached over HTTP like the real one.
    Dynoxide,
    /// AWS's own, a Java process that one test run shares.
    DynamodbLocal,
}

/// A fresh table and what works on it.
pub(crate) struct Bench {
    pub(crate) table: Table,
    pub(crate) endpoint: String,
    pub(crate) leads: Leads,
    pub(crate) referrals: Referrals,
    meter: Arc<Meter>,
}

impl Backend {
    pub(crate) async fn bench(self) -> Bench {
        let endpoint = match self {
            Self::Dynoxide => dynoxide().await,
            Self::DynamodbLocal => dynamodb_local::endpoint(),
        };
        Bench::new(endpoint).await
    }
}

impl Bench {
    async fn new(endpoint: String) -> Self {
        static TABLES: AtomicU32 = AtomicU32::new(0);
        // Tests of one run share an emulator but never a table.
        let name = format!("guildhall-{}-{}", std::process::id(), TABLES.fetch_add(1, Ordering::Relaxed));
        let meter = Arc::new(Meter::default());
        let table = Table::connect(&endpoint, &name).with_meter(Arc::clone(&meter));
        table.ensure_created().await.unwrap();
        let (leads, referrals) = (Leads::new(table.clone()), Referrals::new(table.clone()));
        Self { table, endpoint, leads, referrals, meter }
    }

    pub(crate) fn views(&self) -> Views<LeadRow> {
        Views::new(self.table.clone(), usize::MAX)
    }

    /// The calls made since this was last asked.
    pub(crate) fn calls(&self) -> Vec<Call> {
        self.meter.take()
    }

    /// The one call made since this was last asked.
    pub(crate) fn only_call(&self) -> Call {
        let mut calls = self.calls();
        assert_eq!(calls.len(), 1, "{calls:?}");
        calls.remove(0)
    }
}

async fn dynoxide() -> String {
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

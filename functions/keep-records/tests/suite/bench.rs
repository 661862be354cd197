//! A fresh table with its stream, and the worker behind it.

use guildhall_domain::audit::listing::AuditRow;
use guildhall_domain::audit::{AuditEntry, Month};
use guildhall_store::stream::{Start, StreamSource};
use guildhall_store::{Hooks, Leads, Mails, PartnerProfiles, Reviews, Table, Views};
use guildhall_worker::{BatchWorker, Change};
use keep_records::KeepRecords;
use tokio::net::TcpSocket;

use crate::people::noon;

const TABLE: &str = "guildhall";

pub(crate) struct Bench {
    pub(crate) leads: Leads,
    pub(crate) profiles: PartnerProfiles,
    pub(crate) reviews: Reviews,
    pub(crate) mails: Mails,
    pub(crate) hooks: Hooks,
    pub(crate) worker: KeepRecords,
    views: Views<AuditRow>,
    source: StreamSource,
}

impl Bench {
    pub(crate) async fn new() -> Self {
        let endpoint = database().await;
        let table = Table::connect(&endpoint, TABLE);
        table.ensure_created().await.unwrap();
        Self {
            leads: Leads::new(table.clone()),
            profiles: PartnerProfiles::new(table.clone()),
            reviews: Reviews::new(table.clone()),
            mails: Mails::new(table.clone()),
            hooks: Hooks::new(table.clone()),
            worker: KeepRecords::new(table.clone()),
            views: Views::new(table, usize::MAX),
            source: StreamSource::connect(&endpoint, TABLE),
        }
    }

    /// Everything that ever happened to the table, in order.
    pub(crate) async fn changes(&self) -> Vec<Change> {
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

    /// Hands over these changes, of which none may fail.
    pub(crate) async fn tell(&self, changes: &[Change]) {
        assert_eq!(self.worker.handle(changes).await, Vec::new());
    }

    /// The log of the month that everything happens in, oldest first.
    pub(crate) async fn log(&self) -> Vec<AuditEntry> {
        let rows = self.views.read(&Month::of(noon())).await.unwrap();
        let mut entries: Vec<_> = rows.iter().map(|row| row.entry.clone()).collect();
        entries.sort_by_key(|entry| (entry.at, entry.id));
        entries
    }

    /// What was done, oldest first, after everything was told once.
    pub(crate) async fn acts(&self) -> Vec<&'static str> {
        self.tell(&self.changes().await).await;
        self.log().await.into_iter().map(|entry| entry.act.slug()).collect()
    }
}

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

//! A fresh table with its stream, and the worker behind it.

use guildhall_domain::audit::listing::AuditRow;
use guildhall_domain::audit::{AuditEntry, Month};
use guildhall_store::{Hooks, Leads, Mails, PartnerProfiles, Reviews, Views};
use guildhall_worker::{BatchWorker, Change};
use keep_records::KeepRecords;

use crate::people::noon;

pub(crate) struct Bench {
    pub(crate) leads: Leads,
    pub(crate) profiles: PartnerProfiles,
    pub(crate) reviews: Reviews,
    pub(crate) mails: Mails,
    pub(crate) hooks: Hooks,
    pub(crate) worker: KeepRecords,
    views: Views<AuditRow>,
    bench: guildhall_bench::Bench,
}

impl Bench {
    pub(crate) async fn new() -> Self {
        let bench = guildhall_bench::Bench::new().await;
        let table = bench.table.clone();
        Self {
            leads: Leads::new(table.clone()),
            profiles: PartnerProfiles::new(table.clone()),
            reviews: Reviews::new(table.clone()),
            mails: Mails::new(table.clone()),
            hooks: Hooks::new(table.clone()),
            worker: KeepRecords::new(table.clone()),
            views: Views::new(table, usize::MAX),
            bench,
        }
    }

    /// Everything that ever happened to the table, in order.
    pub(crate) async fn changes(&self) -> Vec<Change> {
        self.bench.changes().await
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

//! The workers, by the name of their binary: the same that run in AWS, with what the one-machine system
//! gives them to work with.

use std::sync::Arc;

use escalate_leads::EscalateLeads;
use guildhall_domain::clock::Clock;
use guildhall_store::{CursorKey, CustomerKey, HookKey, Table};
use guildhall_worker::{EventEntry, ScheduledWorker, WorkError, batch_entry, event_entry, schedule_entry};
use keep_records::KeepRecords;
use object_store::ObjectStore;
use publish_profile::Publisher;
use publish_reviews::PublishReviews;
use record_delivery::RecordDelivery;
use record_referral::RecordReferral;
use send_mail::{SendMail, Site};
use send_webhooks::{Poster, SendWebhooks};
use write_digests::WriteDigests;

use super::{Beginnings, EventWorkers, ScheduledWorkers, StreamWorkers};
use crate::clock::MovableClock;
use crate::mailbox::Mailbox;
use crate::tables::Tables;

/// What workers are given.
pub(crate) struct Tools<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) clock: &'a Arc<MovableClock>,
    /// Publishes pages.
    pub(crate) publisher: &'a Arc<Publisher>,
    pub(crate) mailbox: &'a Arc<Mailbox>,
    /// Seals what deliveries to endpoints are signed with.
    pub(crate) hooks: &'a HookKey,
    /// Hides the merchants who are customers already.
    pub(crate) customers: &'a CustomerKey,
    /// Seals the cursors of lists.
    pub(crate) cursors: &'a CursorKey,
    /// Posts to endpoints.
    pub(crate) poster: &'a Poster,
    /// Where the application is, as `http://127.0.0.1:8080`.
    pub(crate) address: &'a str,
}

/// Workers that do not hear of the demo data one by one: nobody is to get mail about it, its pages are made all
/// at once, and its audit log is loaded with it.
pub(crate) const NOT_TOLD_OF_THE_DEMO: [&str; 3] = ["send-mail", "publish-profile", "keep-records"];

/// Who publishes pages.
const PUBLISHES: &str = "publish-profile";

/// Workers that begin with all of it at once.
pub(crate) const BEGIN_WITH_THE_DEMO: [&str; 1] = ["publish-profile"];

/// Who hears from the carrier what became of mails.
pub(crate) const CARRIER_REPORTS_TO: &str = "record-delivery";

/// Who hears from the platform what merchants do. On one machine the platform asks the API.
const PLATFORM_TELLS: &str = "record-referral";

/// Every worker that follows the stream.
pub(crate) fn stream_workers(tools: &Tools<'_>) -> StreamWorkers {
    let mailbox = Arc::clone(tools.mailbox);
    StreamWorkers::from([
        tools
            .tables
            .hand("send-mail", |table| batch_entry(SendMail::new(&table, mailbox, Site::new(tools.address)))),
        tools.tables.hand(PUBLISHES, |_| batch_entry(Arc::clone(tools.publisher))),
        tools.tables.hand("keep-records", |table| batch_entry(KeepRecords::new(table))),
    ])
}

/// How workers begin with everything at once.
pub(crate) fn beginnings(tools: &Tools<'_>) -> Beginnings {
    let rebuild = schedule_entry(Rebuild(Arc::clone(tools.publisher)));
    Beginnings::from([(PUBLISHES, rebuild)])
}

/// Whoever publishes pages, here and for all calls the same: in AWS there is never more than one at a time.
pub(crate) fn publisher(
    tables: &Tables,
    pages: &Arc<dyn ObjectStore>,
    clock: &Arc<MovableClock>,
    address: &str,
) -> Arc<Publisher> {
    let clock: Arc<dyn Clock> = Arc::<MovableClock>::clone(clock);
    let site = guildhall_pages::Site::new(address);
    let (_, publisher) =
        tables.hand(PUBLISHES, |table| Publisher::new(&table, Arc::clone(pages), site, clock));
    Arc::new(publisher)
}

/// Makes every page anew.
struct Rebuild(Arc<Publisher>);

impl ScheduledWorker for Rebuild {
    async fn tick(&self) -> Result<(), WorkError> {
        let rebuilt = self.0.rebuild().await?;
        tracing::info!(partners = rebuilt.partners, "published the directory");
        Ok(())
    }
}

/// Every worker that is called on a schedule.
pub(crate) fn scheduled_workers(tools: &Tools<'_>) -> ScheduledWorkers {
    let clock = || -> Arc<dyn Clock> { Arc::<MovableClock>::clone(tools.clock) };
    let tables = tools.tables;
    ScheduledWorkers::from([
        (PUBLISHES, schedule_entry(Arc::clone(tools.publisher))),
        tables.hand("publish-reviews", |table| schedule_entry(PublishReviews::new(table, clock()))),
        tables.hand(PLATFORM_TELLS, |table| schedule_entry(record_referral(tools, &table))),
        tables.hand("escalate-leads", |table| schedule_entry(EscalateLeads::new(table, clock()))),
        tables.hand("send-webhooks", |table| {
            let (key, poster) = (tools.hooks.clone(), tools.poster.clone());
            schedule_entry(SendWebhooks::new(table, clock(), key, poster))
        }),
        tables.hand("write-digests", |table| schedule_entry(WriteDigests::new(table, clock()))),
    ])
}

/// Every worker that other services report to.
pub(crate) fn event_workers(tools: &Tools<'_>) -> EventWorkers {
    let told = tools.tables.hand(PLATFORM_TELLS, |table| event_entry(record_referral(tools, &table)));
    EventWorkers::from([(CARRIER_REPORTS_TO, carrier_reports(tools.tables)), told])
}

/// Who hears from the carrier.
pub(crate) fn carrier_reports(tables: &Tables) -> EventEntry {
    let (_, worker) = tables.hand(CARRIER_REPORTS_TO, |table| event_entry(RecordDelivery::new(&table)));
    worker
}

fn record_referral(tools: &Tools<'_>, table: &Table) -> RecordReferral {
    let clock: Arc<dyn Clock> = Arc::<MovableClock>::clone(tools.clock);
    RecordReferral::new(table, clock, tools.customers.clone(), tools.cursors.clone())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::data_dir::DataDir;
    use crate::template::TEMPLATE;
    use crate::workers::Subscribed;

    #[tokio::test]
    async fn the_template_runs_every_worker_here_and_no_other() {
        let clock = Arc::new(MovableClock::open(&DataDir::Memory, None).unwrap());
        // Nothing is called, so the table need not answer.
        let tables = Tables::at("http://127.0.0.1:9");
        let pages: Arc<dyn ObjectStore> = Arc::new(object_store::memory::InMemory::new());
        let mailbox = Arc::new(Mailbox::open(&DataDir::Memory).unwrap());
        let address = "http://127.0.0.1:1";
        let hooks = HookKey::from_secret(b"secret");
        let (customers, cursors) = (CustomerKey::from_secret(b"secret"), CursorKey::from_secret(b"secret"));
        let poster = Poster::new(guildhall_domain::webhook::Allowed::nobody());
        let publisher = publisher(&tables, &pages, &clock, address);
        let tools = Tools {
            tables: &tables,
            clock: &clock,
            publisher: &publisher,
            mailbox: &mailbox,
            hooks: &hooks,
            customers: &customers,
            cursors: &cursors,
            poster: &poster,
            address,
        };
        let template = Subscribed::read(TEMPLATE).unwrap();
        let followed: BTreeSet<_> = template.followers().collect();
        assert_eq!(followed, stream_workers(&tools).keys().copied().collect());
        let told: BTreeSet<_> = template.told.iter().map(String::as_str).collect();
        assert_eq!(told, event_workers(&tools).keys().copied().collect());
        let called: BTreeSet<_> = template.scheduled.iter().map(String::as_str).collect();
        assert_eq!(called, scheduled_workers(&tools).keys().copied().collect());
    }
}

//! The workers, by the name of their binary: the same that run in AWS, with what the one-machine system
//! gives them to work with.

use std::sync::Arc;

use guildhall_domain::clock::Clock;
use guildhall_store::Table;
use guildhall_worker::{batch_entry, schedule_entry};
use object_store::ObjectStore;
use publish_reviews::PublishReviews;
use send_mail::{SendMail, Site};

use super::{ScheduledWorkers, StreamWorkers};
use crate::clock::MovableClock;
use crate::mailbox::Mailbox;

/// What workers are given.
pub(crate) struct Tools<'a> {
    pub(crate) table: &'a Table,
    pub(crate) clock: &'a Arc<MovableClock>,
    /// Where pages are published.
    pub(crate) pages: &'a Arc<dyn ObjectStore>,
    pub(crate) mailbox: &'a Arc<Mailbox>,
    /// Where the application is, as `http://127.0.0.1:8080`.
    pub(crate) address: &'a str,
}

/// Workers that do not hear of the demo data: nobody is to be told of what happened two years ago to
/// people who never were.
pub(crate) const NOT_TOLD_OF_THE_DEMO: [&str; 1] = ["send-mail"];

/// Every worker that follows the stream.
pub(crate) fn stream_workers(tools: &Tools<'_>) -> StreamWorkers {
    let site = Site::new(tools.address);
    StreamWorkers::from([(
        "send-mail",
        batch_entry(SendMail::new(tools.table, Arc::clone(tools.mailbox), site)),
    )])
}

/// Every worker that is called on a schedule.
pub(crate) fn scheduled_workers(tools: &Tools<'_>) -> ScheduledWorkers {
    let clock: Arc<dyn Clock> = Arc::<MovableClock>::clone(tools.clock);
    ScheduledWorkers::from([(
        "publish-reviews",
        schedule_entry(PublishReviews::new(tools.table.clone(), clock)),
    )])
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
        let table = Table::connect("http://127.0.0.1:9", "none");
        let pages: Arc<dyn ObjectStore> = Arc::new(object_store::memory::InMemory::new());
        let mailbox = Arc::new(Mailbox::open(&DataDir::Memory).unwrap());
        let address = "http://127.0.0.1:1";
        let tools = Tools { table: &table, clock: &clock, pages: &pages, mailbox: &mailbox, address };
        let template = Subscribed::read(TEMPLATE).unwrap();
        let followed: BTreeSet<_> = template.followers().collect();
        assert_eq!(followed, stream_workers(&tools).keys().copied().collect());
        let called: BTreeSet<_> = template.scheduled.iter().map(String::as_str).collect();
        assert_eq!(called, scheduled_workers(&tools).keys().copied().collect());
    }
}

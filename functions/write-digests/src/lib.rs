//! Writes the weekly summaries: on Mondays, for everybody who wants one and for whom anything is open, what waits for
//! whom. Each is an item that is written once, so ticks may come late, twice, or two at a time; the mail is
//! `send-mail`'s, which follows the writes.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Datelike, Utc, Weekday};
use futures::future::join_all;
use guildhall_domain::actor::{Role, Side};
use guildhall_domain::clock::Clock;
use guildhall_domain::lead::listing::{LeadRow, LeadSummary};
use guildhall_domain::notice::{Digest, Person, Topic, Week};
use guildhall_store::{Digests, LeadList, People, Snapshot, StoreError, Table, Views};
use guildhall_worker::{ScheduledWorker, WorkError};

/// One view is read, so nothing is ever dropped for another.
const VIEW_BYTES: usize = 256 * 1024 * 1024;
/// How many summaries are written at once.
const PARALLEL: usize = 16;

/// Writes the weekly summaries.
pub struct WriteDigests {
    people: People,
    digests: Digests,
    views: Views<LeadRow>,
    clock: Arc<dyn Clock>,
    /// The week that this process has done.
    done: Mutex<Option<Week>>,
}

impl WriteDigests {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self {
            people: People::new(table.clone()),
            digests: Digests::new(table.clone()),
            views: Views::new(table, VIEW_BYTES),
            clock,
            done: Mutex::new(None),
        }
    }

    async fn write_all(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let everybody = self.people.everybody().await?;
        let readers: Vec<_> = everybody.iter().filter(|person| wants(person)).collect();
        if readers.is_empty() {
            return Ok(());
        }
        let leads = self.views.read(&LeadList::Sales).await?;
        let digests: Vec<_> = readers.into_iter().filter_map(|reader| count(reader, &leads, now)).collect();
        let (mut written, mut failed) = (0, None);
        for some in digests.chunks(PARALLEL) {
            // One that fails must not keep the others waiting.
            for outcome in join_all(some.iter().map(|digest| self.digests.write(digest))).await {
                match outcome {
                    Ok(is_new) => written += usize::from(is_new),
                    Err(error) => failed = Some(error),
                }
            }
        }
        if written > 0 {
            tracing::info!(written, "wrote weekly summaries");
        }
        failed.map_or(Ok(()), Err)
    }

    fn is_done(&self, week: Week) -> bool {
        *self.done.lock().unwrap_or_else(PoisonError::into_inner) == Some(week)
    }
}

impl ScheduledWorker for WriteDigests {
    async fn tick(&self) -> Result<(), WorkError> {
        let now = self.clock.now();
        let week = Week::of(now);
        if now.weekday() != Weekday::Mon || self.is_done(week) {
            return Ok(());
        }
        self.write_all(now).await?;
        *self.done.lock().unwrap_or_else(PoisonError::into_inner) = Some(week);
        Ok(())
    }
}

/// Whether somebody asked for the summary, and still has a role that it is for.
fn wants(person: &Person) -> bool {
    Topic::Digest.is_for(person.role) && person.preferences.wants(Topic::Digest)
}

fn count(reader: &Person, leads: &Snapshot<LeadRow>, now: DateTime<Utc>) -> Option<Digest> {
    let seen = leads.iter().map(|row| &row.lead).filter(|lead| sees(reader, lead));
    Digest::count(&reader.id, reader.role, seen, now)
}

/// Partners count what is their organisation's, representatives what is theirs, managers everything.
fn sees(reader: &Person, lead: &LeadSummary) -> bool {
    match (reader.role.side(), reader.role) {
        (Side::Partner, _) => reader.org.as_ref() == Some(lead.id.org()),
        (Side::Platform, Role::Rep) => lead.representative.as_ref().is_some_and(|rep| rep.id == reader.id),
        (Side::Platform, _) => reader.role.reads_all_leads(),
        (Side::Merchant, _) => false,
    }
}

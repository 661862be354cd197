//! All that is known of a partner's move.

use chrono::{DateTime, Utc};
use guildhall_contract::moving::{Counted, MigratedEntry, Moving, TaskEntry};
use guildhall_domain::cutover::Cutover;
use guildhall_domain::migration::{
    GoingOn, MigratedField, MigratedProfile, MoveFacts, MoveNotes, Task, currency_of,
};
use guildhall_domain::money::Currency;
use guildhall_domain::profile::{PartnerProfile, Price};
use guildhall_http::{Caller, OrFail, Organisation, Problem};

use crate::MyMove;
use crate::note::{may_note, tools_entry};

impl MyMove {
    /// Reads everything at once, and says where each task stands.
    pub(crate) async fn moving(
        &self,
        caller: &Caller,
        organisation: &Organisation,
    ) -> Result<Moving, Problem> {
        let org = &organisation.id;
        let (cutover, jobs, migrated, notes, profile) = futures::try_join!(
            self.cutover.get(),
            self.jobs.read(org),
            self.moves.migrated(org),
            self.moves.notes(org),
            self.profiles.get(org),
        )
        .or_fail()?;
        let notes = notes.map(|kept| kept.value).unwrap_or_default();
        let going_on = GoingOn::gather(jobs.iter().map(|row| &row.job), cutover.dates().closed_from);
        let done = going_on.iter().filter(|customer| notes.contacted.contains_key(&customer.shop.id)).count();
        let customers = Counted { all: going_on.len(), done };
        let jobs = jobs.iter().count();
        let facts = facts(migrated.as_ref(), &notes, customers, jobs);
        let now = self.clock.now();
        Ok(Moving {
            dates: cutover.dates(),
            phase: cutover.phase(now),
            tasks: Task::ALL.map(|task| entry(task, facts, &cutover)).into(),
            profile: migrated.as_ref().map(MigratedEntry::from),
            tools: tools_entry(&notes),
            customers,
            jobs,
            downloaded: notes.downloaded,
            currency: currency(profile.as_ref()),
            may_note: may_note(caller, organisation),
            may_review: caller.actor.role.manages_organisation() && !organisation.suspended,
        })
    }
}

fn facts(
    migrated: Option<&MigratedProfile>,
    notes: &MoveNotes,
    customers: Counted,
    jobs: usize,
) -> MoveFacts {
    let all = MigratedField::TO_REVIEW.len();
    MoveFacts {
        fields: migrated.map(|migrated| (all, all - migrated.to_review().count())),
        tools: notes.tools.named(),
        customers: (customers.all, customers.done),
        has_records: jobs > 0,
        downloaded: notes.downloaded.is_some(),
    }
}

fn entry(task: Task, facts: MoveFacts, cutover: &Cutover) -> TaskEntry {
    let date: Option<DateTime<Utc>> = task.date().map(|date| cutover.dates().get(date));
    TaskEntry { task, state: task.state(facts), date }
}

/// What the partner asks for in its prices; else what its country reckons in.
fn currency(profile: Option<&PartnerProfile>) -> Currency {
    let Some(content) = profile.map(|profile| &profile.content) else { return Currency::USD };
    let priced = content.services.iter().find_map(|offer| match offer.price {
        Price::Contact => None,
        Price::From { from } | Price::Range { from, .. } => Some(from.currency),
    });
    priced.unwrap_or_else(|| currency_of(content.country))
}

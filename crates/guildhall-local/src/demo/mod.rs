//! The demo data of the first start: two partner organisations, their leads over two years, what these
//! earned, and the directory that they are listed in. The same on every machine and every day.
//!
//! Every timeline comes from applying commands to the domain's aggregate, so nothing here can be in a
//! state that the rules do not allow.

mod audit;
mod care;
mod dice;
mod directory;
mod forms;
mod leads;
mod marketplace;
mod merchants;
mod moved;
mod payouts;
mod places;
mod referrals;
mod roster;
mod stories;
mod teller;

use chrono::{DateTime, TimeZone, Utc};
use guildhall_domain::lead::Lead;
use guildhall_domain::migration::{MigratedProfile, RunId};
use guildhall_domain::representative::Representative;
use referrals::Books;

use dice::Dice;
pub(crate) use directory::HANDLES;
use directory::{Directory, directory};
pub(crate) use marketplace::records as marketplace_records;
use merchants::Merchants;
use payouts::PaidOut;

/// Chosen once; another seed tells other stories.
const SEED: u64 = 0x6775_696C_6468_616C;

/// Merchants who are customers already, by their domains. No partner has submitted them.
pub(crate) const CUSTOMERS: [&str; 4] =
    ["nordljus-inredning.example", "hamnkaffe.example", "saigon-lua.example", "bluebell-books.example"];

/// The profile that came over from the marketplace by this run.
pub(crate) fn moved_profile(run: RunId) -> MigratedProfile {
    moved::profile(run)
}

/// Everything that is loaded.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct DemoData {
    pub(crate) representatives: Vec<Representative>,
    pub(crate) leads: Vec<Lead>,
    pub(crate) books: Books,
    pub(crate) paid_out: PaidOut,
    pub(crate) directory: Directory,
}

impl DemoData {
    /// The data as it stands at `anchor`, with so many partners in the directory.
    pub(crate) fn tell(anchor: DateTime<Utc>, partners: usize) -> Self {
        let (mut dice, mut merchants) = (Dice::new(SEED), Merchants::default());
        let representatives = roster::representatives();
        let told = leads::tell_all(anchor, &representatives, &mut merchants, &mut dice);
        let mut books = referrals::tell_all(&told, anchor, &mut merchants, &mut dice);
        let paid_out = payouts::pay_all(&mut books.accounts, anchor);
        let leads = told.into_iter().map(|told| told.lead).collect();
        let directory = directory(partners, anchor, &books.records);
        Self { representatives, leads, books, paid_out, directory }
    }

    /// Notes what was late by now. The stories stop on a fixed day, and a first start months later must not send
    /// mail about every promise that would have been broken since.
    pub(crate) fn catch_up(&mut self, now: DateTime<Utc>) {
        for lead in &mut self.leads {
            teller::notice_delay(lead, now);
        }
    }
}

/// The moment at which the stories stop. It is fixed, so that the data does not change from day to
/// day; whoever sets the clock for the first start gets data up to that moment instead.
pub(crate) fn anchor(clock: Option<DateTime<Utc>>) -> DateTime<Utc> {
    clock.unwrap_or_else(|| Utc.with_ymd_and_hms(2026, 11, 20, 16, 0, 0).earliest().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet, HashSet};

    use guildhall_contract::lead_form::{LeadFormBody, read_lead_form};
    use guildhall_domain::lead::EventKind;
    use guildhall_domain::policy;

    use super::*;

    fn data() -> DemoData {
        DemoData::tell(anchor(None), 20)
    }

    #[test]
    fn the_same_data_is_told_every_time() {
        assert_eq!(data(), data());
    }

    #[test]
    fn the_stories_hold_wherever_the_clock_is_set() {
        for clock in
            ["2001-01-01T00:00:00Z", "2023-09-30T23:59:59Z", "2025-03-01T12:00:00Z", "2099-12-31T00:00:00Z"]
        {
            let end = clock.parse().unwrap();
            let data = DemoData::tell(anchor(Some(end)), 2);
            assert_eq!(data.leads.len(), 400, "{clock}");
            assert!(data.leads.iter().all(|lead| lead.updated_at() <= end), "{clock}");
        }
    }

    #[test]
    fn there_are_400_leads_in_every_cell_of_what_comes_next() {
        let data = data();
        assert_eq!(data.leads.len(), 400);
        let mut cells = BTreeMap::new();
        for lead in &data.leads {
            *cells.entry(policy::next_step(lead.facts()).cell).or_insert(0) += 1;
        }
        assert_eq!(cells.len(), 15, "{cells:?}");
        assert!(cells.values().all(|count| *count >= 3), "{cells:?}");
    }

    #[test]
    fn every_kind_of_event_happened_to_somebody() {
        let kind =
            |kind: &EventKind| serde_json::to_value(kind).unwrap()["kind"].as_str().unwrap().to_owned();
        let data = data();
        let told: BTreeMap<_, _> =
            data.leads.iter().flat_map(|lead| &lead.timeline).fold(BTreeMap::new(), |mut counts, event| {
                *counts.entry(kind(&event.kind)).or_insert(0) += 1;
                counts
            });
        assert_eq!(told.len(), 15, "{told:?}");
    }

    #[test]
    fn a_first_start_years_later_finds_everything_late_noticed_already() {
        let (mut data, now) = (data(), anchor(None) + chrono::TimeDelta::days(700));
        data.catch_up(now);
        for lead in &data.leads {
            assert!(lead.due.is_none_or(|due| !due.is_over(now)) || lead.is_escalated(), "{}", lead.id);
        }
    }

    #[test]
    fn a_first_start_finds_nothing_to_escalate_and_something_in_every_pile() {
        use guildhall_domain::actor::Side;
        use guildhall_domain::lead::listing::{LeadFilter, LeadRow, LeadSummary, Queue, Reader};
        let (data, now) = (data(), anchor(None));
        let rows: Vec<_> = data.leads.iter().map(LeadSummary::from).map(LeadRow::from).collect();
        let late = |row: &&LeadRow| row.lead.due.is_some_and(|due| due.is_over(now)) && !row.lead.escalated;
        assert_eq!(rows.iter().filter(late).count(), 0);
        let open = rows.iter().filter(|row| row.lead.facts().is_undecided()).count();
        assert!((30..110).contains(&open), "{open} leads are open");
        for rep in &data.representatives {
            let reader = Reader { id: rep.id.clone(), side: Side::Platform, now };
            let (_, counts) = LeadFilter::default().narrow(rows.iter(), &reader);
            for (queue, count) in Queue::ALL.into_iter().zip(counts.by_queue) {
                assert!(count >= 2, "{} has {count} in {}", rep.name, queue.code());
            }
        }
        assert!(data.leads.iter().filter(|lead| lead.plans.partner.is_some()).count() > 5);
        // Most promises are kept.
        let broken = |lead: &&Lead| {
            lead.timeline.iter().any(|event| matches!(event.kind, EventKind::Escalated { .. }))
        };
        let broken = data.leads.iter().filter(broken).count();
        assert!((30..150).contains(&broken), "{broken} promises were broken");
    }

    #[test]
    fn nothing_happens_before_the_two_years_or_after_the_present() {
        let (data, end) = (data(), anchor(None));
        for lead in &data.leads {
            assert!(lead.submitted_at() >= end - chrono::TimeDelta::days(735));
            assert!(lead.updated_at() <= end, "{} {}", lead.id, lead.updated_at());
        }
        assert!(data.books.entries.iter().all(|entry| entry.booked_at <= end));
    }

    #[test]
    fn both_organisations_and_every_representative_have_leads_and_some_wait_for_one() {
        let data = data();
        let organisations: BTreeSet<_> = data.leads.iter().map(|lead| lead.id.org().to_string()).collect();
        assert_eq!(organisations, BTreeSet::from(["norrsken".to_owned(), "saigonweb".to_owned()]));
        for representative in &data.representatives {
            let own =
                |lead: &&Lead| lead.representative.as_ref().is_some_and(|rep| rep.id == representative.id);
            assert!(data.leads.iter().filter(own).count() > 20, "{}", representative.name);
        }
        assert!(data.leads.iter().any(|lead| lead.representative.is_none()));
    }

    #[test]
    fn every_form_passes_the_rules_that_a_partner_meets() {
        for lead in data().leads {
            let body = serde_json::to_value(LeadFormBody::from(&lead.form)).unwrap();
            let checked = read_lead_form(body.as_object().unwrap());
            assert!(checked.is_ok(), "{body}: {:?}", checked.err());
        }
    }

    #[test]
    fn no_two_leads_or_records_share_an_id_and_no_two_leads_a_reference() {
        let data = data();
        let ids: HashSet<_> = data.leads.iter().map(|lead| &lead.id).collect();
        assert_eq!(ids.len(), data.leads.len());
        let records: HashSet<_> = data.books.records.iter().map(|record| (&record.org, &record.id)).collect();
        assert_eq!(records.len(), data.books.records.len());
        let entries: HashSet<_> = data.books.entries.iter().map(|entry| (&entry.org, entry.id)).collect();
        assert_eq!(entries.len(), data.books.entries.len());
        let references: Vec<_> = data.leads.iter().filter_map(|lead| lead.form.reference.as_ref()).collect();
        assert_eq!(references.iter().collect::<HashSet<_>>().len(), references.len());
    }

    #[test]
    fn exactly_the_awarded_and_the_paid_leads_have_a_live_record() {
        use guildhall_domain::lead::{Outcome, Status};
        let data = data();
        let live: HashSet<_> = data
            .books
            .records
            .iter()
            .filter(|record| record.is_live())
            .filter_map(|record| record.lead.clone())
            .collect();
        for lead in &data.leads {
            let earned = lead.status == Status::Awarded || lead.outcome == Some(Outcome::Paid);
            assert_eq!(live.contains(&lead.id), earned, "{}", lead.id);
        }
        assert!(data.books.records.iter().any(|record| record.lead.is_none()));
        assert!(data.books.entries.iter().any(|entry| entry.amount.minor < 0));
    }

    #[test]
    fn records_ledgers_and_accounts_come_to_the_same_sums() {
        use guildhall_domain::referral::Sums;
        let books = data().books;
        let sums = books.sums();
        for record in &books.records {
            let booked = sums.get(&(record.org.clone(), record.id.clone())).cloned().unwrap_or_default();
            assert_eq!(Sums::of(booked), Ok(record.revenue.clone()), "{}", record.id);
        }
        let of_accounts: i64 = books.accounts.iter().flat_map(|account| account.sums.values()).sum();
        assert_eq!(of_accounts, books.entries.iter().map(|entry| entry.amount.minor).sum::<i64>());
        assert!(books.accounts.iter().all(|account| account.currency.code() == "USD"));
    }
}

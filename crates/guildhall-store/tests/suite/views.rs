//! Views: whoever asks sees what was written before they asked, and what everybody else sees.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use futures::future::join_all;
use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::lead::Lead;
use guildhall_domain::lead::listing::{LeadRow, LeadSummary};
use guildhall_domain::referral::ReferralId;
use guildhall_domain::referral::listing::{ReferralRow, ReferralSummary};
use guildhall_store::bulk::Bulk;
use guildhall_store::{Commit, LeadList, Leads, Micros, Snapshot, Views};
use rstest::rstest;

use crate::support::Backend;
use crate::support::leads::{ask, award, lead, many, member, noon, org, rep, start_work, step};

fn summaries(snapshot: &Snapshot<LeadRow>) -> BTreeMap<LeadId, LeadSummary> {
    snapshot.iter().map(|row| (row.lead.id.clone(), row.lead.clone())).collect()
}

/// What a list must show: every lead, read one by one.
async fn full_read(leads: &Leads, ids: impl IntoIterator<Item = LeadId>) -> BTreeMap<LeadId, LeadSummary> {
    let mut all = BTreeMap::new();
    for id in ids {
        if let Some(lead) = leads.get(&id).await.unwrap() {
            all.insert(id, LeadSummary::from(&lead));
        }
    }
    all
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn every_write_is_in_the_next_list(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let views = bench.views();
    for place in 0..10 {
        let mut lead = lead(&acme, &place.to_string());
        bench.leads.create(&lead, "hash").await.unwrap();
        for list in [LeadList::Of(acme.clone()), LeadList::Sales] {
            let seen = summaries(&views.read(&list).await.unwrap());
            assert_eq!(seen.len(), place + 1);
            assert_eq!(seen.get(&lead.id), Some(&LeadSummary::from(&lead)));
        }
        step(&bench.leads, &mut lead, &start_work(), &rep()).await;
        for list in [LeadList::Of(acme.clone()), LeadList::Sales] {
            let seen = summaries(&views.read(&list).await.unwrap());
            assert_eq!(seen.get(&lead.id), Some(&LeadSummary::from(&lead)));
        }
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_list_holds_the_own_organisation_only_and_the_sales_list_holds_all(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (acme, other) = (org("acme"), org("acme-2"));
    Bulk::new(bench.table.clone()).leads(&many(&acme, 30)).await.unwrap();
    Bulk::new(bench.table.clone()).leads(&many(&other, 20)).await.unwrap();
    let views = bench.views();
    let own = views.read(&LeadList::Of(acme.clone())).await.unwrap();
    assert_eq!(own.len(), 30);
    assert!(own.iter().all(|row| *row.lead.id.org() == acme));
    assert_eq!(views.read(&LeadList::Of(other)).await.unwrap().len(), 20);
    assert_eq!(views.read(&LeadList::Of(org("nobody"))).await.unwrap().len(), 0);
    assert_eq!(views.read(&LeadList::Sales).await.unwrap().len(), 50);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_partition_of_many_pages_is_read_whole(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    // Long names make short pages.
    let mut leads = many(&acme, 400);
    leads.iter_mut().for_each(|lead| lead.form.company.push_str(&"x".repeat(10_000)));
    let before = Micros::now().less_seconds(3600);
    Bulk::new(bench.table.clone()).backdated(before).leads(&leads).await.unwrap();
    bench.calls();
    let views = bench.views();
    for list in [LeadList::Of(acme), LeadList::Sales] {
        let snapshot = views.read(&list).await.unwrap();
        assert!(bench.calls().len() >= 5);
        let seen = summaries(&snapshot);
        assert_eq!(seen.len(), snapshot.len(), "nothing twice");
        assert_eq!(seen, leads.iter().map(|lead| (lead.id.clone(), LeadSummary::from(lead))).collect());
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn many_pages_of_one_moment_are_read_whole(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let before = Micros::now().less_seconds(3600);
    // Items that share a moment stand on the seam where the two ends meet.
    let mut leads = many(&acme, 300);
    leads.iter_mut().for_each(|lead| lead.form.company.push_str(&"x".repeat(10_000)));
    let bulk = Bulk::new(bench.table.clone()).backdated(before);
    for some in leads.chunks(20) {
        join_all(some.iter().map(|lead| bulk.leads(std::slice::from_ref(lead))))
            .await
            .into_iter()
            .for_each(Result::unwrap);
    }
    assert_eq!(bench.views().read(&LeadList::Of(acme)).await.unwrap().len(), 300);
}

/// One of the tasks that write and read at the same time.
struct Worker {
    leads: Leads,
    views: Arc<Views<LeadRow>>,
    org: OrgId,
    number: usize,
}

impl Worker {
    /// Writes 125 times: new leads, questions, work begun, awards, and now and then an erasure.
    async fn work(self) -> Vec<LeadId> {
        let list = LeadList::Of(self.org.clone());
        let mut own: Vec<Lead> = Vec::new();
        let mut ids = Vec::new();
        for turn in 0..125_usize {
            match turn % 5 {
                0 => {
                    let lead = lead(&self.org, &format!("{} {turn}", self.number));
                    self.leads.create(&lead, "hash").await.unwrap();
                    ids.push(lead.id.clone());
                    own.push(lead);
                }
                4 if turn % 25 == 24 => {
                    let gone = own.remove(0);
                    assert!(self.leads.erase(&gone.id).await.unwrap());
                }
                _ => self.move_one(&mut own, turn).await,
            }
            if turn % 25 == self.number {
                let seen = summaries(&self.views.read(&list).await.unwrap());
                for lead in &own {
                    assert_eq!(seen.get(&lead.id), Some(&LeadSummary::from(lead)), "read your own writes");
                }
            }
        }
        ids
    }

    async fn move_one(&self, own: &mut [Lead], turn: usize) {
        let place = turn * 7 % own.len();
        let lead = &mut own[place];
        let later = noon() + TimeDelta::minutes(i64::try_from(turn).unwrap() + 1);
        let worked = lead.apply(&start_work(), &rep(), later);
        let moved = worked.or_else(|_| lead.apply(&award(), &rep(), later));
        if moved.is_err() {
            lead.apply(&ask("And now?"), &member(&self.org), later).unwrap();
        }
        assert_eq!(self.leads.commit(lead).await.unwrap(), Commit::Done);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn after_two_thousand_interleaved_writes_every_view_equals_a_full_read(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let views = [Arc::new(bench.views()), Arc::new(bench.views())];
    let workers = (0..16).map(|number| {
        let worker = Worker {
            leads: bench.leads.clone(),
            views: Arc::clone(&views[number % 2]),
            org: acme.clone(),
            number,
        };
        tokio::spawn(worker.work())
    });
    let ids: Vec<_> = join_all(workers).await.into_iter().flat_map(Result::unwrap).collect();
    assert_eq!(ids.len(), 16 * 25);
    let expected = full_read(&bench.leads, ids).await;
    assert_eq!(expected.len(), 16 * 20);
    let writes = expected.values().map(|lead| lead.version).sum::<u64>();
    assert!(writes > 1_000, "{writes}");
    for view in &views {
        for list in [LeadList::Of(acme.clone()), LeadList::Sales] {
            assert_eq!(summaries(&view.read(&list).await.unwrap()), expected);
        }
    }
    assert_eq!(summaries(&bench.views().read(&LeadList::Of(acme)).await.unwrap()), expected);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn readers_at_once_share_syncs_and_still_see_what_was_written_before(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let views = Arc::new(bench.views());
    let list = LeadList::Of(acme.clone());
    views.read(&list).await.unwrap();
    bench.leads.create(&lead(&acme, "key"), "hash").await.unwrap();
    bench.calls();
    let readers = (0..32).map(|_| {
        let (views, list) = (Arc::clone(&views), list.clone());
        tokio::spawn(async move { views.read(&list).await.unwrap().len() })
    });
    let lens: Vec<_> = join_all(readers).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(lens, [1; 32]);
    assert!(bench.calls().len() < 32, "those who wait share one sync");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_stays_as_it_was(#[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let list = LeadList::Of(acme.clone());
    let leads = many(&acme, 40);
    Bulk::new(bench.table.clone()).leads(&leads).await.unwrap();
    let views = bench.views();
    let before = views.read(&list).await.unwrap();
    let as_it_was = summaries(&before);
    let mut moved = leads[3].clone();
    step(&bench.leads, &mut moved, &ask("And now?"), &member(&acme)).await;
    bench.leads.erase(&leads[5].id).await.unwrap();
    bench.leads.create(&lead(&acme, "new"), "hash").await.unwrap();
    let after = views.read(&list).await.unwrap();
    assert_eq!(summaries(&before), as_it_was);
    assert_ne!(summaries(&after), as_it_was);
    assert_eq!(after.len(), 40);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_abandoned_read_leaves_the_view_whole(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    Bulk::new(bench.table.clone()).leads(&many(&acme, 400)).await.unwrap();
    let views = bench.views();
    let list = LeadList::Of(acme);
    for micros in [1, 100, 1_000, 5_000] {
        let patience = Duration::from_micros(micros);
        let _ = tokio::time::timeout(patience, views.read(&list)).await;
    }
    assert_eq!(views.read(&list).await.unwrap().len(), 400);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_view_read_longest_ago_makes_room(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let orgs = ["one", "two", "three"].map(org);
    for org in &orgs {
        let before = Micros::now().less_seconds(3600);
        Bulk::new(bench.table.clone()).backdated(before).leads(&many(org, 100)).await.unwrap();
    }
    let lists = orgs.map(LeadList::Of);
    let measure = bench.views();
    measure.read(&lists[0]).await.unwrap();
    let one = measure.bytes();
    let limit = one * 5 / 2;
    let views = Views::<LeadRow>::new(bench.table.clone(), limit);
    for list in &lists {
        views.read(list).await.unwrap();
        assert!(views.bytes() <= limit);
    }
    // The first had to go for the third; a list that is held takes one call, another one takes two.
    bench.calls();
    views.read(&lists[2]).await.unwrap();
    views.read(&lists[1]).await.unwrap();
    assert_eq!(bench.calls().len(), 2);
    views.read(&lists[0]).await.unwrap();
    assert_eq!(bench.calls().len(), 2);
    // Now the third was read longest ago.
    views.read(&lists[1]).await.unwrap();
    assert_eq!(bench.calls().len(), 1);
    views.read(&lists[2]).await.unwrap();
    assert_eq!(bench.calls().len(), 2);

    let tiny = Views::<LeadRow>::new(bench.table.clone(), 1);
    assert_eq!(tiny.read(&lists[0]).await.unwrap().len(), 100);
    bench.calls();
    tiny.read(&lists[0]).await.unwrap();
    assert_eq!(bench.calls().len(), 1, "the view read last stays, whatever it weighs");
    tiny.read(&lists[1]).await.unwrap();
    assert!(tiny.bytes() < one * 3 / 2);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_referral_history_follows_awards(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let views = Views::<ReferralRow>::new(bench.table.clone(), usize::MAX);
    assert!(views.read(&acme).await.unwrap().is_empty());
    let mut lead = lead(&acme, "key");
    bench.leads.create(&lead, "hash").await.unwrap();
    step(&bench.leads, &mut lead, &start_work(), &rep()).await;
    step(&bench.leads, &mut lead, &award(), &rep()).await;
    let snapshot = views.read(&acme).await.unwrap();
    let record = bench.referrals.get(&acme, &ReferralId::of_lead(&lead.id)).await.unwrap().unwrap();
    let expected = ReferralSummary::from(&record);
    assert_eq!(snapshot.iter().map(|row| &row.referral).collect::<Vec<_>>(), [&expected]);
}

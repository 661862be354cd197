//! Erasing a lead: nothing personal stays, and nothing brings the lead back.

use chrono::TimeDelta;
use futures::future::join;
use guildhall_domain::lead::{Product, Support};
use guildhall_store::keys::Key;
use guildhall_store::{Commit, Created, LeadList};
use rstest::rstest;

use crate::support::Backend;
use crate::support::leads::{ask, form, lead, lead_of, member, noon, org, rep, start_work, step};

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_tombstone_holds_nothing_but_its_place(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let lead = lead(&org("acme"), "key");
    bench.leads.create(&lead, "hash").await.unwrap();
    assert!(bench.leads.erase(&lead.id).await.unwrap());
    assert_eq!(bench.leads.get(&lead.id).await.unwrap(), None);
    let item = bench.raw(&Key::lead(&lead.id)).await.unwrap();
    let mut names: Vec<_> = item.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["GSI1PK", "GSI1SK", "PK", "SK", "changed_at", "type", "version"]);
    assert!(!bench.leads.erase(&lead.id).await.unwrap(), "there is nothing left to erase");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn views_that_held_the_lead_drop_it(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let (kept, erased) = (lead(&acme, "kept"), lead(&acme, "erased"));
    bench.leads.create(&kept, "hash").await.unwrap();
    bench.leads.create(&erased, "hash").await.unwrap();
    let views = bench.views();
    let lists = [LeadList::Of(acme), LeadList::Sales];
    for list in &lists {
        assert_eq!(views.read(list).await.unwrap().len(), 2);
    }
    bench.leads.erase(&erased.id).await.unwrap();
    for list in &lists {
        let left = views.read(list).await.unwrap();
        assert_eq!(left.iter().map(|row| &row.lead.id).collect::<Vec<_>>(), [&kept.id]);
    }
    let cold = bench.views().read(&lists[0]).await.unwrap();
    assert_eq!(cold.len(), 1, "a view that never held the lead does not take it up");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn neither_a_repetition_nor_a_late_change_brings_the_lead_back(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut lead = lead(&org("acme"), "key");
    bench.leads.create(&lead, "hash").await.unwrap();
    bench.leads.erase(&lead.id).await.unwrap();
    assert_eq!(bench.leads.create(&lead, "hash").await.unwrap(), Created::KeyReused);
    lead.apply(&start_work(), &rep(), noon() + TimeDelta::days(1)).unwrap();
    assert_eq!(bench.leads.commit(&lead).await.unwrap(), Commit::Conflict(None));
    assert_eq!(bench.leads.get(&lead.id).await.unwrap(), None);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_erased_lead_frees_its_reference(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut form = form(Product::Plus, Support::Requested);
    form.reference = Some("KV-31".to_owned());
    let first = lead_of(&org("acme"), "one", form.clone());
    bench.leads.create(&first, "hash").await.unwrap();
    bench.leads.erase(&first.id).await.unwrap();
    let second = lead_of(&org("acme"), "two", form);
    assert_eq!(bench.leads.create(&second, "hash").await.unwrap(), Created::New);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_wins_over_changes_at_the_same_time(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let mut lead = lead(&acme, "key");
    bench.leads.create(&lead, "hash").await.unwrap();
    step(&bench.leads, &mut lead, &start_work(), &rep()).await;
    let changes = async {
        for place in 0..5 {
            let Some(mut now) = bench.leads.get(&lead.id).await.unwrap() else { return };
            now.apply(&ask(&format!("{place}?")), &member(&acme), noon() + TimeDelta::days(2)).unwrap();
            bench.leads.commit(&now).await.unwrap();
        }
    };
    let (erased, ()) = join(bench.leads.erase(&lead.id), changes).await;
    assert!(erased.unwrap());
    assert_eq!(bench.leads.get(&lead.id).await.unwrap(), None);
}

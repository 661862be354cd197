//! Creating a lead once, however often it is asked for.

use futures::future::join_all;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{Lead, Product, Support};
use guildhall_store::Created;
use rstest::rstest;

use crate::support::Backend;
use crate::support::leads::rep;
use crate::support::leads::{form, lead, lead_of, org, start_work, step};

fn with_reference(key: &str, reference: &str) -> Lead {
    let mut form = form(Product::Plus, Support::Requested);
    form.reference = Some(reference.to_owned());
    lead_of(&org("acme"), key, form)
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn thirty_two_clients_at_once_create_one_lead(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let lead = lead(&org("acme"), "key");
    let answers = join_all((0..32).map(|_| bench.leads.create(&lead, "hash"))).await;
    let answers: Vec<_> = answers.into_iter().map(Result::unwrap).collect();
    assert_eq!(answers.iter().filter(|answer| **answer == Created::New).count(), 1);
    let replay = Created::Replay(Box::new(lead.clone()));
    assert_eq!(answers.iter().filter(|answer| **answer == replay).count(), 31);
    assert_eq!(bench.everything().await.len(), 1);
    assert_eq!(bench.leads.get(&lead.id).await.unwrap(), Some(lead));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_repetition_gets_the_lead_as_it_stands_now(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let submitted = lead(&org("acme"), "key");
    assert_eq!(bench.leads.create(&submitted, "hash").await.unwrap(), Created::New);
    let mut moved = submitted.clone();
    step(&bench.leads, &mut moved, &start_work(), &rep()).await;
    let answer = bench.leads.create(&submitted, "hash").await.unwrap();
    assert_eq!(answer, Created::Replay(Box::new(moved)));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_with_another_body_is_refused_and_changes_nothing(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let first = lead(&org("acme"), "key");
    bench.leads.create(&first, "hash").await.unwrap();
    let mut other = first.clone();
    other.form.company = "Other AB".to_owned();
    assert_eq!(bench.leads.create(&other, "other hash").await.unwrap(), Created::KeyReused);
    assert_eq!(bench.leads.get(&first.id).await.unwrap(), Some(first));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_of_another_organisation_is_another_lead(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    assert_eq!(bench.leads.create(&lead(&org("acme"), "key"), "hash").await.unwrap(), Created::New);
    assert_eq!(bench.leads.create(&lead(&org("other"), "key"), "hash").await.unwrap(), Created::New);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_reference_belongs_to_one_lead_of_the_organisation(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let first = with_reference("one", "KV-31");
    assert_eq!(bench.leads.create(&first, "hash").await.unwrap(), Created::New);
    let answer = bench.leads.create(&with_reference("two", "kv-31"), "hash").await.unwrap();
    assert_eq!(answer, Created::ReferenceTaken(first.id.clone()));
    assert_eq!(bench.leads.get(&LeadId::derive(&org("acme"), "two")).await.unwrap(), None);
    // Its own repetition is no second lead, and neither is it another organisation's number.
    assert_eq!(bench.leads.create(&first, "hash").await.unwrap(), Created::Replay(Box::new(first.clone())));
    assert_eq!(bench.leads.create(&first, "other").await.unwrap(), Created::KeyReused);
    let mut elsewhere = with_reference("one", "KV-31");
    elsewhere.id = LeadId::derive(&org("other"), "one");
    assert_eq!(bench.leads.create(&elsewhere, "hash").await.unwrap(), Created::New);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_many_leads_with_one_reference_at_once_one_is_created(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let leads: Vec<_> = (0..8).map(|place| with_reference(&format!("key {place}"), "KV-31")).collect();
    let answers = join_all(leads.iter().map(|lead| bench.leads.create(lead, "hash"))).await;
    let answers: Vec<_> = answers.into_iter().map(Result::unwrap).collect();
    let winner = answers.iter().position(|answer| *answer == Created::New).unwrap();
    for (place, answer) in answers.iter().enumerate().filter(|(place, _)| *place != winner) {
        assert_eq!(*answer, Created::ReferenceTaken(leads[winner].id.clone()), "{place}");
    }
    assert_eq!(bench.everything().await.len(), 2, "one lead and its marker");
}

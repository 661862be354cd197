//! Changing a lead: what was decided on an older state is not written.

use chrono::TimeDelta;
use futures::future::join_all;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{Command, Status};
use guildhall_store::Commit;
use rstest::rstest;

use crate::support::Backend;
use crate::support::leads::{ask, lead, manager, member, noon, org, rep, representative, start_work, step};

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_read_back_as_it_was_made(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let mut lead = lead(&acme, "key");
    bench.leads.create(&lead, "hash").await.unwrap();
    step(&bench.leads, &mut lead, &start_work(), &rep()).await;
    lead.apply(&ask("When do you call?"), &member(&acme), noon() + TimeDelta::days(1)).unwrap();
    lead.mark_request("request-1");
    assert_eq!(bench.leads.commit(&lead).await.unwrap(), Commit::Done);
    let read = bench.leads.get(&lead.id).await.unwrap().unwrap();
    assert_eq!(read, lead);
    assert!(read.event_of_request("request-1").is_some());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_change_decided_on_an_older_version_gets_the_lead_as_it_stands(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut lead = lead(&org("acme"), "key");
    bench.leads.create(&lead, "hash").await.unwrap();
    let mut late = lead.clone();
    step(&bench.leads, &mut lead, &start_work(), &rep()).await;
    let reject = Command::MarkNotEligible {
        reason: guildhall_domain::policy::REASONS[0].code,
        note: Some("Known already.".into()),
    };
    late.apply(&reject, &manager(), noon() + TimeDelta::days(2)).unwrap();
    assert_eq!(bench.leads.commit(&late).await.unwrap(), Commit::Conflict(Some(Box::new(lead.clone()))));
    assert_eq!(bench.leads.get(&lead.id).await.unwrap(), Some(lead));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_a_lead_that_is_not_there_creates_none(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut lead = lead(&org("acme"), "key");
    lead.apply(&start_work(), &rep(), noon() + TimeDelta::days(1)).unwrap();
    assert_eq!(bench.leads.commit(&lead).await.unwrap(), Commit::Conflict(None));
    assert_eq!(bench.leads.get(&lead.id).await.unwrap(), None);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_status_is_part_of_the_condition(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut stored = lead(&org("acme"), "key");
    let mut mine = stored.clone();
    // The version fits, the status does not: as no write of ours ever leaves it.
    stored.status = Status::Awarded;
    bench.leads.create(&stored, "hash").await.unwrap();
    mine.apply(&start_work(), &rep(), noon() + TimeDelta::days(1)).unwrap();
    assert_eq!(bench.leads.commit(&mine).await.unwrap(), Commit::Conflict(Some(Box::new(stored))));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_change_whose_answer_was_lost_is_done_when_it_is_sent_again(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut lead = lead(&org("acme"), "key");
    bench.leads.create(&lead, "hash").await.unwrap();
    step(&bench.leads, &mut lead, &start_work(), &rep()).await;
    assert_eq!(bench.leads.commit(&lead).await.unwrap(), Commit::Done);
    assert_eq!(bench.leads.get(&lead.id).await.unwrap(), Some(lead));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_many_changes_at_once_each_is_kept_or_told_of_the_conflict(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let lead = lead(&acme, "key");
    bench.leads.create(&lead, "hash").await.unwrap();
    let attempts = (0..16).map(|place| {
        let mut mine = lead.clone();
        mine.apply(&ask(&format!("Question {place}?")), &member(&acme), noon() + TimeDelta::days(1)).unwrap();
        let leads = bench.leads.clone();
        async move { leads.commit(&mine).await.unwrap() }
    });
    let outcomes = join_all(attempts).await;
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Commit::Done).count(), 1);
    assert_eq!(bench.leads.get(&lead.id).await.unwrap().unwrap().version, lead.version + 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_a_lead_no_longer_has_is_gone_from_its_item(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    use guildhall_domain::lead::{Product, Support};
    let bench = backend.bench().await;
    let acme = org("acme");
    let form = crate::support::leads::form(Product::Pos, Support::None);
    let mut lead = crate::support::leads::lead_of(&acme, "key", form);
    assert!(lead.outcome.is_some());
    bench.leads.create(&lead, "hash").await.unwrap();
    step(&bench.leads, &mut lead, &Command::RequestSupport { message: None }, &member(&acme)).await;
    assert_eq!(bench.leads.get(&lead.id).await.unwrap().unwrap().outcome, None);
    let other = Command::Assign { representative: representative("rep-lan", "Lan Tran"), note: None };
    step(&bench.leads, &mut lead, &other, &manager()).await;
    assert_eq!(bench.leads.get(&lead.id).await.unwrap(), Some(lead));
    assert_eq!(bench.leads.get(&LeadId::derive(&acme, "none")).await.unwrap(), None);
}

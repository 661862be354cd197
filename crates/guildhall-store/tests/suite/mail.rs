//! Mails: claimed once, settled once, and never lost without a trace.

use std::time::Duration;

use guildhall_store::keys::Key;
use guildhall_store::{Claim, Claiming, MailRecord, MailState, Mails};
use rstest::rstest;

use crate::support::{Backend, Bench};

fn record(event: u64, audience: &str) -> MailRecord {
    let source = Key { pk: "ORG#acme#INQUIRIES".to_owned(), sk: "INQUIRY#1".to_owned() };
    MailRecord::new(&source, event, audience, "inquiry")
}

fn mails(bench: &Bench) -> Mails {
    Mails::new(bench.table.clone())
}

/// Mails whose claims run out at once, as after a crash and a long wait.
fn impatient(bench: &Bench) -> Mails {
    mails(bench).with_lease(Duration::ZERO)
}

async fn claimed(mails: &Mails, record: &MailRecord) -> Claim {
    match mails.claim(record).await.unwrap() {
        Claiming::Ours(claim) => claim,
        other => panic!("{other:?}"),
    }
}

async fn state(mails: &Mails, record: &MailRecord) -> MailState {
    mails.get(&record.id()).await.unwrap().expect("it was claimed").state
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_is_claimed_once_and_settled_once(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mails = mails(&bench);
    let record = record(1, "partner");
    assert_eq!(mails.get(&record.id()).await.unwrap(), None);
    let claim = claimed(&mails, &record).await;
    assert_eq!(mails.claim(&record).await.unwrap(), Claiming::Busy);
    assert!(mails.complete(&claim, "ses-1").await.unwrap());
    assert_eq!(mails.claim(&record).await.unwrap(), Claiming::Settled(MailState::Sent));
    let mail = mails.get(&record.id()).await.unwrap().unwrap();
    assert_eq!(
        (mail.state, mail.attempt, mail.message.as_deref()),
        (MailState::Sent, Some(1), Some("ses-1"))
    );
    assert_eq!(mail.record, record);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_twenty_workers_at_once_one_gets_the_mail(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mails = mails(&bench);
    let workers: Vec<_> = (0..20)
        .map(|_| {
            let mails = mails.clone();
            tokio::spawn(async move { mails.claim(&record(1, "partner")).await.unwrap() })
        })
        .collect();
    let mut ours = 0;
    for worker in workers {
        match worker.await.unwrap() {
            Claiming::Ours(_) => ours += 1,
            other => assert_eq!(other, Claiming::Busy),
        }
    }
    assert_eq!(ours, 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_released_mail_may_be_claimed_again(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mails = mails(&bench);
    let record = record(1, "partner");
    let first = claimed(&mails, &record).await;
    assert!(mails.release(&first).await.unwrap());
    assert_eq!(state(&mails, &record).await, MailState::Waiting);
    let second = claimed(&mails, &record).await;
    assert_eq!(second.attempt, 2);
    // Whoever had it before has no say in it any more.
    assert!(!mails.complete(&first, "late").await.unwrap());
    assert!(!mails.release(&first).await.unwrap());
    assert!(!mails.fail(&first, "late").await.unwrap());
    assert!(mails.complete(&second, "ses-2").await.unwrap());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_claim_that_nobody_settled_becomes_unknown_and_is_never_claimed_again(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let record = record(1, "partner");
    let lost = claimed(&mails(&bench), &record).await;
    assert_eq!(mails(&bench).claim(&record).await.unwrap(), Claiming::Busy, "the lease still runs");
    for _ in 0..2 {
        let met = impatient(&bench).claim(&record).await.unwrap();
        assert_eq!(met, Claiming::Settled(MailState::Unknown));
    }
    assert_eq!(state(&mails(&bench), &record).await, MailState::Unknown, "it is written down");
    // The worker was only slow after all, and knows better than everybody else.
    assert!(mails(&bench).complete(&lost, "ses-late").await.unwrap());
    assert_eq!(state(&mails(&bench), &record).await, MailState::Sent);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_of_unknown_outcome_is_only_sent_again_when_somebody_says_so(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mails = mails(&bench);
    let (lost, refused, sent) = (record(1, "lost"), record(1, "refused"), record(1, "sent"));
    assert!(!mails.send_again(&lost.id()).await.unwrap(), "there is no such mail yet");
    claimed(&mails, &lost).await;
    assert!(!mails.send_again(&lost.id()).await.unwrap(), "somebody is sending it");
    assert!(impatient(&bench).send_again(&lost.id()).await.unwrap());
    assert_eq!(claimed(&mails, &lost).await.attempt, 2);

    let claim = claimed(&mails, &refused).await;
    mails.fail(&claim, "MessageRejected").await.unwrap();
    assert_eq!(mails.claim(&refused).await.unwrap(), Claiming::Settled(MailState::Failed));
    let failed = mails.get(&refused.id()).await.unwrap().unwrap();
    assert_eq!(failed.reason.as_deref(), Some("MessageRejected"));
    assert!(mails.send_again(&refused.id()).await.unwrap());

    let claim = claimed(&mails, &sent).await;
    mails.complete(&claim, "ses-1").await.unwrap();
    assert!(!mails.send_again(&sent.id()).await.unwrap(), "a mail that was sent stays sent");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn every_mail_that_is_not_safely_on_its_way_is_listed(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mails = mails(&bench);
    let names = ["crashed", "waiting", "failed", "sent"].map(|name| record(1, name));
    let [_, waiting, failed, sent] = &names;
    let mut claims = Vec::new();
    for record in &names {
        claims.push(claimed(&mails, record).await);
    }
    mails.release(&claims[1]).await.unwrap();
    mails.fail(&claims[2], "MessageRejected").await.unwrap();
    mails.complete(&claims[3], "ses-1").await.unwrap();
    let listed: Vec<_> = impatient(&bench)
        .open()
        .await
        .unwrap()
        .into_iter()
        .map(|mail| (mail.record.audience, mail.state))
        .collect();
    let expected = [
        ("crashed".to_owned(), MailState::Unknown),
        (waiting.audience.clone(), MailState::Waiting),
        (failed.audience.clone(), MailState::Failed),
    ];
    assert_eq!(listed, expected);
    assert!(!listed.iter().any(|(audience, _)| *audience == sent.audience));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_costs_two_write_units_to_claim_and_two_to_complete(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mails = mails(&bench);
    let record = record(1, "partner");
    bench.calls();
    let claim = claimed(&mails, &record).await;
    let call = bench.only_call();
    // One in the table, one in the list of open mails.
    assert_eq!((call.operation, call.units), ("UpdateItem", 2.0), "{call:?}");
    mails.complete(&claim, "ses-1").await.unwrap();
    let call = bench.only_call();
    assert_eq!((call.operation, call.units), ("UpdateItem", 2.0), "{call:?}");
    mails.claim(&record).await.unwrap();
    assert_eq!(bench.only_call().operation, "UpdateItem", "a mail that was sent costs one look");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_is_forgotten_after_half_a_year(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let record = record(1, "partner");
    let before = guildhall_store::Micros::now().seconds();
    claimed(&mails(&bench), &record).await;
    let item = bench.raw(&Key::mail(&record.id())).await.unwrap();
    let expires: i64 = item["expires_at"].as_n().unwrap().parse().unwrap();
    let days = (expires - before) / (24 * 60 * 60);
    assert_eq!(days, 180);
}

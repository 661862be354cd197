//! The way of a mail, with workers that race, die and come again.

use std::time::Duration;

use guildhall_store::{MailState, Mails, Table};
use send_mail::{Mail, Post, PostError, Posted};
use tokio::time::timeout;

use crate::support::bench::table;
use crate::support::carrier::{Carrier, Day};
use crate::support::mails::mail;

/// Longer than any mail takes here, and shorter than anybody likes to wait.
const PATIENCE: Duration = Duration::from_millis(400);

fn post(table: &Table, carrier: &Carrier) -> Post<Carrier> {
    Post::new(Mails::new(table.clone()), carrier.clone()).with_first_pause(Duration::from_millis(1))
}

/// A worker that comes long after the others: every claim that it finds has run out.
fn later(table: &Table, carrier: &Carrier) -> Post<Carrier> {
    let mails = Mails::new(table.clone()).with_lease(Duration::ZERO);
    Post::new(mails, carrier.clone()).with_first_pause(Duration::from_millis(1))
}

async fn state(table: &Table, mail: &Mail) -> Option<MailState> {
    Mails::new(table.clone()).get(&mail.id()).await.unwrap().map(|item| item.state)
}

#[tokio::test]
async fn a_mail_leaves_once_however_often_its_change_is_handed_over() {
    let (table, carrier) = (table().await, Carrier::with(&[Day::Good]));
    let (post, mail) = (post(&table, &carrier), mail(1));
    assert!(matches!(post.send(&mail).await, Ok(Posted::Sent(_))));
    for _ in 0..3 {
        assert!(matches!(post.send(&mail).await, Ok(Posted::Settled(MailState::Sent))));
    }
    assert_eq!(carrier.calls(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_workers_at_once_one_sends() {
    let (table, carrier) = (table().await, Carrier::with(&[Day::Good]));
    let workers: Vec<_> = (0..16)
        .map(|_| {
            let post = post(&table, &carrier);
            tokio::spawn(
                async move { post.send(&mail(1)).await.is_ok_and(|it| matches!(it, Posted::Sent(_))) },
            )
        })
        .collect();
    let mut sent = 0;
    for worker in workers {
        sent += usize::from(worker.await.unwrap());
    }
    assert_eq!((sent, carrier.calls()), (1, 1));
}

#[tokio::test]
async fn a_carrier_that_is_busy_for_a_moment_is_waited_for() {
    let (table, carrier) = (table().await, Carrier::with(&[Day::Busy, Day::Busy, Day::Good]));
    assert!(matches!(post(&table, &carrier).send(&mail(1)).await, Ok(Posted::Sent(_))));
    assert_eq!(carrier.calls(), 3);
}

#[tokio::test]
async fn a_mail_that_a_busy_carrier_did_not_take_waits_and_leaves_later() {
    let table = table().await;
    let busy = Carrier::with(&[Day::Busy]);
    let refused = post(&table, &busy).send(&mail(1)).await.unwrap_err();
    assert!(matches!(&refused, PostError::Carrier(_)) && refused.holds_up_others(), "{refused:?}");
    assert_eq!(state(&table, &mail(1)).await, Some(MailState::Waiting));
    let good = Carrier::with(&[Day::Good]);
    assert!(matches!(post(&table, &good).send(&mail(1)).await, Ok(Posted::Sent(_))));
    assert_eq!((busy.taken(&mail(1)), good.taken(&mail(1))), (0, 1));
}

#[tokio::test]
async fn a_mail_that_is_refused_for_good_is_not_tried_again() {
    let (table, carrier) = (table().await, Carrier::with(&[Day::Refusal]));
    let post = post(&table, &carrier);
    assert!(matches!(post.send(&mail(1)).await, Ok(Posted::Failed)));
    assert!(matches!(post.send(&mail(1)).await, Ok(Posted::Settled(MailState::Failed))));
    assert_eq!(carrier.calls(), 1);
}

#[tokio::test]
async fn a_lost_answer_leaves_an_unknown_outcome_and_no_second_mail() {
    let (table, carrier) = (table().await, Carrier::with(&[Day::LostAnswer, Day::Good]));
    let post = post(&table, &carrier);
    for _ in 0..2 {
        assert!(matches!(post.send(&mail(1)).await, Ok(Posted::Settled(MailState::Unknown))));
    }
    assert_eq!(carrier.taken(&mail(1)), 1);
    let open = Mails::new(table).open().await.unwrap();
    assert_eq!(open.len(), 1, "somebody has to look at it");
}

#[tokio::test]
async fn a_worker_that_dies_leaves_an_unknown_outcome_and_no_second_mail() {
    for death in [Day::DeathBefore, Day::DeathAfter] {
        let (table, carrier) = (table().await, Carrier::with(&[death, Day::Good]));
        let dead = post(&table, &carrier);
        assert!(timeout(PATIENCE, dead.send(&mail(1))).await.is_err(), "the worker died");
        // As long as it might still be alive, nobody says that it is done.
        let early = post(&table, &carrier).send(&mail(1)).await.unwrap_err();
        assert!(matches!(&early, PostError::Elsewhere(_)) && !early.holds_up_others(), "{early:?}");
        for _ in 0..2 {
            let late = later(&table, &carrier).send(&mail(1)).await;
            assert!(matches!(late, Ok(Posted::Settled(MailState::Unknown))), "{late:?}");
        }
        assert_eq!(carrier.taken(&mail(1)), usize::from(death == Day::DeathAfter));
        assert_eq!(carrier.calls(), 1);
    }
}

/// Three in ten calls are throttled, and workers die around one in ten.
const BAD_DAYS: [Day; 20] = [
    Day::Good,
    Day::Busy,
    Day::Good,
    Day::Good,
    Day::DeathAfter,
    Day::Good,
    Day::Busy,
    Day::Good,
    Day::Busy,
    Day::Good,
    Day::LostAnswer,
    Day::Good,
    Day::Busy,
    Day::Good,
    Day::DeathBefore,
    Day::Good,
    Day::Busy,
    Day::Refusal,
    Day::Busy,
    Day::Good,
];

#[tokio::test(flavor = "multi_thread")]
async fn whatever_happens_no_mail_leaves_twice_and_none_goes_missing_unseen() {
    const MAILS: usize = 200;
    let (table, carrier) = (table().await, Carrier::with(&BAD_DAYS));
    // Every change is handed over three times, to three workers at once.
    let workers: Vec<_> = (0..3)
        .map(|worker| {
            let post = post(&table, &carrier);
            tokio::spawn(async move {
                for number in 0..MAILS {
                    // Each goes through the mails from another end, so that they meet.
                    let mail = mail((number + worker * MAILS / 3) % MAILS);
                    let _ = timeout(PATIENCE, post.send(&mail)).await;
                }
            })
        })
        .collect();
    for worker in workers {
        worker.await.unwrap();
    }
    let mails = Mails::new(table.clone()).with_lease(Duration::ZERO);
    let mut totals = [0; 4];
    for number in 0..MAILS {
        let mail = mail(number);
        let taken = carrier.taken(&mail);
        assert!(taken <= 1, "a mail left {taken} times");
        let item = mails.get(&mail.id()).await.unwrap().expect("every mail was claimed");
        match item.state {
            MailState::Sent => assert_eq!(taken, 1, "a mail is called sent that is not"),
            MailState::Waiting | MailState::Failed => {
                assert_eq!(taken, 0, "a mail left that is said not to have");
            }
            MailState::Unknown => {}
            MailState::Claimed => panic!("nobody holds a claim any more"),
        }
        totals[match item.state {
            MailState::Sent => 0,
            MailState::Waiting => 1,
            MailState::Failed => 2,
            MailState::Unknown | MailState::Claimed => 3,
        }] += 1;
    }
    assert_eq!(totals.iter().sum::<usize>(), MAILS);
    assert_eq!(mails.open().await.unwrap().len(), MAILS - totals[0], "what is not sent is listed");
    let [sent, _, failed, unknown] = totals;
    assert!(sent > 0 && failed > 0 && unknown > 0, "each of these happens: {totals:?}");
}

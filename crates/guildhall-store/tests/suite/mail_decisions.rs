//! What people decide about mails that did not arrive: once, however many decide it.

use std::time::Duration;

use futures::future::join_all;
use guildhall_domain::actor::Stamp;
use guildhall_domain::delivery::Delivery;
use guildhall_domain::inquiry::spam::Limit;
use guildhall_store::{CarrierCode, Decided, MailState, Mails};
use rstest::rstest;

use crate::mail_reports::{bounce, claimed, mail, open, record, report, sent};
use crate::support::leads::{manager, noon};
use crate::support::{Backend, Bench};

const OFTEN: Limit = Limit { scope: "mail", burst: 2, interval: 600 };

fn mails(bench: &Bench) -> Mails {
    Mails::new(bench.table.clone())
}

fn stamp() -> Stamp {
    Stamp { by: manager().signature(), at: noon() }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_did_not_arrive_may_be_sent_again_and_nothing_else(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mails = mails(&bench);
    let cases = [
        (Delivery::Sent, None, false),
        (Delivery::Sent, Some(CarrierCode::Delayed), false),
        (Delivery::Sent, Some(CarrierCode::Transient), true),
        (Delivery::Delivered, None, false),
        (Delivery::Bounced, Some(CarrierCode::Permanent), true),
        (Delivery::Complained, Some(CarrierCode::Complaint), false),
        (Delivery::Failed, Some(CarrierCode::Rejected), true),
    ];
    for (place, (delivery, code, may)) in cases.into_iter().enumerate() {
        let record = record(&format!("reader-{place}"));
        sent(&mails, &record, "m-1").await;
        mails.record_delivery(&record.id(), &report("m-1", delivery, code)).await.unwrap();
        let before = mail(&mails, &record).await;
        assert_eq!(before.may_be_sent_again(), may, "{delivery:?} {code:?}");
        assert_eq!(mails.send_again(&record.id()).await.unwrap(), may, "{delivery:?} {code:?}");
        let after = mail(&mails, &record).await;
        if !may {
            assert_eq!(after, before);
            continue;
        }
        assert_eq!(
            (after.state, after.delivery(), after.message),
            (MailState::Waiting, Delivery::Pending, None)
        );
        assert_eq!(after.outcomes.len(), 1);
        assert!(!mails.send_again(&record.id()).await.unwrap(), "it waits already");
        assert_eq!(claimed(&mails, &record).await.attempt, 2);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_ten_who_send_it_again_at_once_one_is_taken_at_their_word(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (mails, record) = (mails(&bench), record("partner"));
    let id = record.id();
    sent(&mails, &record, "m-1").await;
    mails.record_delivery(&id, &bounce("m-1")).await.unwrap();
    let stamp = stamp();
    let decided = join_all((0..10).map(|_| mails.send_again_within(&id, OFTEN, &stamp))).await;
    let done = decided.into_iter().map(Result::unwrap).filter(|decided| *decided == Decided::Done);
    assert_eq!(done.count(), 1);
    let waiting = mail(&mails, &record).await;
    assert_eq!((waiting.outcomes.len(), waiting.asked), (1, Some(stamp)));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_is_not_sent_again_without_end_and_its_last_ten_attempts_are_kept(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (mails, record) = (mails(&bench), record("partner"));
    let id = record.id();
    assert_eq!(mails.send_again_within(&id, OFTEN, &stamp()).await.unwrap(), Decided::Missing);
    for attempt in 1..=12 {
        let message = format!("m-{attempt}");
        sent(&mails, &record, &message).await;
        mails.record_delivery(&id, &bounce(&message)).await.unwrap();
        let decided = mails.send_again_within(&id, OFTEN, &stamp()).await.unwrap();
        if attempt <= OFTEN.burst {
            assert_eq!(decided, Decided::Done);
            continue;
        }
        let Decided::TooOften(seconds) = decided else { panic!("{decided:?}") };
        assert!((1..=OFTEN.interval).contains(&seconds), "{seconds}");
        assert_eq!(mail(&mails, &record).await.delivery(), Delivery::Bounced, "nothing is done");
        assert!(mails.send_again(&id).await.unwrap());
    }
    let outcomes = mail(&mails, &record).await.outcomes;
    assert_eq!(
        outcomes.iter().map(|outcome| outcome.attempt).collect::<Vec<_>>(),
        (3..=12).collect::<Vec<_>>()
    );
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_dismissed_mail_leaves_the_list_until_there_is_news(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (mails, record) = (mails(&bench), record("partner"));
    let id = record.id();
    assert_eq!(mails.dismiss(&id, &stamp()).await.unwrap(), Decided::Missing);
    sent(&mails, &record, "m-1").await;
    assert_eq!(mails.dismiss(&id, &stamp()).await.unwrap(), Decided::NotNow, "nothing is wrong with it");
    mails.record_delivery(&id, &bounce("m-1")).await.unwrap();
    assert_eq!(open(&mails).await, ["partner"]);
    for _ in 0..2 {
        assert_eq!(mails.dismiss(&id, &stamp()).await.unwrap(), Decided::Done);
    }
    let dismissed = mail(&mails, &record).await;
    assert_eq!(dismissed.dismissed, Some(stamp()));
    assert_eq!(dismissed.delivery(), Delivery::Bounced, "what happened stays so");
    assert!(open(&mails).await.is_empty());
    // The same report again is no news; another attempt is.
    mails.record_delivery(&id, &bounce("m-1")).await.unwrap();
    assert!(open(&mails).await.is_empty());
    assert!(mails.send_again(&id).await.unwrap());
    assert_eq!(mail(&mails, &record).await.dismissed, None);
    assert_eq!(open(&mails).await, ["partner"]);
    assert_eq!(mails.dismiss(&id, &stamp()).await.unwrap(), Decided::NotNow, "it is about to be sent");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_claim_that_ran_out_may_be_dismissed_or_sent_again_in_one_write(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mails = mails(&bench);
    let impatient = mails.clone().with_lease(Duration::ZERO);
    let (left, again) = (record("left"), record("again"));
    claimed(&mails, &left).await;
    claimed(&mails, &again).await;
    assert_eq!(mails.dismiss(&left.id(), &stamp()).await.unwrap(), Decided::NotNow, "the lease still runs");
    assert_eq!(impatient.dismiss(&left.id(), &stamp()).await.unwrap(), Decided::Done);
    assert_eq!(mail(&mails, &left).await.state, MailState::Unknown);
    assert!(impatient.send_again(&again.id()).await.unwrap());
    let waiting = mail(&mails, &again).await;
    assert_eq!((waiting.state, waiting.outcomes[0].delivery), (MailState::Waiting, Delivery::Unknown));
    assert_eq!(open(&mails).await, ["again"]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_open_mails_says_everything_that_is_known_of_them(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mails = mails(&bench);
    for place in 0..3 {
        let record = record(&format!("reader-{place}"));
        sent(&mails, &record, "m-1").await;
        mails.record_delivery(&record.id(), &bounce("m-1")).await.unwrap();
    }
    let mut ids: Vec<_> = mails.open().await.unwrap().into_iter().map(|mail| mail.id).collect();
    ids.reverse();
    let gone = record("gone").id();
    let asked: Vec<_> = [ids[0], gone].into_iter().chain(ids[1..].iter().copied()).collect();
    let page = mails.get_many(&asked).await.unwrap();
    assert_eq!(page.iter().map(|mail| mail.id).collect::<Vec<_>>(), ids);
    for mail in page {
        assert_eq!((mail.attempt, mail.delivery(), mail.is_open()), (Some(1), Delivery::Bounced, true));
        assert_eq!(mail.reason.as_deref(), Some("permanent"));
    }
}

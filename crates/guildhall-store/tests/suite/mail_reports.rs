//! What the carrier tells of a mail: in any order, more than once, for the attempt that it is about.

use std::time::Duration;

use futures::future::join_all;
use guildhall_domain::delivery::Delivery;
use guildhall_store::keys::Key;
use guildhall_store::{
    CarrierCode, Claim, Claiming, MailItem, MailRecord, MailState, Mails, Report, Reported,
};
use rstest::rstest;

use crate::support::{Backend, Bench};

pub(crate) fn record(audience: &str) -> MailRecord {
    let source = Key { pk: "ORG#acme#INQUIRIES".to_owned(), sk: "INQUIRY#1".to_owned() };
    MailRecord::new(&source, 1, audience, "inquiry")
}

pub(crate) fn report(message: &str, delivery: Delivery, code: Option<CarrierCode>) -> Report {
    Report { message: message.to_owned(), delivery, code }
}

pub(crate) fn bounce(message: &str) -> Report {
    report(message, Delivery::Bounced, Some(CarrierCode::Permanent))
}

pub(crate) async fn claimed(mails: &Mails, record: &MailRecord) -> Claim {
    match mails.claim(record).await.unwrap() {
        Claiming::Ours(claim) => claim,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn sent(mails: &Mails, record: &MailRecord, message: &str) {
    let claim = claimed(mails, record).await;
    assert!(mails.complete(&claim, message).await.unwrap());
}

pub(crate) async fn mail(mails: &Mails, record: &MailRecord) -> MailItem {
    mails.get(&record.id()).await.unwrap().expect("it was claimed")
}

pub(crate) async fn open(mails: &Mails) -> Vec<String> {
    let mut open: Vec<_> = mails.open().await.unwrap().into_iter().map(|mail| mail.record.audience).collect();
    open.sort();
    open
}

fn mails(bench: &Bench) -> Mails {
    Mails::new(bench.table.clone())
}

fn present(reported: Reported) -> MailItem {
    match reported {
        Reported::Present(mail) => *mail,
        other => panic!("{other:?}"),
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn every_pair_of_reports_ends_where_the_rules_say(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mails = mails(&bench);
    let told =
        [Delivery::Sent, Delivery::Delivered, Delivery::Bounced, Delivery::Complained, Delivery::Failed];
    let mut expected = 0;
    for first in told {
        for second in told {
            let record = record(&format!("{}-{}", first.code(), second.code()));
            sent(&mails, &record, "m-1").await;
            let mut known = Delivery::Sent;
            for delivery in [first, second, first] {
                if delivery.follows().contains(&known) {
                    known = delivery;
                }
                let after = mails.record_delivery(&record.id(), &report("m-1", delivery, None)).await;
                let after = present(after.unwrap());
                assert_eq!(after.delivery(), known, "{first:?} {second:?}");
                assert_eq!(after, mail(&mails, &record).await);
                assert_eq!(after.is_open(), known.needs_an_eye());
            }
            expected += usize::from(known.needs_an_eye());
        }
    }
    assert_eq!(mails.open().await.unwrap().len(), expected);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn racing_reports_end_like_reports_in_order(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (mails, record) = (mails(&bench), record("partner"));
    sent(&mails, &record, "m-1").await;
    let id = record.id();
    let told = [
        report("m-1", Delivery::Sent, None),
        report("m-1", Delivery::Sent, Some(CarrierCode::Delayed)),
        report("m-1", Delivery::Delivered, None),
        bounce("m-1"),
    ];
    let reports = told.iter().cycle().take(8).map(|report| mails.record_delivery(&id, report));
    for reported in join_all(reports).await {
        present(reported.unwrap());
    }
    let mail = mail(&mails, &record).await;
    assert_eq!((mail.delivery(), mail.reason.as_deref()), (Delivery::Bounced, Some("permanent")));
    assert_eq!(open(&mails).await, ["partner"]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_may_pass_is_no_bounce(#[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend) {
    let bench = backend.bench().await;
    let (mails, record) = (mails(&bench), record("partner"));
    sent(&mails, &record, "m-1").await;
    let id = record.id();
    let held_up = async |code| {
        let held_up = report("m-1", Delivery::Sent, Some(code));
        present(mails.record_delivery(&id, &held_up).await.unwrap())
    };
    let late = held_up(CarrierCode::Delayed).await;
    assert_eq!((late.delivery(), late.reason.as_deref()), (Delivery::Sent, Some("delayed")));
    assert!(!late.is_open() && !late.may_be_sent_again(), "the carrier still tries");
    let given_up = held_up(CarrierCode::Transient).await;
    assert_eq!((given_up.delivery(), given_up.reason.as_deref()), (Delivery::Sent, Some("transient")));
    assert!(given_up.is_open() && given_up.may_be_sent_again());
    assert_eq!(held_up(CarrierCode::Delayed).await.reason.as_deref(), Some("transient"), "that was before");
    assert_eq!(open(&mails).await, ["partner"]);
    let delivered = mails.record_delivery(&id, &report("m-1", Delivery::Delivered, None)).await.unwrap();
    assert_eq!(present(delivered).reason, None);
    assert!(open(&mails).await.is_empty());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_report_settles_an_unknown_outcome_and_waits_for_a_worker(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (mails, record) = (mails(&bench), record("partner"));
    let delivered = report("m-1", Delivery::Delivered, None);
    assert_eq!(mails.record_delivery(&record.id(), &delivered).await.unwrap(), Reported::Missing);
    let claim = claimed(&mails, &record).await;
    assert_eq!(mails.record_delivery(&record.id(), &delivered).await.unwrap(), Reported::TooEarly);
    // The worker died, or is very slow: the carrier knows better than the table.
    let impatient = mails.clone().with_lease(Duration::ZERO);
    let known = present(impatient.record_delivery(&record.id(), &delivered).await.unwrap());
    assert_eq!((known.state, known.delivery()), (MailState::Sent, Delivery::Delivered));
    assert!(open(&mails).await.is_empty());
    assert!(mails.complete(&claim, "m-1").await.unwrap(), "it says the same");
    assert!(!mails.complete(&claim, "m-2").await.unwrap());
    assert_eq!(mail(&mails, &record).await.delivery(), Delivery::Delivered);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_report_about_an_earlier_attempt_says_nothing_about_this_one(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (mails, record) = (mails(&bench), record("partner"));
    let id = record.id();
    sent(&mails, &record, "m-1").await;
    mails.record_delivery(&id, &report("m-1", Delivery::Delivered, None)).await.unwrap();
    present(mails.record_delivery(&id, &bounce("m-1")).await.unwrap());
    assert!(mails.send_again(&id).await.unwrap());
    assert_eq!(mails.record_delivery(&id, &bounce("m-1")).await.unwrap(), Reported::Past);
    sent(&mails, &record, "m-2").await;
    for message in ["m-1", "m-0"] {
        assert_eq!(mails.record_delivery(&id, &bounce(message)).await.unwrap(), Reported::Past);
    }
    let now = mail(&mails, &record).await;
    assert_eq!((now.delivery(), now.attempt, now.reason), (Delivery::Sent, Some(2), None));
    let [first] = now.outcomes.as_slice() else { panic!("{:?}", now.outcomes) };
    assert_eq!((first.attempt, first.delivery), (1, Delivery::Bounced));
    assert_eq!((first.message.as_deref(), first.reason.as_deref()), (Some("m-1"), Some("permanent")));
    assert!(open(&mails).await.is_empty());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_attempt_of_unknown_outcome_learns_what_became_of_it(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (mails, record) = (mails(&bench), record("partner"));
    let id = record.id();
    let lost = claimed(&mails, &record).await;
    assert!(mails.mark_unknown(&lost).await.unwrap());
    assert!(mails.send_again(&id).await.unwrap());
    sent(&mails, &record, "m-2").await;
    let late = report("m-1", Delivery::Delivered, None);
    for _ in 0..2 {
        assert_eq!(mails.record_delivery(&id, &late).await.unwrap(), Reported::Past);
    }
    let now = mail(&mails, &record).await;
    assert_eq!(now.delivery(), Delivery::Sent);
    assert_eq!(
        (now.outcomes[0].delivery, now.outcomes[0].message.as_deref()),
        (Delivery::Delivered, Some("m-1"))
    );
}

//! From an inquiry in the table to mails on their way, by the table's own stream.

use std::time::Duration;

use guildhall_domain::inquiry::{Delivery, Inquiry};
use guildhall_domain::policy::Language;
use guildhall_store::{InquiryCreated, MailState};
use guildhall_worker::{BatchWorker, Change};
use serde_json::json;
use tokio::time::timeout;

use crate::support::bench::Bench;
use crate::support::carrier::{Carrier, Day};

/// Where each mail went, and in which language.
fn sent(carrier: &Carrier) -> Vec<(String, Language)> {
    carrier.mails().iter().map(|mail| (mail.to.as_str().to_owned(), mail.language)).collect()
}

fn to_both() -> [(String, Language); 2] {
    [("hej@almgren.example".to_owned(), Language::Sv), ("ingrid@lampverket.example".to_owned(), Language::Vi)]
}

async fn delivery(bench: &Bench, inquiry: &Inquiry) -> Delivery {
    bench.inquiries.get(&inquiry.id).await.unwrap().unwrap().delivery
}

#[tokio::test]
async fn an_inquiry_is_one_mail_to_the_partner_and_a_copy_to_the_merchant() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    let (inquiry, _) = bench.inquire("key").await;
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    assert_eq!(sent(&carrier), to_both());
    let [to_partner, copy] = &carrier.mails()[..] else { panic!("two mails") };
    assert_eq!(to_partner.reply_to.as_ref(), Some(&inquiry.form.contact_email));
    assert_eq!(copy.reply_to.as_ref(), Some(&inquiry.recipient.email));
    assert_eq!(delivery(&bench, &inquiry).await, Delivery::Sent);
}

#[tokio::test]
async fn neither_a_second_run_nor_a_repeated_request_makes_a_second_mail() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    let (_, first) = bench.inquire("key").await;
    let (_, second) = bench.inquire("key").await;
    assert_eq!(first, InquiryCreated::New);
    assert!(matches!(second, InquiryCreated::Replay(_)), "{second:?}");
    for _ in 0..3 {
        // What the worker itself wrote is in the stream by now as well.
        assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    }
    assert_eq!(sent(&carrier), to_both());
}

#[tokio::test(flavor = "multi_thread")]
async fn workers_that_get_the_same_change_at_once_send_each_mail_once() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    bench.inquire("key").await;
    let changes = bench.changes().await;
    let workers: Vec<_> = (0..8)
        .map(|_| {
            let (worker, changes) = (bench.worker(&carrier), changes.clone());
            tokio::spawn(async move { worker.handle(&changes).await })
        })
        .collect();
    for worker in workers {
        for failed in worker.await.unwrap() {
            assert!(failed.error.is_passing(), "another worker has it: {failed:?}");
        }
    }
    assert!(bench.worker(&carrier).handle(&changes).await.is_empty());
    assert_eq!(sent(&carrier).len(), 2);
}

#[tokio::test]
async fn a_further_inquiry_of_the_same_sender_is_sent_and_marked() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    bench.inquire("first").await;
    let (second, _) = bench.inquire("second").await;
    assert!(second.repeat_of.is_some());
    bench.worker(&carrier).handle(&bench.changes().await).await;
    let subjects: Vec<_> = carrier.mails().iter().map(|mail| mail.subject.as_str().to_owned()).collect();
    assert_eq!(subjects.len(), 4);
    assert!(
        subjects[0].starts_with("Ny förfrågan") && subjects[2].starts_with("Upprepad förfrågan"),
        "{subjects:?}"
    );
}

#[tokio::test]
async fn an_address_that_is_refused_shows_in_the_inquiry_and_the_merchant_still_gets_the_copy() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Refusal, Day::Good]));
    let (inquiry, _) = bench.inquire("key").await;
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    assert_eq!(sent(&carrier), to_both()[1..]);
    assert_eq!(delivery(&bench, &inquiry).await, Delivery::Failed);
}

#[tokio::test]
async fn the_merchant_gets_the_copy_even_while_another_worker_has_the_other_mail() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::DeathBefore, Day::Good]));
    bench.inquire("key").await;
    let (worker, changes) = (bench.worker(&carrier), bench.changes().await);
    assert!(timeout(Duration::from_millis(500), worker.handle(&changes)).await.is_err(), "the worker died");
    let failed = worker.handle(&changes).await;
    assert_eq!(failed.len(), 1, "nobody says that all is done: {failed:?}");
    assert_eq!(sent(&carrier), to_both()[1..]);
}

#[tokio::test]
async fn a_busy_carrier_stops_the_batch_and_everything_leaves_once_it_has_time() {
    let bench = Bench::new().await;
    for key in ["a", "b", "c"] {
        bench.inquire(key).await;
    }
    let (changes, busy) = (bench.changes().await, Carrier::with(&[Day::Busy]));
    let failed = bench.worker(&busy).handle(&changes).await;
    assert_eq!(failed.len(), 1, "the stream comes back with everything after the first: {failed:?}");
    assert!(failed[0].error.is_passing());
    assert_eq!(busy.calls(), 4, "one mail was tried, with patience; the next would fare no better");
    let good = Carrier::with(&[Day::Good]);
    assert!(bench.worker(&good).handle(&changes).await.is_empty());
    assert_eq!(sent(&good).len(), 6);
}

#[tokio::test]
async fn a_damaged_inquiry_does_not_hold_up_the_others() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    bench.inquire("key").await;
    let record = json!({ "dynamodb": {
        "Keys": { "PK": { "S": "ORG#almgren#INQUIRIES" }, "SK": { "S": "INQUIRY#broken" } },
        "NewImage": {
            "PK": { "S": "ORG#almgren#INQUIRIES" }, "SK": { "S": "INQUIRY#broken" }, "type": { "S": "inquiry" },
            "name": { "S": "Anna Svensson" }
        },
        "SequenceNumber": "1"
    }});
    let damaged: Change = serde_json::from_value(record).unwrap();
    let batch: Vec<_> = [damaged].into_iter().chain(bench.changes().await).collect();
    let failed = bench.worker(&carrier).handle(&batch).await;
    let [failed] = &failed[..] else { panic!("one failure: {failed:?}") };
    assert_eq!(failed.sequence_number, "1");
    assert!(!failed.error.is_passing());
    assert!(!format!("{failed:?}").contains("Svensson"));
    assert_eq!(sent(&carrier), to_both());
}

#[tokio::test]
async fn a_mail_of_unknown_outcome_leaves_again_when_somebody_says_so_and_only_then() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::LostAnswer, Day::Good, Day::Good]));
    let (inquiry, _) = bench.inquire("key").await;
    let worker = bench.worker(&carrier);
    assert!(worker.handle(&bench.changes().await).await.is_empty());
    assert_eq!(delivery(&bench, &inquiry).await, Delivery::Unknown);
    let open = bench.mails.open().await.unwrap();
    let [unknown] = &open[..] else { panic!("one open mail: {open:?}") };
    assert_eq!(unknown.state, MailState::Unknown);
    assert_eq!(sent(&carrier).len(), 2);

    assert!(bench.mails.send_again(&unknown.id).await.unwrap());
    for _ in 0..2 {
        assert!(worker.handle(&bench.changes().await).await.is_empty());
    }
    assert_eq!(sent(&carrier).len(), 3);
    assert_eq!(carrier.mails()[2].to, inquiry.recipient.email);
    assert_eq!(delivery(&bench, &inquiry).await, Delivery::Sent);
    assert!(bench.mails.open().await.unwrap().is_empty());
}

#[tokio::test]
async fn what_has_nothing_to_do_with_mail_is_passed_over() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    bench.inquire("key").await;
    let changes = bench.changes().await;
    let others: Vec<_> = changes.into_iter().filter(|change| change.kind() != "inquiry").collect();
    assert!(!others.is_empty(), "limits and markers are in the stream too");
    assert!(bench.worker(&carrier).handle(&others).await.is_empty());
    assert_eq!(carrier.calls(), 0);
}

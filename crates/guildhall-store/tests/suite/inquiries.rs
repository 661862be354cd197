//! Inquiries: taken once, counted once, and delivery only ever goes on.

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::join_all;
use guildhall_domain::ids::{InquiryId, LeadId};
use guildhall_domain::inquiry::spam::PER_SENDER;
use guildhall_domain::inquiry::{
    Delivery, Inquiry, InquiryCommand, InquiryRow, InquiryStatus, InquirySummary, REPEAT_WINDOW,
};
use guildhall_store::bulk::Bulk;
use guildhall_store::{Inquiries, InquiryCommit, InquiryCreated, InquiryList, Micros, Sender, Views};
use rstest::rstest;

use crate::support::Backend;
use crate::support::leads::{member, noon, org};
use crate::support::merchants::{ADDRESS, EMAIL, arrive, inquiry, merchant, sent};

fn mark(inquiry: &mut Inquiry, status: InquiryStatus) {
    let at = inquiry.updated_at() + TimeDelta::hours(1);
    inquiry.apply(InquiryCommand::Mark(status), &member(&org("acme")), at).unwrap();
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_inquiry_is_read_back_as_it_was_sent_and_moved(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (inquiries, acme) = (Inquiries::new(bench.table.clone()), org("acme"));
    let mut inquiry = sent(&inquiries, &acme, "key").await;
    assert_eq!(inquiries.get(&inquiry.id).await.unwrap().as_ref(), Some(&inquiry));
    mark(&mut inquiry, InquiryStatus::WorkedOn);
    assert_eq!(inquiries.commit(&inquiry).await.unwrap(), InquiryCommit::Done);
    let lead = InquiryCommand::LinkLead(LeadId::derive(&acme, "from inquiry"));
    inquiry.apply(lead, &member(&acme), noon() + TimeDelta::days(1)).unwrap();
    assert_eq!(inquiries.commit(&inquiry).await.unwrap(), InquiryCommit::Done);
    assert_eq!(inquiries.get(&inquiry.id).await.unwrap(), Some(inquiry));
    let nobody = InquiryId::derive(&acme, &merchant("m-nobody").id, "key");
    assert_eq!(inquiries.get(&nobody).await.unwrap(), None);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_replay_finds_the_first_inquiry_and_takes_nothing_out_of_the_buckets(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (inquiries, acme, anna) = (Inquiries::new(bench.table.clone()), org("acme"), merchant("m-anna"));
    let id = InquiryId::derive(&acme, &anna.id, "key");
    let stale = arrive(&inquiries, &id, &anna).await;
    let first = sent(&inquiries, &acme, "key").await;
    let mut before = bench.everything().await;
    // Whoever looks first finds it; whoever looked too early is told when writing.
    let arrival = arrive(&inquiries, &id, &anna).await;
    assert_eq!(arrival.existing, Some((first.clone(), "hash".to_owned())));
    for _ in 0..10 {
        let again = inquiries.create(&first, "hash", stale.clone()).await.unwrap();
        assert_eq!(again, InquiryCreated::Replay(Box::new(first.clone())));
    }
    assert_eq!(
        inquiries.create(&first, "hash", arrival.clone()).await.unwrap(),
        InquiryCreated::Replay(Box::new(first.clone()))
    );
    assert_eq!(inquiries.create(&first, "other hash", arrival).await.unwrap(), InquiryCreated::KeyReused);
    let mut after = bench.everything().await;
    for items in [&mut before, &mut after] {
        items.sort_by_key(|item| format!("{:?} {:?}", item["PK"], item["SK"]));
    }
    assert_eq!(after, before);
    assert_eq!(before.len(), 5, "the inquiry, its sender's marker and three buckets");
}

/// Sends until it is taken or refused, as the function does.
async fn send(inquiries: &Inquiries, key: &str) -> Result<(), u32> {
    let (acme, anna) = (org("acme"), merchant("m-anna"));
    let id = InquiryId::derive(&acme, &anna.id, key);
    loop {
        let arrival = arrive(inquiries, &id, &anna).await;
        if let Some(seconds) = arrival.retry_after(Micros::now()) {
            return Err(seconds);
        }
        let inquiry = inquiry(&acme, &anna, key, arrival.last.clone(), noon());
        match inquiries.create(&inquiry, "hash", arrival).await.unwrap() {
            InquiryCreated::New => return Ok(()),
            InquiryCreated::Raced => {}
            InquiryCreated::Replay(_) | InquiryCreated::KeyReused => panic!("{key} is there already"),
        }
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_race_for_a_bucket_never_lets_more_than_the_burst_through(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let inquiries = Inquiries::new(bench.table.clone());
    let keys: Vec<_> = (0..12).map(|place| format!("key {place}")).collect();
    let sent = join_all(keys.iter().map(|key| send(&inquiries, key))).await;
    let taken = i64::try_from(sent.iter().filter(|sent| sent.is_ok()).count()).unwrap();
    assert_eq!(taken, PER_SENDER.burst);
    for seconds in sent.into_iter().filter_map(Result::err) {
        assert!((1..=PER_SENDER.interval).contains(&i64::from(seconds)), "{seconds}");
    }
    let views = Views::<InquiryRow>::new(bench.table.clone(), usize::MAX);
    assert_eq!(views.read(&InquiryList::Of(org("acme"))).await.unwrap().len(), 5);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_was_known_before_another_inquiry_is_not_written(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (inquiries, acme, anna) = (Inquiries::new(bench.table.clone()), org("acme"), merchant("m-anna"));
    let mine = inquiry(&acme, &anna, "mine", None, noon());
    let arrival = arrive(&inquiries, &mine.id, &anna).await;
    sent(&inquiries, &acme, "first").await;
    assert_eq!(inquiries.create(&mine, "hash", arrival).await.unwrap(), InquiryCreated::Raced);
    assert_eq!(inquiries.get(&mine.id).await.unwrap(), None);
    // Another person behind the same address shares its bucket, and nothing else.
    let olle = merchant("m-olle");
    let other = inquiry(&org("other"), &olle, "other", None, noon());
    let sender = Sender { merchant: &olle.id, email: "olle@shop.example", address: ADDRESS };
    let arrival = inquiries.arrive(&other.id, &sender).await.unwrap();
    assert_eq!(arrival.last, None);
    sent(&inquiries, &acme, "second").await;
    assert_eq!(inquiries.create(&other, "hash", arrival).await.unwrap(), InquiryCreated::Raced);
    let arrival = inquiries.arrive(&other.id, &sender).await.unwrap();
    assert_eq!(inquiries.create(&other, "hash", arrival).await.unwrap(), InquiryCreated::New);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_repeat_within_the_window_is_marked(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (inquiries, acme) = (Inquiries::new(bench.table.clone()), org("acme"));
    let first = sent(&inquiries, &acme, "first").await;
    assert_eq!(first.repeat_of, None);
    // Another account with the same address is the same sender, however the address is written.
    let olle = merchant("m-olle");
    let id = InquiryId::derive(&acme, &olle.id, "second");
    let sender = Sender { merchant: &olle.id, email: " ANNA@shop.example", address: ADDRESS };
    let arrival = inquiries.arrive(&id, &sender).await.unwrap();
    assert_eq!(arrival.last, Some((first.id.clone(), noon())));
    let late: DateTime<Utc> = noon() + REPEAT_WINDOW;
    let second = inquiry(&acme, &olle, "second", arrival.last.clone(), late);
    assert_eq!(second.repeat_of, Some(first.id));
    assert_eq!(inquiries.create(&second, "hash", arrival).await.unwrap(), InquiryCreated::New);
    assert_eq!(inquiries.get(&id).await.unwrap(), Some(second.clone()));
    let third = arrive(&inquiries, &InquiryId::derive(&acme, &olle.id, "third"), &olle).await;
    assert_eq!(third.last, Some((second.id, late)), "the last one counts");
    let elsewhere = arrive(&inquiries, &InquiryId::derive(&org("other"), &olle.id, "key"), &olle).await;
    assert_eq!(elsewhere.last, None, "another partner is another matter");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn inquiries_written_in_bulk_are_read_back_and_count_towards_no_limit(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (inquiries, acme, anna) = (Inquiries::new(bench.table.clone()), org("acme"), merchant("m-anna"));
    let all: Vec<_> = (0..30).map(|place| inquiry(&acme, &anna, &format!("{place}"), None, noon())).collect();
    Bulk::new(bench.table.clone()).inquiries(&all).await.unwrap();
    assert_eq!(inquiries.get(&all[7].id).await.unwrap().as_ref(), Some(&all[7]));
    let arrival = arrive(&inquiries, &InquiryId::derive(&acme, &anna.id, "new"), &anna).await;
    assert_eq!((arrival.retry_after(Micros::now()), arrival.last), (None, None));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_change_decided_on_an_older_version_gets_the_inquiry_as_it_stands(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (inquiries, acme) = (Inquiries::new(bench.table.clone()), org("acme"));
    let mut inquiry = sent(&inquiries, &acme, "key").await;
    let mut late = inquiry.clone();
    mark(&mut inquiry, InquiryStatus::Answered);
    assert_eq!(inquiries.commit(&inquiry).await.unwrap(), InquiryCommit::Done);
    assert_eq!(inquiries.commit(&inquiry).await.unwrap(), InquiryCommit::Done, "a lost answer");
    mark(&mut late, InquiryStatus::Declined);
    let conflict = InquiryCommit::Conflict(Some(Box::new(inquiry.clone())));
    assert_eq!(inquiries.commit(&late).await.unwrap(), conflict);
    let mut nowhere = crate::support::merchants::inquiry(&acme, &merchant("m-olle"), "key", None, noon());
    mark(&mut nowhere, InquiryStatus::Answered);
    assert_eq!(inquiries.commit(&nowhere).await.unwrap(), InquiryCommit::Conflict(None));
}

/// How far a delivery has come.
fn rank(delivery: Delivery) -> u8 {
    match delivery {
        Delivery::Pending => 0,
        Delivery::Unknown => 1,
        Delivery::Sent => 2,
        Delivery::Delivered => 3,
        Delivery::Bounced | Delivery::Complained | Delivery::Failed | Delivery::NotWanted => 4,
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn delivery_never_goes_backwards(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    use Delivery::{Bounced, Delivered, Failed, Pending, Sent};
    let bench = backend.bench().await;
    let inquiries = Inquiries::new(bench.table.clone());
    for (place, told) in [
        [Sent, Delivered, Sent, Pending, Bounced, Delivered],
        [Delivered, Sent, Delivered, Failed, Sent, Pending],
        [Failed, Sent, Delivered, Bounced, Failed, Sent],
        [Sent, Sent, Failed, Delivered, Failed, Bounced],
    ]
    .into_iter()
    .enumerate()
    {
        let acme = org(&format!("org-{place}"));
        let mut known = inquiry(&acme, &merchant("m-anna"), "key", None, noon());
        Bulk::new(bench.table.clone()).inquiries(std::slice::from_ref(&known)).await.unwrap();
        for delivery in told {
            let moved = inquiries.record_delivery(&known.id, delivery).await.unwrap();
            let now = inquiries.get(&known.id).await.unwrap().unwrap();
            assert!(
                rank(now.delivery) >= rank(known.delivery),
                "{:?} after {:?}",
                now.delivery,
                known.delivery
            );
            assert_eq!(moved, now.delivery != known.delivery);
            assert_eq!(now.version, known.version + u64::from(moved));
            assert!(!moved || now.delivery == delivery);
            known = now;
        }
        let end = [Bounced, Delivered, Failed, Failed][place];
        assert_eq!(known.delivery, end);
    }
    let nobody = InquiryId::derive(&org("nobody"), &merchant("m-anna").id, "key");
    assert!(!inquiries.record_delivery(&nobody, Sent).await.unwrap());
    assert_eq!(inquiries.get(&nobody).await.unwrap(), None, "no inquiry comes of it");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn only_a_mail_that_did_not_arrive_is_about_to_be_sent_again(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let inquiries = Inquiries::new(bench.table.clone());
    for delivery in Delivery::ALL.into_iter().filter(|delivery| *delivery != Delivery::Pending) {
        let partner = org(&format!("org-{}", delivery.code().replace('_', "-")));
        let inquiry = inquiry(&partner, &merchant("m-anna"), "key", None, noon());
        Bulk::new(bench.table.clone()).inquiries(std::slice::from_ref(&inquiry)).await.unwrap();
        assert!(inquiries.record_delivery(&inquiry.id, delivery).await.unwrap(), "{delivery:?}");
        let begun_anew = inquiries.record_delivery(&inquiry.id, Delivery::Pending).await.unwrap();
        assert_eq!(begun_anew, delivery.may_be_sent_again(), "{delivery:?}");
        let after = if begun_anew { Delivery::Pending } else { delivery };
        assert_eq!(inquiries.get(&inquiry.id).await.unwrap().unwrap().delivery, after);
        assert!(!inquiries.record_delivery(&inquiry.id, Delivery::Pending).await.unwrap(), "{delivery:?}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_event_after_a_delivery_keeps_both(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let inquiries = Inquiries::new(bench.table.clone());
    let mut early = sent(&inquiries, &org("acme"), "key").await;
    assert!(inquiries.record_delivery(&early.id, Delivery::Sent).await.unwrap());
    mark(&mut early, InquiryStatus::Answered);
    let conflict = inquiries.commit(&early).await.unwrap();
    let InquiryCommit::Conflict(Some(mut inquiry)) = conflict else { panic!("{conflict:?}") };
    assert_eq!(inquiry.delivery, Delivery::Sent);
    mark(&mut inquiry, InquiryStatus::Answered);
    assert_eq!(inquiries.commit(&inquiry).await.unwrap(), InquiryCommit::Done);
    assert!(inquiries.record_delivery(&inquiry.id, Delivery::Delivered).await.unwrap());
    let read = inquiries.get(&inquiry.id).await.unwrap().unwrap();
    assert_eq!((read.status, read.delivery, read.version), (InquiryStatus::Answered, Delivery::Delivered, 4));
    assert_eq!(read.events, inquiry.events);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn partner_and_merchant_see_the_same_inquiry_in_their_lists(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (inquiries, acme, anna) = (Inquiries::new(bench.table.clone()), org("acme"), merchant("m-anna"));
    let views = Views::<InquiryRow>::new(bench.table.clone(), usize::MAX);
    let mut inquiry = sent(&inquiries, &acme, "key").await;
    sent(&inquiries, &org("other"), "key").await;
    let lists = [InquiryList::Of(acme.clone()), InquiryList::SentBy(anna.id.clone())];
    assert_eq!(views.read(&lists[0]).await.unwrap().len(), 1);
    assert_eq!(views.read(&lists[1]).await.unwrap().len(), 2);
    assert_eq!(views.read(&InquiryList::SentBy(merchant("m-olle").id)).await.unwrap().len(), 0);
    mark(&mut inquiry, InquiryStatus::Declined);
    inquiries.commit(&inquiry).await.unwrap();
    inquiries.record_delivery(&inquiry.id, Delivery::Bounced).await.unwrap();
    let expected = InquirySummary::from(&inquiries.get(&inquiry.id).await.unwrap().unwrap());
    assert_eq!((expected.status, expected.delivery), (InquiryStatus::Declined, Delivery::Bounced));
    for list in &lists {
        for _ in 0..50 {
            let snapshot = views.read(list).await.unwrap();
            let row = snapshot.iter().find(|row| row.inquiry.id == inquiry.id).unwrap();
            if row.inquiry == expected {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        let snapshot = views.read(list).await.unwrap();
        assert!(snapshot.iter().any(|row| row.inquiry == expected), "{list:?}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_counts_or_finds_a_sender_names_them(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    sent(&Inquiries::new(bench.table.clone()), &org("acme"), "key").await;
    let everything = bench.everything().await;
    assert_eq!(everything.len(), 5);
    for item in everything {
        let is_inquiry = item["type"].as_s().unwrap() == "inquiry";
        for (name, value) in &item {
            let is_key = ["PK", "SK", "GSI1PK", "GSI1SK"].contains(&name.as_str());
            if is_inquiry && !is_key {
                continue;
            }
            let shown = format!("{value:?}").to_lowercase();
            for personal in ["anna", "sjö", "shop.example", EMAIL, ADDRESS, "m-anna"] {
                assert!(!shown.contains(personal), "{name} shows {personal}");
            }
        }
    }
}

//! The weekly summary: written once, mailed once.

use guildhall_domain::actor::Role;
use guildhall_domain::notice::{Digest, Topic};
use guildhall_store::Digests;
use guildhall_worker::BatchWorker;

use crate::support::bench::Bench;
use crate::support::carrier::{Carrier, Day};
use crate::support::leads::switch_off;

fn digest() -> Digest {
    Digest {
        week: "2026-W10".parse().unwrap(),
        reader: "member".parse().unwrap(),
        role: Role::PartnerMember,
        yours: 3,
        theirs: 1,
        shared: 0,
        quiet: Vec::new(),
        more_quiet: 0,
    }
}

#[tokio::test]
async fn a_summary_that_was_written_once_is_mailed_once() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    switch_off(&bench.table, "member", Role::PartnerMember, &[]).await;
    let digests = Digests::new(bench.table.clone());
    assert!(digests.write(&digest()).await.unwrap());
    assert!(!digests.write(&Digest { yours: 4, ..digest() }).await.unwrap(), "one a week");
    for _ in 0..3 {
        assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    }
    let mails = carrier.mails();
    let [mail] = &mails[..] else { panic!("one mail: {mails:?}") };
    assert_eq!((mail.to.as_str(), mail.topic), ("new@norrsken.example", Topic::Digest));
    assert_eq!(mail.subject.as_str(), "3 leads wait for you, 1 for us");
}

#[tokio::test]
async fn whoever_switched_it_off_since_gets_none() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    switch_off(&bench.table, "member", Role::PartnerMember, &[Topic::Digest]).await;
    Digests::new(bench.table.clone()).write(&digest()).await.unwrap();
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    assert!(carrier.mails().is_empty());
}

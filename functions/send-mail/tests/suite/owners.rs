//! Owners are told of a payout once each, whatever becomes of the others' mails.

use guildhall_domain::actor::Role;
use guildhall_domain::ids::OrgId;
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::organisation::{House, Membership};
use guildhall_domain::payout::{HeldReason, Payout, Settlement};
use guildhall_domain::personal::Personal;
use guildhall_domain::referral::Account;
use guildhall_store::{Members, Payouts, Settled};
use guildhall_worker::BatchWorker;
use send_mail::Topic;

use crate::support::bench::Bench;
use crate::support::carrier::{Carrier, Day};
use crate::support::leads::{day, switch_off};

fn org() -> OrgId {
    "norrsken".parse().unwrap()
}

/// Owners by id, and a payout that a run kept back.
async fn settled(owners: &[&str]) -> Bench {
    let bench = Bench::new().await;
    let house = House::Organisation(org());
    let owner = |id: &&str| Membership {
        person: id.parse().unwrap(),
        name: (*id).into(),
        email: Personal::new(format!("{id}@norrsken.example")),
        role: Role::PartnerOwner,
        financials: false,
        house: house.clone(),
        since: day(0),
        ended: false,
    };
    let people: Vec<_> = owners.iter().map(owner).collect();
    assert!(Members::new(bench.table.clone()).establish(&house, None, &people).await.unwrap());
    let payout = Payout {
        org: org(),
        name: "Norrsken".to_owned(),
        period: "2026-02-2".parse().unwrap(),
        amount: Money { minor: 1_00, currency: Currency::USD },
        settlement: Settlement::Held { reason: HeldReason::BelowMinimum },
        at: day(4),
    };
    let account = Account::new(org(), Currency::USD);
    let put = Payouts::new(bench.table.clone()).settle(&payout, &account).await.unwrap();
    assert!(matches!(put, Settled::Done), "{put:?}");
    bench
}

fn told(carrier: &Carrier) -> Vec<String> {
    let mut told: Vec<_> = carrier.mails().iter().map(|mail| mail.to.as_str().to_owned()).collect();
    told.sort();
    told
}

#[tokio::test]
async fn each_owner_is_told_once_however_often_the_change_comes() {
    let (bench, carrier) = (settled(&["elin", "oskar"]).await, Carrier::with(&[Day::Good]));
    for _ in 0..3 {
        assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    }
    assert_eq!(told(&carrier), ["elin@norrsken.example", "oskar@norrsken.example"]);
    assert!(carrier.mails().iter().all(|mail| mail.topic == Topic::Payout));
}

#[tokio::test]
async fn a_mail_that_is_refused_for_good_keeps_nobody_elses_back() {
    let (bench, carrier) = (settled(&["elin", "oskar"]).await, Carrier::with(&[Day::Refusal, Day::Good]));
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    assert_eq!(told(&carrier).len(), 1);
}

#[tokio::test]
async fn whoever_switched_it_off_gets_none() {
    let (bench, carrier) = (settled(&["elin"]).await, Carrier::with(&[Day::Good]));
    switch_off(&bench.table, "elin", Role::PartnerOwner, &[Topic::Payout]).await;
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    assert!(carrier.mails().is_empty());
}

//! Invitations: each time that one is sent out or renewed is one mail, however often it is told.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::delivery::Delivery;
use guildhall_domain::organisation::House;
use guildhall_domain::policy::Language;
use guildhall_store::{Doing, Ended, Invited, Members, NewInvitation};
use guildhall_worker::BatchWorker;
use send_mail::Topic;

use crate::support::bench::Bench;
use crate::support::carrier::{Carrier, Day};

fn noon() -> DateTime<Utc> {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

#[tokio::test]
async fn an_invitation_is_mailed_once_each_time_and_not_when_it_is_taken_back() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good, Day::Good]));
    let members = Members::new(bench.table.clone());
    let elin = Actor {
        id: "elin".parse().unwrap(),
        name: "Elin".to_owned(),
        role: Role::PartnerOwner,
        org: Some("norrsken".parse().unwrap()),
    };
    let new = NewInvitation {
        house: House::Organisation("norrsken".parse().unwrap()),
        house_name: "Norrsken".to_owned(),
        email: "nils@norrsken.example".into(),
        role: Role::PartnerMember,
        financials: false,
        language: Language::En,
    };
    let at = |days| Doing { actor: &elin, is_suspended: false, now: noon() + TimeDelta::days(days) };
    let Invited::New(invitation) = members.invite(&new, &at(0)).await.unwrap() else { panic!("it is new") };
    let delivery = async || members.invitation(invitation.id).await.unwrap().unwrap().value.delivery;
    for _ in 0..3 {
        assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    }
    assert_eq!((carrier.mails().len(), delivery().await), (1, Delivery::Sent));
    let Invited::Renewed(_) = members.invite(&new, &at(3)).await.unwrap() else { panic!("it is known") };
    for _ in 0..3 {
        assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    }
    assert_eq!(members.withdraw(&new.house, invitation.id, &at(4)).await.unwrap(), Ended::Done);
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    let mails = carrier.mails();
    let [first, second] = &mails[..] else { panic!("two mails: {mails:?}") };
    assert_eq!((first.to.as_str(), first.topic), ("nils@norrsken.example", Topic::Invitation));
    assert_eq!(first.subject.as_str(), "Elin invites you to Norrsken on Guildhall");
    assert_ne!(first.id(), second.id());
}

//! The audit log: entries are added once, never changed, and listed by the month.

use std::collections::BTreeSet;

use futures::future::join_all;
use guildhall_domain::audit::listing::AuditRow;
use guildhall_domain::audit::{AuditAct, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use guildhall_domain::personal::Personal;
use guildhall_store::keys::Key;
use guildhall_store::{Audit, Views};
use rstest::rstest;

use crate::support::leads::{manager, noon, org};
use crate::support::{Backend, Bench};

/// The entry about the so-manieth award of a day.
fn entry(place: u64) -> AuditEntry {
    let subject = AuditSubject {
        kind: SubjectKind::Lead,
        id: "acme.0123456789abcdef0123456789abcdef".to_owned(),
        name: "Nordljus".to_owned(),
    };
    AuditEntry {
        id: AuditId::derive(&subject, place),
        at: noon(),
        by: manager().signature(),
        act: AuditAct::Awarded,
        subject,
        organisation: Some(AuditOrganisation {
            id: org("acme"),
            name: Some("Acme".to_owned()),
            handle: None,
        }),
        detail: None,
        note: Some("signed on the phone".into()),
    }
}

fn audit(bench: &Bench) -> (Audit, Views<AuditRow>) {
    (Audit::new(bench.table.clone()), Views::new(bench.table.clone(), usize::MAX))
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_entry_reads_back_as_written_and_is_never_written_over(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (audit, _) = audit(&bench);
    let first = entry(1);
    assert!(audit.keep(&first).await.unwrap());
    assert!(!audit.keep(&first).await.unwrap(), "it is there already");
    let forged = AuditEntry { note: Some(Personal::from("nothing to see")), ..first.clone() };
    assert!(!audit.keep(&forged).await.unwrap());
    assert_eq!(audit.get(first.month(), first.id).await.unwrap(), Some(first));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_several_who_add_the_same_entry_at_once_one_does(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (audit, views) = audit(&bench);
    let entry = entry(1);
    let added = join_all((0..8).map(|_| audit.keep(&entry))).await;
    assert_eq!(added.into_iter().filter(|added| *added.as_ref().unwrap()).count(), 1);
    assert_eq!(views.read(&entry.month()).await.unwrap().len(), 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_month_lists_its_own_entries_with_one_query_and_whatever_was_just_added(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (audit, views) = audit(&bench);
    let month = entry(1).month();
    let elsewhere = AuditEntry { at: noon() + chrono::TimeDelta::days(62), ..entry(9) };
    audit.keep(&elsewhere).await.unwrap();
    assert!(views.read(&month).await.unwrap().is_empty());
    for place in 1..4 {
        audit.keep(&entry(place)).await.unwrap();
        bench.calls();
        let rows = views.read(&month).await.unwrap();
        let seen: BTreeSet<_> = rows.iter().map(|row| row.entry.id).collect();
        assert_eq!(seen, (1..=place).map(|place| entry(place).id).collect());
        assert_eq!(bench.only_call().operation, "Query");
    }
    let there = views.read(&elsewhere.month()).await.unwrap();
    assert_eq!(there.iter().map(|row| row.entry.clone()).collect::<Vec<_>>(), [elsewhere]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_entry_costs_two_write_units(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (audit, _) = audit(&bench);
    audit.keep(&entry(1)).await.unwrap();
    // One for the item and one for its place in the list.
    let call = bench.only_call();
    assert_eq!((call.operation, call.units), ("PutItem", 2.0), "{call:?}");
}

#[test]
fn no_key_names_a_person() {
    let subject =
        AuditSubject { kind: SubjectKind::Settings, id: "anna-svensson".to_owned(), name: "Anna".to_owned() };
    let key = Key::audit(entry(1).month(), AuditId::derive(&subject, 1));
    assert!(!format!("{}{}", key.pk, key.sk).to_lowercase().contains("anna"));
}

//! What became of old profiles, and what partners note of their move.

use chrono::TimeDelta;
use guildhall_domain::actor::Stamp;
use guildhall_domain::ids::OrgId;
use guildhall_domain::migration::{
    FieldReport, MigratedField, MigratedProfile, MoveNote, MoveNotes, Outcome, Tools,
};
use guildhall_store::{Kept, KeptPut, MigratedPut, Moves};
use rstest::rstest;

use crate::support::Backend;
use crate::support::leads::{noon, org};
use crate::support::profiles::owner;

fn migrated(org: &OrgId) -> MigratedProfile {
    MigratedProfile {
        org: org.clone(),
        run: "1".to_owned(),
        at: noon(),
        source: "0badcafe".to_owned(),
        report: FieldReport::of(|field| match field {
            MigratedField::ContactPhone => {
                Outcome::Modified { old: "090-555 01 23".into(), new: "+46905550123".into() }
            }
            MigratedField::Social => Outcome::Added,
            MigratedField::Level => Outcome::Removed { old: "Gold".into() },
            _ => Outcome::Kept,
        }),
        reviewed: std::collections::BTreeMap::new(),
        version: 1,
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_review_at_once_one_is_told_how_it_stands(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (moves, acme) = (Moves::new(bench.table.clone()), org("acme"));
    assert_eq!(moves.migrated(&acme).await.unwrap(), None);
    let first = migrated(&acme);
    assert_eq!(moves.put_migrated(&first).await.unwrap(), MigratedPut::Done);
    assert_eq!(moves.migrated(&acme).await.unwrap().as_ref(), Some(&first));

    let by = owner(&acme);
    let (mut phone, mut social) = (first.clone(), first);
    assert!(phone.review(MigratedField::ContactPhone, &by, noon()).unwrap());
    assert!(social.review(MigratedField::Social, &by, noon()).unwrap());
    assert_eq!(moves.put_migrated(&phone).await.unwrap(), MigratedPut::Done);
    let there = Box::new(phone.clone());
    assert_eq!(moves.put_migrated(&social).await.unwrap(), MigratedPut::Conflict(Some(there)));
    assert_eq!(moves.put_migrated(&phone).await.unwrap(), MigratedPut::Done);
    assert_eq!(moves.migrated(&acme).await.unwrap(), Some(phone));
    assert_eq!(moves.migrated(&org("other")).await.unwrap(), None);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn notes_are_read_back_as_they_were_written(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (moves, acme) = (Moves::new(bench.table.clone()), org("acme"));
    let by = owner(&acme);
    let stamp = |minutes| Stamp { by: by.signature(), at: noon() + TimeDelta::minutes(minutes) };
    let mut notes = MoveNotes::default();
    let tools = Tools { communication: "Mail".into(), invoicing: "Fortnox".into() };
    notes.note(MoveNote::Tools(tools), &by, noon()).unwrap();
    notes.note(MoveNote::Contacted("shop-9".parse().unwrap(), true), &by, noon()).unwrap();
    let kept = Kept::after(0, notes.clone(), stamp(0));
    assert_eq!(moves.put_notes(&acme, kept.clone()).await.unwrap(), KeptPut::Done(Box::new(kept.clone())));
    assert_eq!(moves.notes(&acme).await.unwrap(), Some(kept.clone()));

    notes.note(MoveNote::Downloaded(true), &by, noon()).unwrap();
    let late = moves.put_notes(&acme, Kept::after(0, notes, stamp(1))).await.unwrap();
    assert_eq!(late, KeptPut::Conflict(Some(Box::new(kept))));
    assert_eq!(moves.notes(&org("other")).await.unwrap(), None);
}

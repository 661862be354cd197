//! The sales team: each representative and the desk with a revision, all of them in one query.

use std::collections::BTreeMap;

use guildhall_domain::actor::Stamp;
use guildhall_domain::desk::Desk;
use guildhall_domain::policy::Language;
use guildhall_domain::representative::Representative;
use guildhall_store::keys::Key;
use guildhall_store::{Kept, KeptPut, Roster, RosterCache, Team};
use rstest::rstest;

use crate::support::Backend;
use crate::support::leads::{manager, noon, representative};
use crate::units::parts;

/// What a manager writes after having seen a revision.
fn after<T>(revision: u64, value: T) -> Kept<T> {
    Kept::after(revision, value, Stamp { by: manager().signature(), at: noon() })
}

fn done<T: Clone>(kept: &Kept<T>) -> KeptPut<T> {
    KeptPut::Done(Box::new(kept.clone()))
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_team_comes_with_its_desk_in_one_query(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let roster = Roster::new(bench.table.clone());
    assert_eq!(roster.team().await.unwrap(), Team::default());
    let erik = representative("rep-erik", "Erik Holm");
    roster.put(&erik).await.unwrap();
    let desk =
        after(0, Desk { escalation_address: Some("desk@guildhall.example".into()), language: Language::Sv });
    bench.calls();
    assert_eq!(roster.keep_desk(desk.clone()).await.unwrap(), done(&desk));
    let call = bench.only_call();
    assert_eq!((call.operation, parts(&call)), ("PutItem", BTreeMap::from([("table", 1.0)])));

    let team = roster.team().await.unwrap();
    let call = bench.only_call();
    assert_eq!((call.operation, call.units), ("Query", 1.0), "a consistent read of a handful");
    assert_eq!(team, Team { representatives: vec![Kept::first(erik.clone())], desk: Some(desk.clone()) });

    let cache = RosterCache::new(bench.table.clone());
    assert_eq!(*cache.desk().await.unwrap(), desk.value);
    assert_eq!(*cache.get().await.unwrap(), [erik]);
    assert_eq!(bench.only_call().units, 0.5, "one read for both");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_representative_is_changed_by_whoever_saw_the_last_revision(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let roster = Roster::new(bench.table.clone());
    let new = after(0, representative("rep-lan", "Lan Tran"));
    assert_eq!(roster.keep(new.clone()).await.unwrap(), done(&new));
    assert_eq!(roster.keep(new.clone()).await.unwrap(), done(&new), "a lost answer");
    let left = after(1, Representative { active: false, ..new.value.clone() });
    assert_eq!(roster.keep(left.clone()).await.unwrap(), done(&left));
    let late = after(1, Representative { phone: "+84 28 5550 0100".to_owned(), ..new.value.clone() });
    let current = KeptPut::Conflict(Some(Box::new(left.clone())));
    assert_eq!(roster.keep(late).await.unwrap(), current);
    assert_eq!(roster.keep(new).await.unwrap(), current, "somebody of that id is there");
    let nobody = after(3, representative("rep-nobody", "Nobody"));
    assert_eq!(roster.keep(nobody).await.unwrap(), KeptPut::Conflict(None));

    // Who did it, and when, stands beside the representative: the stream tells of it.
    let item = bench.raw(&Key::representative(&left.value.id)).await.unwrap();
    let by = item["changed_by"].as_m().unwrap();
    assert_eq!(by["id"].as_s().unwrap(), manager().id.as_str());
    let at: i64 = item["changed_at_business"].as_n().unwrap().parse().unwrap();
    assert_eq!(at, noon().timestamp_micros());
}

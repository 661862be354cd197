//! The dates of the move: kept with a revision, believed for a moment, and true to the second meanwhile.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use guildhall_domain::actor::Stamp;
use guildhall_domain::cutover::{Cutover, Dates, Phase};
use guildhall_store::{CutoverCache, CutoverSettings, Kept, KeptPut};
use rstest::rstest;

use crate::support::Backend;
use crate::support::leads::{manager, noon};
use crate::units::parts;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// The announced dates, but for the opening.
fn opening(moment: &str) -> Cutover {
    Cutover::try_from(Dates { directory_from: at(moment), ..Cutover::default().dates() }).unwrap()
}

fn after(revision: u64, cutover: Cutover) -> Kept<Cutover> {
    Kept::after(revision, cutover, Stamp { by: manager().signature(), at: noon() })
}

fn done(kept: &Kept<Cutover>) -> KeptPut<Cutover> {
    KeptPut::Done(Box::new(kept.clone()))
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn dates_are_kept_by_whoever_saw_the_last_revision(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let settings = CutoverSettings::new(bench.table.clone());
    assert_eq!(settings.get().await.unwrap(), None);
    let first = after(0, opening("2023-10-02T00:00:00Z"));
    bench.calls();
    assert_eq!(settings.keep(first.clone()).await.unwrap(), done(&first));
    let call = bench.only_call();
    assert_eq!((call.operation, parts(&call)), ("PutItem", BTreeMap::from([("table", 1.0)])));
    assert_eq!(settings.get().await.unwrap(), Some(first.clone()));
    let second = after(1, opening("2023-10-03T00:00:00Z"));
    assert_eq!(settings.keep(second.clone()).await.unwrap(), done(&second));
    let late = after(1, opening("2023-10-04T00:00:00Z"));
    assert_eq!(settings.keep(late).await.unwrap(), KeptPut::Conflict(Some(Box::new(second))));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_believed_costs_nothing_and_holds_to_the_second(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let cache = CutoverCache::new(bench.table.clone());
    bench.calls();
    let phase = async |moment: &str| cache.behaviour(at(moment)).await.unwrap().phase;
    assert_eq!(phase("2023-09-30T23:59:59Z").await, Phase::Review, "the dates of the announcement");
    let call = bench.only_call();
    assert_eq!((call.operation, call.units), ("GetItem", 0.5));
    assert_eq!(phase("2023-10-01T00:00:00Z").await, Phase::Directory);
    assert!(bench.calls().is_empty(), "it was read a moment ago");

    let settings = CutoverSettings::new(bench.table.clone());
    let later = after(0, opening("2023-10-02T00:00:00Z"));
    assert_eq!(settings.keep(later.clone()).await.unwrap(), done(&later));
    assert_eq!(phase("2023-10-01T00:00:00Z").await, Phase::Directory, "a change is heard of in a while");
    cache.forget();
    assert_eq!(phase("2023-10-01T23:59:59Z").await, Phase::Review);
    assert_eq!(phase("2023-10-02T00:00:00Z").await, Phase::Directory);
}

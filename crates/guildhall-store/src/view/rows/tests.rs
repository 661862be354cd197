//! The rows of a view against the plainest model of them.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::source::Source;
use super::*;
use crate::item::Item;
use crate::{Micros, StoreError};

/// A row that tells which sight of it this is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sight {
    id: u16,
    version: u64,
}

impl Listed for Sight {
    type List = ();
    type Id = u16;

    fn source((): &()) -> Source {
        Source::Partition(String::new())
    }

    fn read(item: Item) -> Result<Seen<Self>, StoreError> {
        unreachable!("these rows come from no table: {item:?}")
    }

    fn weight(&self) -> usize {
        usize::from(self.id) + 1
    }
}

fn seen(id: u16, version: u64, erased: bool, expires_at: Option<i64>) -> Seen<Sight> {
    Seen { id, version, changed_at: Micros(0), expires_at, row: (!erased).then_some(Sight { id, version }) }
}

fn contents(snapshot: &Snapshot<Sight>) -> BTreeMap<u16, u64> {
    let rows: BTreeMap<_, _> = snapshot.iter().map(|row| (row.id, row.version)).collect();
    assert_eq!(rows.len(), snapshot.len(), "no row twice");
    rows
}

/// What was last seen of an id: the version, and whether there is a row.
type Known = BTreeMap<u16, (u64, bool)>;

fn rows_of(known: &Known) -> BTreeMap<u16, u64> {
    known.iter().filter(|(_, (_, lives))| *lives).map(|(id, (version, _))| (*id, *version)).collect()
}

proptest! {
    #[test]
    fn the_newest_sight_of_each_row_counts_in_whatever_order_they_come(
        sights in prop::collection::vec((0..40_u16, 1..6_u64, prop::bool::weighted(0.3)), 0..200),
    ) {
        let mut rows = Rows::<Sight>::new();
        let mut known = Known::new();
        for (id, version, erased) in sights {
            let before = rows.snapshot();
            let as_it_was = contents(&before);
            rows.merge(seen(id, version, erased, None));
            if known.get(&id).is_none_or(|(newest, _)| *newest < version) {
                known.insert(id, (version, !erased));
            }
            prop_assert_eq!(contents(&rows.snapshot()), rows_of(&known));
            prop_assert_eq!(contents(&before), as_it_was, "a snapshot stays as it was");
            let weight: usize = rows.snapshot().iter().map(Listed::weight).sum();
            prop_assert_eq!(rows.bytes, weight);
        }
    }

    #[test]
    fn what_has_expired_is_dropped_and_nothing_else(
        sights in prop::collection::vec((0..40_u16, prop::option::of(0..20_i64)), 0..60),
        now in 0..20_i64,
    ) {
        let mut rows = Rows::<Sight>::new();
        let mut expiries = BTreeMap::new();
        for ((id, expires_at), version) in sights.into_iter().zip(1..) {
            rows.merge(seen(id, version, false, expires_at));
            expiries.insert(id, expires_at);
        }
        for moment in [now / 2, now] {
            rows.expire(Micros(moment * 1_000_000));
            let left: Vec<_> = contents(&rows.snapshot()).into_keys().collect();
            let expected: Vec<_> = expiries
                .iter()
                .filter(|(_, at)| at.is_none_or(|at| at > moment))
                .map(|(id, _)| *id)
                .collect();
            prop_assert_eq!(left, expected);
        }
    }
}

#[test]
fn rows_beyond_one_chunk_are_kept_and_dropped_one_by_one() {
    let mut rows = Rows::<Sight>::new();
    let many = u16::try_from(3 * CHUNK + 7).unwrap();
    (0..many).for_each(|id| rows.merge(seen(id, 1, false, None)));
    assert_eq!(rows.snapshot().len(), usize::from(many));
    (0..many).filter(|id| id % 3 != 0).for_each(|id| rows.merge(seen(id, 2, true, None)));
    let left = contents(&rows.snapshot());
    assert_eq!(left, (0..many).filter(|id| id % 3 == 0).map(|id| (id, 1)).collect());
    (0..many).for_each(|id| rows.merge(seen(id, 3, true, None)));
    assert!(rows.snapshot().is_empty());
    assert_eq!(rows.bytes, 0);
}

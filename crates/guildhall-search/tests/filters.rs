//! Filters against their plain meaning, and counts against the searches that they promise.

mod shared;
#[path = "shared/strategies.rs"]
mod strategies;

use std::collections::BTreeSet;
use std::sync::Arc;

use guildhall_domain::directory::{DirectoryFilter, DirectoryQuery, DirectoryRow};
use guildhall_search::{Index, Results};
use proptest::prelude::*;

use shared::{handles, shared};

const ALL: usize = 1_000;

proptest! {
    #[test]
    fn filters_equal_a_look_at_every_row(rows in strategies::partners(40), filter in strategies::filter()) {
        let query = DirectoryQuery { filter: filter.clone(), ..DirectoryQuery::default() };
        let results = Index::build(shared(&rows)).search(&query, ALL);
        let found: BTreeSet<_> = handles(&results).into_iter().collect();
        let taken = rows.iter().filter(|row| filter.takes(row)).map(|row| row.handle.as_str());
        prop_assert_eq!(results.total, found.len());
        prop_assert_eq!(found, taken.collect::<BTreeSet<_>>());
    }

    #[test]
    fn every_count_is_the_number_of_results_that_choosing_it_gives(
        rows in strategies::partners(40),
        filter in strategies::filter(),
        typed in prop::sample::select(&strategies::TYPED[..]),
    ) {
        let index = Index::build(shared(&rows));
        let search = |filter: DirectoryFilter| {
            index.search(&DirectoryQuery { text: typed.to_owned(), filter, ..DirectoryQuery::default() }, ALL)
        };
        let facets = search(filter.clone()).facets;
        let total = |filter: DirectoryFilter| search(filter).total;

        for (one, count) in &facets.categories {
            let chosen = DirectoryFilter { categories: vec![*one], services: vec![], ..filter.clone() };
            prop_assert_eq!(total(chosen), *count);
        }
        for (one, count) in &facets.services {
            let chosen = DirectoryFilter { services: vec![*one], categories: vec![], ..filter.clone() };
            prop_assert_eq!(total(chosen), *count);
        }
        for (one, count) in &facets.countries {
            prop_assert_eq!(total(DirectoryFilter { countries: vec![*one], ..filter.clone() }), *count);
        }
        for (one, count) in &facets.languages {
            prop_assert_eq!(total(DirectoryFilter { languages: vec![*one], ..filter.clone() }), *count);
        }
        for (one, count) in &facets.industries {
            prop_assert_eq!(total(DirectoryFilter { industries: vec![*one], ..filter.clone() }), *count);
        }
        for (one, count) in &facets.prices {
            prop_assert_eq!(total(DirectoryFilter { prices: vec![*one], ..filter.clone() }), *count);
        }
        for (one, count) in &facets.ratings {
            prop_assert_eq!(total(DirectoryFilter { ratings: vec![*one], ..filter.clone() }), *count);
        }
        for (one, count) in &facets.tiers {
            prop_assert_eq!(total(DirectoryFilter { tiers: vec![*one], ..filter.clone() }), *count);
        }
        for (one, count) in &facets.availability {
            prop_assert_eq!(total(DirectoryFilter { availability: vec![*one], ..filter.clone() }), *count);
        }
    }

    #[test]
    fn an_index_that_was_changed_answers_like_one_that_was_built(
        before in strategies::partners(20),
        changes in prop::collection::vec((0_usize..30, prop::option::of(strategies::described())), 0..30),
        filter in strategies::filter(),
        typed in prop::sample::select(&strategies::TYPED[..]),
    ) {
        let mut changed = Index::build(shared(&before));
        let mut rows = before;
        for (number, row) in changes {
            let handle = strategies::handle(number);
            let known = rows.iter().position(|row| row.handle == handle);
            known.map(|place| rows.swap_remove(place));
            match row {
                Some(mut row) => {
                    row.handle = handle;
                    changed.upsert(Arc::new(row.clone()));
                    rows.push(row);
                }
                None => prop_assert_eq!(changed.remove(&handle), known.is_some()),
            }
        }
        let query = DirectoryQuery { text: typed.to_owned(), filter, ..DirectoryQuery::default() };
        let (changed, built) = (changed.search(&query, ALL), Index::build(shared(&rows)).search(&query, ALL));
        prop_assert_eq!(seen(&changed), seen(&built));
        prop_assert_eq!(changed.facets, built.facets);
        prop_assert_eq!(changed.answering, built.answering);
    }

    #[test]
    fn an_index_kept_in_step_with_a_list_answers_like_one_that_was_built(
        lists in prop::collection::vec(strategies::partners(20), 1..5),
        moves in prop::collection::vec(0_usize..20, 5),
        filter in strategies::filter(),
        typed in prop::sample::select(&strategies::TYPED[..]),
    ) {
        let mut synced = Index::default();
        let mut shown: Vec<Arc<DirectoryRow>> = Vec::new();
        for ((version, list), by) in (1..).zip(lists).zip(moves) {
            // Every second row stays the one it was, if it was there; all stand in other places.
            let row = |(number, row): (usize, DirectoryRow)| {
                let before = shown.iter().find(|before| before.handle == row.handle && number % 2 == 0);
                before.cloned().unwrap_or_else(|| Arc::new(DirectoryRow { version, ..row }))
            };
            let mut next: Vec<_> = list.into_iter().enumerate().map(row).collect();
            let places = next.len().max(1);
            next.rotate_left(by % places);
            shown = next;
            synced.sync(&shown);
            let nothing = synced.sync(&shown);
            prop_assert_eq!((nothing.changed, nothing.removed), (0, 0));
        }
        let query = DirectoryQuery { text: typed.to_owned(), filter, ..DirectoryQuery::default() };
        let built = Index::build(shown.iter().cloned()).search(&query, ALL);
        let synced = synced.search(&query, ALL);
        prop_assert_eq!(seen(&synced), seen(&built));
        prop_assert_eq!(synced.facets, built.facets);
    }
}

fn seen(results: &Results) -> Vec<(&str, u32)> {
    results.hits.iter().map(|hit| (hit.row.handle.as_str(), hit.score)).collect()
}

//! Orders, pages and the explanation of a place.

mod shared;
#[path = "shared/strategies.rs"]
mod strategies;

use guildhall_domain::directory::{DirectoryOrder, DirectoryQuery, DirectoryRow, PAGE_SIZE};
use guildhall_domain::policy::ranking::Locality;
use guildhall_domain::profile::Availability;
use guildhall_domain::taxonomy::Tier;
use guildhall_search::Index;
use proptest::prelude::*;

use shared::{country, handles, partner, rated, shared};

fn order() -> impl Strategy<Value = DirectoryOrder> {
    prop::sample::select(DirectoryOrder::ALL)
}

fn visitor() -> impl Strategy<Value = Option<guildhall_domain::country::Country>> {
    prop::option::of(prop::sample::select(&["SE", "VN"][..]).prop_map(country))
}

proptest! {
    #[test]
    fn pages_hold_each_result_once_in_the_order_of_all(
        rows in strategies::partners(40),
        filter in strategies::filter(),
        typed in prop::sample::select(&strategies::TYPED[..]),
        order in order(),
        visitor in visitor(),
        size in 1_usize..9,
    ) {
        let index = Index::build(shared(&rows));
        let query = DirectoryQuery { text: typed.to_owned(), filter, order, visitor, page: 1 };
        let all = index.search(&query, 1_000);
        let pages = all.total.div_ceil(size).max(1);
        let mut seen = Vec::new();
        for page in 1..=pages {
            let results = index.search(&DirectoryQuery { page, ..query.clone() }, size);
            prop_assert_eq!((results.total, results.page, results.pages), (all.total, page, pages));
            prop_assert_eq!(&results.facets, &all.facets);
            seen.extend(results.hits);
        }
        prop_assert_eq!(seen, all.hits);
        let beyond = index.search(&DirectoryQuery { page: pages + 1, ..query }, size);
        prop_assert!(beyond.hits.is_empty());
    }

    #[test]
    fn results_are_in_their_order_and_ties_go_by_handle(
        rows in strategies::partners(40),
        typed in prop::sample::select(&strategies::TYPED[..]),
        order in order(),
        visitor in visitor(),
    ) {
        let query = DirectoryQuery { text: typed.to_owned(), order, visitor, ..DirectoryQuery::default() };
        let results = Index::build(shared(&rows)).search(&query, 1_000);
        for pair in results.hits.windows(2) {
            let value = |place: usize| match order {
                DirectoryOrder::Default => Some(pair[place].score),
                DirectoryOrder::Rating => pair[place].row.ratings.average(),
            };
            let by_handle = pair[0].row.handle.as_str() < pair[1].row.handle.as_str();
            prop_assert!(value(0) > value(1) || (value(0) == value(1) && by_handle));
        }
    }

    #[test]
    fn the_factors_of_a_place_sum_to_its_score(
        rows in strategies::partners(20),
        typed in prop::sample::select(&strategies::TYPED[..]),
        visitor in visitor(),
    ) {
        let query = DirectoryQuery { text: typed.to_owned(), visitor, ..DirectoryQuery::default() };
        for hit in Index::build(shared(&rows)).search(&query, 1_000).hits {
            let shares = hit.explain();
            prop_assert_eq!(shares.iter().map(|share| share.points).sum::<u32>(), hit.score);
            prop_assert!(shares.iter().all(|share| share.points <= share.most), "{:?}", shares);
        }
    }
}

#[test]
fn the_same_partners_stand_in_another_order_for_another_country() {
    let excellent = |handle, code| DirectoryRow {
        country: country(code),
        ratings: rated(&[5; 40]),
        completeness: 100,
        ..partner(handle)
    };
    let mut rows = vec![excellent("excellent-dane", "DK"), excellent("excellent-american", "US")];
    rows.push(DirectoryRow {
        country: country("SE"),
        completeness: 0,
        availability: Availability::Booked,
        ..partner("plain-swede")
    });
    rows.push(DirectoryRow {
        country: country("DK"),
        supported_countries: vec![country("SE")],
        ..partner("dane-in-sweden")
    });
    rows[1].standing.tier = Tier::Platinum;
    let index = Index::build(shared(&rows));
    let from = |code: Option<&str>| {
        let query = DirectoryQuery { visitor: code.map(country), ..DirectoryQuery::default() };
        index.search(&query, PAGE_SIZE)
    };
    let sweden = from(Some("SE"));
    assert_eq!(handles(&sweden), ["plain-swede", "dane-in-sweden", "excellent-american", "excellent-dane"]);
    assert_eq!(sweden.hits[1].locality, Locality::AlsoLocal);
    assert_eq!(
        handles(&from(Some("DK"))),
        ["excellent-dane", "dane-in-sweden", "excellent-american", "plain-swede"]
    );
    assert_eq!(
        handles(&from(None)),
        ["excellent-american", "excellent-dane", "dane-in-sweden", "plain-swede"]
    );
}

#[test]
fn whoever_has_no_reviews_comes_last_by_rating() {
    let with = |handle, stars: &[u8]| DirectoryRow { ratings: rated(stars), ..partner(handle) };
    let rows = [with("none", &[]), with("poor", &[1]), with("best", &[5]), with("also-best", &[5, 5])];
    let query = DirectoryQuery { order: DirectoryOrder::Rating, ..DirectoryQuery::default() };
    let results = Index::build(shared(&rows)).search(&query, PAGE_SIZE);
    assert_eq!(handles(&results), ["also-best", "best", "poor", "none"]);
}

#[test]
fn a_page_far_away_is_empty_and_page_0_is_the_first() {
    let index = Index::build(shared(&[partner("one")]));
    let page = |page| index.search(&DirectoryQuery { page, ..DirectoryQuery::default() }, PAGE_SIZE);
    assert!(page(usize::MAX).hits.is_empty());
    assert_eq!(page(0).hits, page(1).hits);
    assert_eq!(index.search(&DirectoryQuery::default(), 0).hits, []);
}

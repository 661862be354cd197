//! Cursors and paging: no row is lost, none comes twice, and a foreign cursor opens nothing.

use std::collections::BTreeSet;

use guildhall_domain::actor::Side;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::Status;
use guildhall_domain::lead::listing::{LeadColumn, LeadFilter, LeadRow, Reader};
use guildhall_domain::listing::{Direction, Order, OwnedKey, Position, Start, page};
use guildhall_store::bulk::Bulk;
use guildhall_store::{CursorError, CursorKey, LeadList, Micros, Scope};
use proptest::prelude::*;
use rstest::rstest;

use crate::support::Backend;
use crate::support::leads::{many, noon, org};

fn orders() -> impl Iterator<Item = Order<LeadColumn>> {
    let both = [Direction::Asc, Direction::Desc];
    LeadColumn::ALL.into_iter().flat_map(move |column| both.map(|direction| Order { column, direction }))
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn paging_any_order_at_any_size_yields_each_lead_once(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let leads = many(&acme, 45);
    Bulk::new(bench.table.clone()).backdated(Micros::now().less_seconds(600)).leads(&leads).await.unwrap();
    let snapshot = bench.views().read(&LeadList::Of(acme.clone())).await.unwrap();
    let key = CursorKey::from_secret(b"a secret of at least sixteen bytes");
    let filter = LeadFilter::default();
    let reader = Reader { id: "rep-erik".parse().unwrap(), side: Side::Platform, now: noon() };
    let all: BTreeSet<_> = leads.iter().map(|lead| lead.id.clone()).collect();
    for order in orders() {
        let scope = Scope::new(acme.as_str(), &order, &filter);
        let mut sorted: Vec<&LeadRow> = snapshot.iter().collect();
        sorted.sort_by(|a, b| order.compare(*a, *b));
        let sorted: Vec<_> = sorted.into_iter().map(|row| row.lead.id.clone()).collect();
        for size in 1..=7 {
            let mut seen = Vec::new();
            let mut cursor = Some(key.seal::<LeadId>(&scope, &Start::First));
            while let Some(text) = cursor {
                let start = key.open(&scope, &text).unwrap();
                let (rows, _) = filter.narrow(snapshot.iter(), &reader);
                let page = page(rows, &order, &start, size);
                seen.extend(page.rows.iter().map(|row| row.lead.id.clone()));
                cursor = page.next.map(|next| key.seal(&scope, &next));
            }
            assert_eq!(seen, sorted, "{order:?} by {size}");
            assert_eq!(seen.iter().cloned().collect::<BTreeSet<_>>(), all, "{order:?} by {size}");
        }
    }
}

fn starts() -> impl Strategy<Value = Start<LeadId>> {
    let key = prop_oneof![
        ".{0,40}".prop_map(OwnedKey::Text),
        any::<i64>().prop_map(OwnedKey::Number),
        Just(OwnedKey::Missing),
    ];
    let position = (key, "[a-z0-9-]{1,32}", ".{1,10}")
        .prop_map(|(key, org, seed)| Position { key, id: LeadId::derive(&org.parse().unwrap(), &seed) });
    prop_oneof![Just(Start::First), position.clone().prop_map(Start::After), position.prop_map(Start::Before),]
}

fn scope(owner: &str, column: LeadColumn, direction: Direction, statuses: &[Status]) -> Scope {
    let filter = LeadFilter { statuses: statuses.to_vec(), ..LeadFilter::default() };
    Scope::new(owner, &Order { column, direction }, &filter)
}

proptest! {
    #[test]
    fn a_cursor_opens_as_it_was_sealed_and_shows_nothing(start in starts()) {
        let key = CursorKey::from_secret(b"secret");
        let scope = scope("acme", LeadColumn::Company, Direction::Asc, &[]);
        let text = key.seal(&scope, &start);
        prop_assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        prop_assert_eq!(key.seal(&scope, &start), text.clone(), "one page, one address");
        prop_assert_eq!(key.open::<LeadId>(&scope, &text), Ok(start));
    }

    #[test]
    fn a_damaged_cursor_does_not_open(start in starts(), place in any::<prop::sample::Index>(), bit in 0..6_u8) {
        let key = CursorKey::from_secret(b"secret");
        let scope = scope("acme", LeadColumn::Company, Direction::Asc, &[]);
        let text = key.seal(&scope, &start);
        let mut damaged = text.clone().into_bytes();
        let place = place.index(damaged.len());
        const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let value = LETTERS.iter().position(|letter| *letter == damaged[place]).unwrap();
        damaged[place] = LETTERS[value ^ (1 << bit)];
        let damaged = String::from_utf8(damaged).unwrap();
        prop_assert_eq!(key.open::<LeadId>(&scope, &damaged), Err(CursorError));
        prop_assert_eq!(key.open::<LeadId>(&scope, &text[..place]), Err(CursorError));
    }

    #[test]
    fn no_other_text_is_a_cursor(text in ".{0,200}") {
        let key = CursorKey::from_secret(b"secret");
        let scope = scope("acme", LeadColumn::Company, Direction::Asc, &[]);
        prop_assert_eq!(key.open::<LeadId>(&scope, &text), Err(CursorError));
    }
}

#[test]
fn a_cursor_of_another_list_does_not_open() {
    let key = CursorKey::from_secret(b"secret");
    let own = scope("acme", LeadColumn::Company, Direction::Asc, &[]);
    let text = key.seal::<LeadId>(&own, &Start::First);
    assert_eq!(key.open::<LeadId>(&own, &text), Ok(Start::First));
    for other in [
        scope("other", LeadColumn::Company, Direction::Asc, &[]),
        scope("acme", LeadColumn::Status, Direction::Asc, &[]),
        scope("acme", LeadColumn::Company, Direction::Desc, &[]),
        scope("acme", LeadColumn::Company, Direction::Asc, &[Status::Awarded]),
    ] {
        assert_eq!(key.open::<LeadId>(&other, &text), Err(CursorError));
    }
    assert_eq!(CursorKey::from_secret(b"other").open::<LeadId>(&own, &text), Err(CursorError));
}

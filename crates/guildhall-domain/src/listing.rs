//! Sorting and paging of rows that are all in memory, whatever they are rows of.
//!
//! A page starts at a [`Position`] in a stated order, not at a stored key or an offset: rows that come
//! or go in between neither repeat nor hide another row.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

/// What a row is sorted by. Missing values come last, whichever way the rest is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key<'a> {
    /// A folded text.
    Text(&'a str),
    /// A number, a rank or a time in microseconds.
    Number(i64),
    /// The row has no value in this column.
    Missing,
}

/// A [`Key`] that outlives its row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnedKey {
    /// As [`Key::Text`].
    #[serde(rename = "t")]
    Text(String),
    /// As [`Key::Number`].
    #[serde(rename = "n")]
    Number(i64),
    /// As [`Key::Missing`].
    #[serde(rename = "m")]
    Missing,
}

impl OwnedKey {
    fn as_key(&self) -> Key<'_> {
        match self {
            Self::Text(text) => Key::Text(text),
            Self::Number(number) => Key::Number(*number),
            Self::Missing => Key::Missing,
        }
    }
}

impl From<Key<'_>> for OwnedKey {
    fn from(key: Key<'_>) -> Self {
        match key {
            Key::Text(text) => Self::Text(text.to_owned()),
            Key::Number(number) => Self::Number(number),
            Key::Missing => Self::Missing,
        }
    }
}

/// A row of a list.
pub trait Row {
    /// What tells rows apart; breaks ties.
    type Id: Ord + Clone;
    /// What rows can be sorted by.
    type Column: Copy;

    /// The row's id.
    fn id(&self) -> &Self::Id;

    /// The row's value in a column.
    fn key(&self, column: Self::Column) -> Key<'_>;
}

/// Which way a column is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Direction {
    /// A to Z, oldest first.
    #[default]
    Asc,
    /// Z to A, newest first.
    Desc,
}

/// A column and a direction: a total order, since the id breaks ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Order<C> {
    /// The column.
    pub column: C,
    /// Which way.
    pub direction: Direction,
}

/// A place in an order: just behind, or just before, the row that was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position<Id> {
    /// The row's value in the column of the order.
    #[serde(rename = "k")]
    pub key: OwnedKey,
    /// The row's id.
    #[serde(rename = "i")]
    pub id: Id,
}

/// Where a page starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Start<Id> {
    /// At the first row.
    #[serde(rename = "f")]
    First,
    /// With the row that comes next after this position.
    #[serde(rename = "a")]
    After(Position<Id>),
    /// So that the page ends just before this position.
    #[serde(rename = "b")]
    Before(Position<Id>),
}

/// One page of a list.
#[derive(Debug)]
pub struct Page<'a, R: Row> {
    /// The rows, in order.
    pub rows: Vec<&'a R>,
    /// How many rows the whole list has.
    pub total: usize,
    /// How many rows come before the page.
    pub offset: usize,
    /// Where the next page starts, if there is one.
    pub next: Option<Start<R::Id>>,
    /// Where the page before starts, if there is one.
    pub previous: Option<Start<R::Id>>,
}

impl<C: Copy> Order<C> {
    /// Compares two rows.
    pub fn compare<R: Row<Column = C>>(&self, left: &R, right: &R) -> Ordering {
        self.compare_keys(left.key(self.column), right.key(self.column))
            .then_with(|| left.id().cmp(right.id()))
    }

    /// The row's place.
    pub fn position<R: Row<Column = C>>(&self, row: &R) -> Position<R::Id> {
        Position { key: row.key(self.column).into(), id: row.id().clone() }
    }

    fn compare_to<R: Row<Column = C>>(&self, row: &R, position: &Position<R::Id>) -> Ordering {
        self.compare_keys(row.key(self.column), position.key.as_key())
            .then_with(|| row.id().cmp(&position.id))
    }

    fn compare_keys(&self, left: Key<'_>, right: Key<'_>) -> Ordering {
        let ordering = match (left, right) {
            (Key::Missing, Key::Missing) => Ordering::Equal,
            (Key::Missing, _) => return Ordering::Greater,
            (_, Key::Missing) => return Ordering::Less,
            (Key::Text(left), Key::Text(right)) => left.cmp(right),
            (Key::Number(left), Key::Number(right)) => left.cmp(&right),
            // A column has one kind of key; a position of another kind was made for another column.
            (Key::Number(_), Key::Text(_)) => Ordering::Less,
            (Key::Text(_), Key::Number(_)) => Ordering::Greater,
        };
        match self.direction {
            Direction::Asc => ordering,
            Direction::Desc => ordering.reverse(),
        }
    }
}

/// Takes one page out of the rows. Costs one pass and the sorting of one page, not of the list.
pub fn page<'a, R: Row>(
    rows: Vec<&'a R>,
    order: &Order<R::Column>,
    start: &Start<R::Id>,
    size: usize,
) -> Page<'a, R> {
    let total = rows.len();
    let mut before = 0;
    let (rows, offset) = match start {
        Start::First => (smallest(rows, size, |a, b| order.compare(*a, *b)), 0),
        Start::After(position) => {
            let behind = rows.into_iter().filter(|row| {
                let is_behind = order.compare_to(*row, position) == Ordering::Greater;
                before += usize::from(!is_behind);
                is_behind
            });
            (smallest(behind, size, |a, b| order.compare(*a, *b)), before)
        }
        Start::Before(position) => {
            let ahead = rows.into_iter().filter(|row| {
                let is_ahead = order.compare_to(*row, position) == Ordering::Less;
                before += usize::from(is_ahead);
                is_ahead
            });
            let mut last = smallest(ahead, size, |a, b| order.compare(*b, *a));
            last.reverse();
            let offset = before - last.len();
            (last, offset)
        }
    };
    let next = rows.last().filter(|_| offset + rows.len() < total);
    let previous = rows.first().filter(|_| offset > 0);
    Page {
        total,
        offset,
        next: next.map(|row| Start::After(order.position(*row))),
        previous: previous.map(|row| Start::Before(order.position(*row))),
        rows,
    }
}

/// The first few of many, in order, in one pass: an item is compared with the last of the few, and most
/// items are dropped right there. Candidates are thinned out whenever there are twice as many as wanted.
fn smallest<T>(
    items: impl IntoIterator<Item = T>,
    count: usize,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    let Some(last) = count.checked_sub(1) else { return kept };
    let mut is_thinned = false;
    for item in items {
        if is_thinned && compare(&item, &kept[last]) != Ordering::Less {
            continue;
        }
        kept.push(item);
        if kept.len() / 2 >= count {
            // Leaves the largest of the wanted ones at the end of them.
            kept.select_nth_unstable_by(last, &compare);
            kept.truncate(count);
            is_thinned = true;
        }
    }
    kept.sort_unstable_by(&compare);
    kept.truncate(count);
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug)]
    struct Thing {
        id: u32,
        name: Option<String>,
    }

    impl Row for Thing {
        type Id = u32;
        type Column = ();

        fn id(&self) -> &u32 {
            &self.id
        }

        fn key(&self, (): ()) -> Key<'_> {
            self.name.as_deref().map_or(Key::Missing, Key::Text)
        }
    }

    fn things() -> impl Strategy<Value = Vec<Thing>> {
        // Few names, so that most rows tie; some have none.
        prop::collection::vec(prop::option::of("[ab]{0,1}"), 0..60)
            .prop_map(|names| names.into_iter().zip(0..).map(|(name, id)| Thing { id, name }).collect())
    }

    fn direction() -> impl Strategy<Value = Direction> {
        prop_oneof![Just(Direction::Asc), Just(Direction::Desc)]
    }

    proptest! {
        #[test]
        fn paging_to_the_end_yields_each_row_once_in_order(
            things in things(), direction in direction(), size in 1_usize..8,
        ) {
            let order = Order { column: (), direction };
            let mut sorted: Vec<_> = things.iter().collect();
            sorted.sort_by(|a, b| order.compare(*a, *b));
            let expected: Vec<_> = sorted.iter().map(|thing| thing.id).collect();

            let mut seen = Vec::new();
            let mut start = Some(Start::First);
            while let Some(from) = start {
                let page = page(things.iter().collect(), &order, &from, size);
                prop_assert_eq!(page.offset, seen.len());
                prop_assert_eq!(page.total, things.len());
                seen.extend(page.rows.iter().map(|thing| thing.id));
                start = page.next;
            }
            prop_assert_eq!(seen, expected);
        }

        #[test]
        fn paging_back_comes_to_the_same_pages(
            things in things(), direction in direction(), size in 1_usize..8,
        ) {
            let order = Order { column: (), direction };
            let ids = |page: &Page<'_, Thing>| page.rows.iter().map(|thing| thing.id).collect::<Vec<_>>();
            let first = page(things.iter().collect(), &order, &Start::First, size);
            if let Some(next) = &first.next {
                let second = page(things.iter().collect(), &order, next, size);
                let back = second.previous.clone().expect("a second page has one before it");
                let again = page(things.iter().collect(), &order, &back, size);
                prop_assert_eq!(ids(&again), ids(&first));
                prop_assert_eq!(again.offset, 0);
                prop_assert!(again.previous.is_none());
            }
        }

        #[test]
        fn a_row_that_comes_in_between_hides_and_repeats_no_other(
            things in things(), added in prop::option::of("[ab]{0,1}"), size in 1_usize..8,
        ) {
            let order = Order { column: (), direction: Direction::Asc };
            let first = page(things.iter().collect(), &order, &Start::First, size);
            let mut seen: Vec<_> = first.rows.iter().map(|thing| thing.id).collect();
            let newcomer = Thing { id: 1_000, name: added };
            let mut start = first.next;
            while let Some(from) = start {
                let all = things.iter().chain([&newcomer]).collect();
                let page = page(all, &order, &from, size);
                seen.extend(page.rows.iter().map(|thing| thing.id));
                start = page.next;
            }
            let mut old: Vec<_> = seen.into_iter().filter(|id| *id != newcomer.id).collect();
            old.sort_unstable();
            prop_assert_eq!(old, (0..things.len()).map(|id| u32::try_from(id).unwrap()).collect::<Vec<_>>());
        }
    }
}

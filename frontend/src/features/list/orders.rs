//! The orders of a list, and their words.

use guildhall_domain::listing::{Direction, Order};

use crate::i18n::texts;
use crate::ui::SortOption;

/// What a column holds, as far as its orders are put into words: *newest first*, *A to Z*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Moments. The newest comes first at the first press.
    Time,
    /// Deadlines. The nearest comes first at the first press.
    Deadline,
    /// Names.
    Name,
    /// Figures. The highest comes first at the first press.
    Amount,
    /// Steps or kinds, in an order of their own.
    Rank,
}

/// What a list can be sorted by.
pub struct Orders<C: 'static> {
    /// The columns, as *Sort by* offers them.
    pub columns: &'static [C],
    /// A column's word in the address.
    pub code: fn(C) -> &'static str,
    /// A column's name, as its head says it.
    pub name: fn(C) -> &'static str,
    /// What a column holds.
    pub scale: fn(C) -> Scale,
}

impl<C> Clone for Orders<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Orders<C> {}

impl<C: Copy + PartialEq> Orders<C> {
    /// The order after a press on a column's head.
    pub fn pressed(self, now: Order<C>, column: C) -> Order<C> {
        let direction = match (now.column == column, now.direction) {
            (false, _) => self.first_direction(column),
            (true, Direction::Asc) => Direction::Desc,
            (true, Direction::Desc) => Direction::Asc,
        };
        Order { column, direction }
    }

    /// An order in words: *Updated, newest first*.
    pub fn words(self, order: Order<C>) -> String {
        let name = (self.name)(order.column);
        match ((self.scale)(order.column), order.direction) {
            (Scale::Time, Direction::Desc) => texts::list::newest_first(name),
            (Scale::Time, Direction::Asc) => texts::list::oldest_first(name),
            (Scale::Deadline, Direction::Asc) => texts::list::soonest_first(name),
            (Scale::Deadline, Direction::Desc) => texts::list::latest_first(name),
            (Scale::Amount, Direction::Desc) => texts::list::highest_first(name),
            (Scale::Amount, Direction::Asc) => texts::list::lowest_first(name),
            (Scale::Name, Direction::Asc) => texts::list::a_to_z(name),
            (Scale::Name, Direction::Desc) => texts::list::z_to_a(name),
            (Scale::Rank, Direction::Asc) => name.to_owned(),
            (Scale::Rank, Direction::Desc) => texts::list::reversed(name),
        }
    }

    /// An order as one word, for the *Sort by* list.
    pub fn word(self, order: Order<C>) -> String {
        let direction = match order.direction {
            Direction::Asc => "asc",
            Direction::Desc => "desc",
        };
        format!("{}-{direction}", (self.code)(order.column))
    }

    /// Reads [`Self::word`].
    pub fn by_word(self, word: &str) -> Option<Order<C>> {
        self.all().find(|order| self.word(*order) == word)
    }

    /// Every order, for the *Sort by* list.
    pub fn options(self) -> Vec<SortOption> {
        self.all().map(|order| SortOption { code: self.word(order), label: self.words(order) }).collect()
    }

    fn all(self) -> impl Iterator<Item = Order<C>> {
        self.columns.iter().flat_map(move |column| {
            let first = Order { column: *column, direction: self.first_direction(*column) };
            [first, self.pressed(first, *column)]
        })
    }

    fn first_direction(self, column: C) -> Direction {
        match (self.scale)(column) {
            Scale::Time | Scale::Amount => Direction::Desc,
            Scale::Deadline | Scale::Name | Scale::Rank => Direction::Asc,
        }
    }
}

#[cfg(test)]
mod tests {
    use guildhall_domain::referral::history::HistoryColumn;

    use super::*;

    const ORDERS: Orders<HistoryColumn> = Orders {
        columns: &HistoryColumn::ALL,
        code: HistoryColumn::code,
        name: |_| "column",
        scale: |column| match column {
            HistoryColumn::ReferredAt => Scale::Time,
            HistoryColumn::Merchant | HistoryColumn::Terms => Scale::Name,
            HistoryColumn::Revenue => Scale::Amount,
            HistoryColumn::Plan | HistoryColumn::Source | HistoryColumn::State => Scale::Rank,
        },
    };

    #[test]
    fn every_column_is_sorted_both_ways_and_every_order_reads_back_from_its_word() {
        assert_eq!(ORDERS.all().count(), HistoryColumn::ALL.len() * 2);
        for order in ORDERS.all() {
            assert_eq!(ORDERS.by_word(&ORDERS.word(order)), Some(order));
        }
        assert_eq!(ORDERS.by_word("salary-asc"), None);
    }

    #[test]
    fn a_second_press_turns_the_order_around() {
        let start = Order { column: HistoryColumn::ReferredAt, direction: Direction::Desc };
        let merchant = ORDERS.pressed(start, HistoryColumn::Merchant);
        assert_eq!(merchant, Order { column: HistoryColumn::Merchant, direction: Direction::Asc });
        assert_eq!(ORDERS.pressed(merchant, HistoryColumn::Merchant).direction, Direction::Desc);
    }

    #[test]
    fn what_matters_most_comes_first_at_the_first_press() {
        let start = Order { column: HistoryColumn::Merchant, direction: Direction::Asc };
        assert_eq!(ORDERS.pressed(start, HistoryColumn::Revenue).direction, Direction::Desc);
        assert_eq!(ORDERS.pressed(start, HistoryColumn::ReferredAt).direction, Direction::Desc);
        assert_eq!(ORDERS.pressed(start, HistoryColumn::State).direction, Direction::Asc);
    }
}

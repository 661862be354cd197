//! The columns that the history can be sorted by, and the words of every order.

use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::referral::listing::ReferralColumn;

use crate::i18n::texts;
use crate::ui::SortOption;

/// The column's name, as its head says it.
pub(super) fn name(column: ReferralColumn) -> &'static str {
    match column {
        ReferralColumn::ReferredAt => texts::referrals::referred(),
        ReferralColumn::Merchant => texts::referrals::merchant(),
        ReferralColumn::Plan => texts::referrals::plan(),
        ReferralColumn::Source => texts::referrals::source(),
        ReferralColumn::Revenue => texts::referrals::revenue(),
        ReferralColumn::State => texts::referrals::payout(),
    }
}

fn first_direction(column: ReferralColumn) -> Direction {
    match column {
        ReferralColumn::ReferredAt | ReferralColumn::Revenue => Direction::Desc,
        ReferralColumn::Merchant | ReferralColumn::Plan | ReferralColumn::Source | ReferralColumn::State => {
            Direction::Asc
        }
    }
}

/// The order after a press on a column's head.
pub(super) fn pressed(now: Order<ReferralColumn>, column: ReferralColumn) -> Order<ReferralColumn> {
    let direction = match (now.column == column, now.direction) {
        (false, _) => first_direction(column),
        (true, Direction::Asc) => Direction::Desc,
        (true, Direction::Desc) => Direction::Asc,
    };
    Order { column, direction }
}

/// An order in words: *Referred, newest first*.
pub(super) fn order_name(order: Order<ReferralColumn>) -> String {
    let name = name(order.column);
    match (order.column, order.direction) {
        (ReferralColumn::ReferredAt, Direction::Desc) => texts::list::newest_first(name),
        (ReferralColumn::ReferredAt, Direction::Asc) => texts::list::oldest_first(name),
        (ReferralColumn::Revenue, Direction::Desc) => texts::list::highest_first(name),
        (ReferralColumn::Revenue, Direction::Asc) => texts::list::lowest_first(name),
        (ReferralColumn::Merchant, Direction::Asc) => texts::list::a_to_z(name),
        (ReferralColumn::Merchant, Direction::Desc) => texts::list::z_to_a(name),
        (_, Direction::Asc) => name.to_owned(),
        (_, Direction::Desc) => texts::list::reversed(name),
    }
}

/// The order as one word, for the *Sort by* list.
pub(super) fn code(order: Order<ReferralColumn>) -> String {
    let direction = match order.direction {
        Direction::Asc => "asc",
        Direction::Desc => "desc",
    };
    format!("{}-{direction}", order.column.code())
}

/// Reads [`code`].
pub(super) fn by_code(code: &str) -> Option<Order<ReferralColumn>> {
    orders().find(|order| self::code(*order) == code)
}

/// Every order of the *Sort by* list.
pub(super) fn options() -> Vec<SortOption> {
    orders().map(|order| SortOption { code: code(order), label: order_name(order) }).collect()
}

fn orders() -> impl Iterator<Item = Order<ReferralColumn>> {
    ReferralColumn::ALL.into_iter().flat_map(|column| {
        let first = Order { column, direction: first_direction(column) };
        [first, pressed(first, column)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_reads_back_from_its_code() {
        assert_eq!(orders().count(), ReferralColumn::ALL.len() * 2);
        for order in orders() {
            assert_eq!(by_code(&code(order)), Some(order));
        }
    }
}

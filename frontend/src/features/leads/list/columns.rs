//! The columns that the list can be sorted by, and the words of every order.

use guildhall_domain::lead::listing::LeadColumn;
use guildhall_domain::listing::{Direction, Order};

use crate::i18n::texts;
use crate::ui::SortOption;

/// All columns of the list; the organisation's only for the sales team.
const COLUMNS: [LeadColumn; 11] = [
    LeadColumn::UpdatedAt,
    LeadColumn::SubmittedAt,
    LeadColumn::Company,
    LeadColumn::Website,
    LeadColumn::ContactName,
    LeadColumn::ContactEmail,
    LeadColumn::Product,
    LeadColumn::Support,
    LeadColumn::Status,
    LeadColumn::Representative,
    LeadColumn::Organisation,
];

/// The column's name, as its head says it.
pub(super) fn name(column: LeadColumn) -> &'static str {
    match column {
        LeadColumn::Status => texts::leads::status(),
        LeadColumn::ContactName => texts::leads::contact_name(),
        LeadColumn::ContactEmail => texts::leads::contact_email(),
        LeadColumn::Company => texts::leads::company(),
        LeadColumn::Website => texts::leads::website(),
        LeadColumn::Product => texts::leads::product(),
        LeadColumn::Support => texts::leads::support(),
        LeadColumn::Representative => texts::leads::representative(),
        LeadColumn::Organisation => texts::leads::organisation(),
        LeadColumn::Reference => texts::leads::reference(),
        LeadColumn::SubmittedAt => texts::leads::submitted(),
        LeadColumn::UpdatedAt => texts::leads::updated(),
    }
}

/// The direction that a first press on the head gives: newest first, A to Z.
pub(super) fn first_direction(column: LeadColumn) -> Direction {
    match column {
        LeadColumn::SubmittedAt | LeadColumn::UpdatedAt => Direction::Desc,
        _ => Direction::Asc,
    }
}

/// The order after a press on a column's head.
pub(super) fn pressed(now: Order<LeadColumn>, column: LeadColumn) -> Order<LeadColumn> {
    let direction = match (now.column == column, now.direction) {
        (false, _) => first_direction(column),
        (true, Direction::Asc) => Direction::Desc,
        (true, Direction::Desc) => Direction::Asc,
    };
    Order { column, direction }
}

/// An order in words: *Updated, newest first*.
pub(super) fn order_name(order: Order<LeadColumn>) -> String {
    let name = name(order.column);
    match (order.column, order.direction) {
        (LeadColumn::SubmittedAt | LeadColumn::UpdatedAt, Direction::Desc) => texts::list::newest_first(name),
        (LeadColumn::SubmittedAt | LeadColumn::UpdatedAt, Direction::Asc) => texts::list::oldest_first(name),
        (LeadColumn::Status | LeadColumn::Product | LeadColumn::Support, Direction::Asc) => name.to_owned(),
        (LeadColumn::Status | LeadColumn::Product | LeadColumn::Support, Direction::Desc) => {
            texts::list::reversed(name)
        }
        (_, Direction::Asc) => texts::list::a_to_z(name),
        (_, Direction::Desc) => texts::list::z_to_a(name),
    }
}

/// The order as one word, for the *Sort by* list.
pub(super) fn code(order: Order<LeadColumn>) -> String {
    let direction = match order.direction {
        Direction::Asc => "asc",
        Direction::Desc => "desc",
    };
    format!("{}-{direction}", order.column.code())
}

/// Reads [`code`].
pub(super) fn by_code(code: &str) -> Option<Order<LeadColumn>> {
    orders(true).find(|order| self::code(*order) == code)
}

/// Every order of the *Sort by* list.
pub(super) fn options(for_sales: bool) -> Vec<SortOption> {
    orders(for_sales).map(|order| SortOption { code: code(order), label: order_name(order) }).collect()
}

fn orders(for_sales: bool) -> impl Iterator<Item = Order<LeadColumn>> {
    COLUMNS.into_iter().filter(move |column| for_sales || *column != LeadColumn::Organisation).flat_map(
        |column| {
            let first = Order { column, direction: first_direction(column) };
            [first, pressed(first, column)]
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_reads_back_from_its_code() {
        for order in orders(true) {
            assert_eq!(by_code(&code(order)), Some(order));
        }
        assert_eq!(by_code("salary-asc"), None);
    }

    #[test]
    fn every_column_is_sorted_both_ways() {
        assert_eq!(orders(true).count(), COLUMNS.len() * 2);
        assert_eq!(orders(false).count(), COLUMNS.len() * 2 - 2);
    }

    #[test]
    fn a_second_press_turns_the_order_around() {
        let start = Order { column: LeadColumn::UpdatedAt, direction: Direction::Desc };
        let company = pressed(start, LeadColumn::Company);
        assert_eq!(company, Order { column: LeadColumn::Company, direction: Direction::Asc });
        assert_eq!(pressed(company, LeadColumn::Company).direction, Direction::Desc);
    }
}

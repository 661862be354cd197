//! The orders of the list, and their words.

use guildhall_domain::inquiry::InquiryColumn;
use guildhall_domain::listing::{Direction, Order};

use crate::i18n::texts;
use crate::ui::SortOption;

/// What a merchant's own list can be sorted by; the rest is the same in every row.
const COLUMNS: [InquiryColumn; 3] = [InquiryColumn::SentAt, InquiryColumn::Service, InquiryColumn::Company];

/// The column's name, as its head says it.
pub(super) fn name(column: InquiryColumn) -> &'static str {
    match column {
        InquiryColumn::SentAt => texts::inquiry::sent_at(),
        InquiryColumn::UpdatedAt => texts::inquiry::updated_at(),
        InquiryColumn::ContactName => texts::inquiry::contact_name(),
        InquiryColumn::Company => texts::inquiry::company(),
        InquiryColumn::Service => texts::inquiry::service(),
        InquiryColumn::Country => texts::inquiry::country(),
        InquiryColumn::Status => texts::inquiry::state(),
    }
}

fn first_direction(column: InquiryColumn) -> Direction {
    match column {
        InquiryColumn::SentAt | InquiryColumn::UpdatedAt => Direction::Desc,
        InquiryColumn::ContactName
        | InquiryColumn::Company
        | InquiryColumn::Service
        | InquiryColumn::Country
        | InquiryColumn::Status => Direction::Asc,
    }
}

/// The order after a press on a column's head.
pub(super) fn pressed(now: Order<InquiryColumn>, column: InquiryColumn) -> Order<InquiryColumn> {
    let direction = match (now.column == column, now.direction) {
        (false, _) => first_direction(column),
        (true, Direction::Asc) => Direction::Desc,
        (true, Direction::Desc) => Direction::Asc,
    };
    Order { column, direction }
}

/// An order in words: *Sent, newest first*.
pub(super) fn order_name(order: Order<InquiryColumn>) -> String {
    let name = name(order.column);
    match (first_direction(order.column), order.direction) {
        (Direction::Desc, Direction::Desc) => texts::list::newest_first(name),
        (Direction::Desc, Direction::Asc) => texts::list::oldest_first(name),
        (Direction::Asc, Direction::Asc) => texts::list::a_to_z(name),
        (Direction::Asc, Direction::Desc) => texts::list::z_to_a(name),
    }
}

/// The order as one word, for the *Sort by* list.
pub(super) fn code(order: Order<InquiryColumn>) -> String {
    let direction = match order.direction {
        Direction::Asc => "asc",
        Direction::Desc => "desc",
    };
    format!("{}-{direction}", order.column.code())
}

/// Reads [`code`].
pub(super) fn by_code(code: &str) -> Option<Order<InquiryColumn>> {
    orders().find(|order| self::code(*order) == code)
}

/// Every order of the *Sort by* list.
pub(super) fn options() -> Vec<SortOption> {
    orders().map(|order| SortOption { code: code(order), label: order_name(order) }).collect()
}

fn orders() -> impl Iterator<Item = Order<InquiryColumn>> {
    COLUMNS.into_iter().flat_map(|column| {
        let first = Order { column, direction: first_direction(column) };
        [first, pressed(first, column)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_reads_back_from_its_code() {
        assert_eq!(orders().count(), COLUMNS.len() * 2);
        for order in orders() {
            assert_eq!(by_code(&code(order)), Some(order));
        }
    }
}

//! The columns that the list can be sorted by, and the words of every order.

use guildhall_domain::inquiry::InquiryColumn;
use guildhall_domain::listing::{Direction, Order};

use crate::i18n::texts;
use crate::ui::SortOption;

/// The column's name, as its head says it.
pub(super) fn name(column: InquiryColumn) -> &'static str {
    match column {
        InquiryColumn::SentAt => texts::inquiries::sent(),
        InquiryColumn::UpdatedAt => texts::leads::updated(),
        InquiryColumn::ContactName => texts::leads::contact_name(),
        InquiryColumn::Company => texts::leads::company(),
        InquiryColumn::Service => texts::inquiries::service(),
        InquiryColumn::Country => texts::inquiries::country(),
        InquiryColumn::Status => texts::leads::status(),
    }
}

/// The direction that a first press on the head gives: newest first, A to Z.
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
    match (order.column, order.direction) {
        (InquiryColumn::SentAt | InquiryColumn::UpdatedAt, Direction::Desc) => {
            texts::list::newest_first(name)
        }
        (InquiryColumn::SentAt | InquiryColumn::UpdatedAt, Direction::Asc) => texts::list::oldest_first(name),
        (InquiryColumn::ContactName | InquiryColumn::Company, Direction::Asc) => texts::list::a_to_z(name),
        (InquiryColumn::ContactName | InquiryColumn::Company, Direction::Desc) => texts::list::z_to_a(name),
        (InquiryColumn::Service | InquiryColumn::Country | InquiryColumn::Status, Direction::Asc) => {
            name.to_owned()
        }
        (InquiryColumn::Service | InquiryColumn::Country | InquiryColumn::Status, Direction::Desc) => {
            texts::list::reversed(name)
        }
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
    InquiryColumn::ALL.into_iter().flat_map(|column| {
        let first = Order { column, direction: first_direction(column) };
        [first, pressed(first, column)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_reads_back_from_its_code() {
        assert_eq!(orders().count(), InquiryColumn::ALL.len() * 2);
        for order in orders() {
            assert_eq!(by_code(&code(order)), Some(order));
        }
        assert_eq!(by_code("salary-asc"), None);
    }
}

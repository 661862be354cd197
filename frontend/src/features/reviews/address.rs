//! `/reviews?…`: the same words in the address as in the request.

use guildhall_contract::reviews::{REVIEW_ORDER, ReviewQuery, read_review_query};
use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::review::{ReviewColumn, ReviewFilter};

use crate::api::own_reviews::written;
use crate::features::address::{Form, read_what_fits};
use crate::i18n::texts;
use crate::ui::SortOption;

pub(super) static FORM: Form<ReviewQuery> =
    Form { path: "/reviews", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> ReviewQuery {
    read_what_fits(pairs, |pairs| read_review_query(pairs.iter().copied()))
}

/// Whether the list is narrowed at all.
pub(super) fn is_narrowed(filter: &ReviewFilter) -> bool {
    *filter != ReviewFilter::default()
}

const fn order(column: ReviewColumn, direction: Direction) -> Order<ReviewColumn> {
    Order { column, direction }
}

type Name = fn() -> &'static str;

/// Every order, by its code.
const ORDERS: [(&str, Order<ReviewColumn>, Name); 4] = [
    ("newest", REVIEW_ORDER, texts::reviews::newest),
    ("oldest", order(ReviewColumn::PublishedAt, Direction::Asc), texts::reviews::oldest),
    ("highest", order(ReviewColumn::Rating, Direction::Desc), texts::reviews::highest),
    ("lowest", order(ReviewColumn::Rating, Direction::Asc), texts::reviews::lowest),
];

/// Every order of the *Sort by* list.
pub(super) fn options() -> Vec<SortOption> {
    let option =
        |(code, _, name): &(&str, _, Name)| SortOption { code: (*code).to_owned(), label: name().to_owned() };
    ORDERS.iter().map(option).collect()
}

/// The code of an order.
pub(super) fn code(order: Order<ReviewColumn>) -> String {
    ORDERS.iter().find(|(_, known, _)| *known == order).map_or("newest", |(code, _, _)| *code).to_owned()
}

/// Reads [`code`].
pub(super) fn by_code(code: &str) -> Order<ReviewColumn> {
    ORDERS.iter().find(|(known, _, _)| *known == code).map_or(REVIEW_ORDER, |(_, order, _)| *order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_reads_back_from_its_code() {
        for (_, order, _) in ORDERS {
            assert_eq!(by_code(&code(order)), order);
        }
    }

    #[test]
    fn an_address_with_nonsense_shows_what_makes_sense_of_it() {
        let pairs = [("stars", "5"), ("stars", "9"), ("colour", "red")];
        let query = read(&pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(query.filter.stars.len(), 1);
    }
}

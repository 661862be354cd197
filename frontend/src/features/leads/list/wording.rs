//! The words of the list, and the orders that it can be sorted by.

use guildhall_domain::lead::listing::LeadColumn;

use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

/// What the sales team can sort by, who read the leads of all organisations.
const FOR_SALES: [LeadColumn; 12] = [
    LeadColumn::UpdatedAt,
    LeadColumn::DueAt,
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

/// What partners can sort by: all their leads are of one organisation.
const FOR_PARTNERS: &[LeadColumn] = FOR_SALES.split_at(FOR_SALES.len() - 1).0;

/// The list's words and orders.
pub(super) fn wording(sales: bool) -> Wording<LeadColumn> {
    let columns: &'static [LeadColumn] = if sales { &FOR_SALES } else { FOR_PARTNERS };
    Wording {
        orders: Orders { columns, code: LeadColumn::code, name, scale },
        caption: texts::leads::caption,
        loading: texts::leads::loading,
        failed: texts::leads::failed,
        search: texts::leads::search,
        search_in: texts::leads::search_in,
        no_match: texts::leads::no_match,
        no_match_for: texts::leads::no_match_for,
        no_match_text: texts::leads::no_match_text,
        pages: texts::leads::pages,
    }
}

fn name(column: LeadColumn) -> &'static str {
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
        LeadColumn::DueAt => texts::lead_queue::due(),
    }
}

fn scale(column: LeadColumn) -> Scale {
    match column {
        LeadColumn::SubmittedAt | LeadColumn::UpdatedAt => Scale::Time,
        LeadColumn::DueAt => Scale::Deadline,
        LeadColumn::Company
        | LeadColumn::Website
        | LeadColumn::ContactName
        | LeadColumn::ContactEmail
        | LeadColumn::Representative
        | LeadColumn::Organisation
        | LeadColumn::Reference => Scale::Name,
        LeadColumn::Product | LeadColumn::Support | LeadColumn::Status => Scale::Rank,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_sales_team_sorts_by_organisation() {
        let words = |sales: bool| {
            let options = wording(sales).orders.options();
            options.into_iter().map(|option| option.code).collect::<Vec<_>>()
        };
        let of_the_organisation = ["organisation-asc".to_owned(), "organisation-desc".to_owned()];
        assert_eq!(words(true), [words(false), of_the_organisation.to_vec()].concat());
    }
}

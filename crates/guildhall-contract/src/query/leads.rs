//! The query of a list of leads.

use guildhall_domain::lead::listing::{LeadColumn, LeadFilter, Queue, RepresentativeChoice};
use guildhall_domain::lead::{Outcome, Product, Status, Support};
use guildhall_domain::listing::{Direction, Order};

use super::{ListColumn, ListQuery, choice, choices, day, join, parts, search};
use crate::fields::{FieldCode, FieldError};

const UNASSIGNED: &str = "unassigned";

/// Which leads, in which order, which page.
pub type LeadQuery = ListQuery<LeadFilter, LeadColumn>;

/// Newest change first.
pub const LEAD_ORDER: Order<LeadColumn> = Order { column: LeadColumn::UpdatedAt, direction: Direction::Desc };

impl ListColumn for LeadColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = LEAD_ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// Reads the query of a list of leads.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_lead_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<LeadQuery, Vec<FieldError>> {
    LeadQuery::read(pairs, |filter, name, value| {
        Some(match name {
            "status" => choices(name, value, &Status::ALL, Status::code).map(|found| filter.statuses = found),
            "outcome" => {
                choices(name, value, &Outcome::ALL, Outcome::code).map(|found| filter.outcomes = found)
            }
            "product" => {
                choices(name, value, &Product::ALL, Product::code).map(|found| filter.products = found)
            }
            "support" => {
                choices(name, value, &Support::ALL, Support::code).map(|found| filter.supports = found)
            }
            "representative" => representatives(value).map(|found| filter.representatives = found),
            "submitted_from" => day(name, value).map(|found| filter.submitted_from = found),
            "submitted_to" => day(name, value).map(|found| filter.submitted_to = found),
            "queue" => choice(name, value, &Queue::ALL, Queue::code).map(|found| filter.queue = found),
            "q" => search(value).map(|found| filter.search = found),
            _ => return None,
        })
    })
}

/// Writes a query so that [`read_lead_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_lead_query(query: &LeadQuery) -> Vec<(&'static str, String)> {
    let filter = &query.filter;
    let representatives: Vec<_> = filter
        .representatives
        .iter()
        .map(|choice| match choice {
            RepresentativeChoice::Unassigned => UNASSIGNED,
            RepresentativeChoice::Is(id) => id.as_str(),
        })
        .collect();
    query.write(vec![
        ("q", filter.search.clone()),
        ("queue", filter.queue.map(|queue| queue.code().to_owned()).unwrap_or_default()),
        ("status", join(&filter.statuses, Status::code)),
        ("outcome", join(&filter.outcomes, Outcome::code)),
        ("product", join(&filter.products, Product::code)),
        ("support", join(&filter.supports, Support::code)),
        ("representative", representatives.join(",")),
        ("submitted_from", filter.submitted_from.map(|day| day.to_string()).unwrap_or_default()),
        ("submitted_to", filter.submitted_to.map(|day| day.to_string()).unwrap_or_default()),
    ])
}

fn representatives(value: &str) -> Result<Vec<RepresentativeChoice>, FieldError> {
    parts("representative", value)?
        .into_iter()
        .map(|part| match part.as_str() {
            UNASSIGNED => Ok(RepresentativeChoice::Unassigned),
            id => id
                .parse()
                .map(RepresentativeChoice::Is)
                .map_err(|_| FieldError::parameter("representative", FieldCode::RepresentativeUnknown)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use rstest::rstest;

    use super::*;

    #[test]
    fn a_query_reads_back_as_written() {
        let query = LeadQuery {
            filter: LeadFilter {
                statuses: vec![Status::Submitted, Status::Awarded],
                outcomes: vec![Outcome::Paid],
                products: vec![Product::Pos],
                supports: vec![Support::None],
                representatives: vec![
                    RepresentativeChoice::Unassigned,
                    RepresentativeChoice::Is("rep-1".parse().unwrap()),
                ],
                submitted_from: NaiveDate::from_ymd_opt(2026, 1, 31),
                submitted_to: NaiveDate::from_ymd_opt(2026, 2, 1),
                queue: Some(Queue::Overdue),
                search: "anna@acme".to_owned(),
            },
            order: Order { column: LeadColumn::Company, direction: Direction::Asc },
            limit: 7,
            cursor: Some("abc".to_owned()),
        };
        let written = write_lead_query(&query);
        let pairs = written.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(read_lead_query(pairs), Ok(query));
        assert!(write_lead_query(&LeadQuery::default()).is_empty());
    }

    #[rstest]
    #[case("status", "won", FieldCode::ChoiceUnknown)]
    #[case("sort", "salary", FieldCode::ChoiceUnknown)]
    #[case("direction", "up", FieldCode::ChoiceUnknown)]
    #[case("limit", "0", FieldCode::OutOfRange)]
    #[case("limit", "101", FieldCode::OutOfRange)]
    #[case("limit", "ten", FieldCode::OutOfRange)]
    #[case("submitted_from", "31/01/2026", FieldCode::DateInvalid)]
    #[case("representative", "no one", FieldCode::RepresentativeUnknown)]
    #[case("organisation", "other", FieldCode::Unknown)]
    fn a_wrong_parameter_is_named(#[case] name: &str, #[case] value: &str, #[case] code: FieldCode) {
        let errors = read_lead_query([(name, value)]).unwrap_err();
        assert_eq!((errors[0].parameter.as_deref(), errors[0].code), (Some(name), code));
    }
}

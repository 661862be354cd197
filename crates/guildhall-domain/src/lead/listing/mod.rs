//! The rows of a list of leads: what they show, and how they are searched, filtered, sorted, counted.

mod column;
mod filter;
mod row;
mod summary;

pub use column::LeadColumn;
pub use filter::{LeadCounts, LeadFilter, RepresentativeChoice};
pub use row::LeadRow;
pub use summary::LeadSummary;

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::ids::LeadId;
    use crate::lead::{Outcome, Product, Status, Support};

    fn summary() -> LeadSummary {
        LeadSummary {
            id: LeadId::derive(&"org".parse().unwrap(), "1"),
            org_name: "Norrsken".to_owned(),
            product: Product::Plus,
            support: Support::None,
            status: Status::Submitted,
            outcome: None,
            representative: None,
            contact_name: "Anna Sjöström".to_owned(),
            contact_email: "Anna@Acme.example".to_owned(),
            company: "Acme AB".to_owned(),
            website: Some("https://www.acme.com/".to_owned()),
            country: "SE".parse().unwrap(),
            reference: Some("KV-31".to_owned()),
            submitted_at: "2026-03-01T10:00:00Z".parse().unwrap(),
            updated_at: "2026-03-02T10:00:00Z".parse().unwrap(),
            version: 1,
        }
    }

    fn finds(search: &str) -> bool {
        let row = LeadRow::from(summary());
        let filter = LeadFilter { search: search.to_owned(), ..LeadFilter::default() };
        !filter.narrow([&row].into_iter()).0.is_empty()
    }

    #[rstest]
    #[case("ACME.com")]
    #[case("https://www.acme.com/")]
    #[case("anna@acme")]
    #[case("Anna")]
    #[case("Acme AB")]
    #[case("sjostrom")]
    #[case("kv-31")]
    #[case("  ")]
    fn each_of_the_four_fields_alone_finds_the_lead(#[case] search: &str) {
        assert!(finds(search));
    }

    #[rstest]
    #[case("norrsken")]
    #[case("acme bob")]
    #[case("abanna")]
    fn what_is_in_no_field_finds_nothing(#[case] search: &str) {
        assert!(!finds(search));
    }

    #[test]
    fn a_count_is_what_one_gets_by_choosing_it() {
        let rows: Vec<_> = [
            (Product::Plus, Status::Submitted, None),
            (Product::Plus, Status::Awarded, None),
            (Product::Pos, Status::Submitted, Some(Outcome::Paid)),
            (Product::Pos, Status::Submitted, Some(Outcome::Pending)),
        ]
        .into_iter()
        .map(|(product, status, outcome)| {
            LeadRow::from(LeadSummary { product, status, outcome, ..summary() })
        })
        .collect();
        let filter = LeadFilter { outcomes: vec![Outcome::Paid], ..LeadFilter::default() };
        let (passing, counts) = filter.narrow(rows.iter());
        assert_eq!(passing.len(), 1);
        assert_eq!(counts, LeadCounts { all: 1, by_status: [1, 0, 0, 0], by_outcome: [1, 1, 0] });
        let (_, counts) = LeadFilter::default().narrow(rows.iter());
        assert_eq!(counts, LeadCounts { all: 4, by_status: [3, 0, 1, 0], by_outcome: [1, 1, 0] });
    }
}

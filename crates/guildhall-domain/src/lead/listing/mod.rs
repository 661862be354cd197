//! The rows of a list of leads: what they show, and how they are searched, filtered, sorted, counted.

mod column;
mod filter;
mod row;
#[cfg(feature = "domains")]
mod similar;
mod summary;

pub use column::LeadColumn;
pub use filter::{LeadCounts, LeadFilter, Queue, Reader, RepresentativeChoice};
pub use row::LeadRow;
#[cfg(feature = "domains")]
pub use similar::{Merchant, registrable_domain};
pub use summary::LeadSummary;

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::actor::Side;
    use crate::ids::LeadId;
    use crate::lead::{Hold, Outcome, Product, Status, Support};
    use crate::policy::{Due, Promise};
    use crate::representative::RepRef;

    fn reader() -> Reader {
        let now = "2026-03-01T12:00:00Z".parse().unwrap();
        Reader { id: "rep-1".parse().unwrap(), side: Side::Platform, now }
    }

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
            hold: None,
            due: None,
            escalated: false,
            partner_plan: None,
            sales_plan: None,
            undelivered: false,
            version: 1,
        }
    }

    fn finds(search: &str) -> bool {
        let row = LeadRow::from(summary());
        let filter = LeadFilter { search: search.to_owned(), ..LeadFilter::default() };
        !filter.narrow([&row].into_iter(), &reader()).0.is_empty()
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
        let (passing, counts) = filter.narrow(rows.iter(), &reader());
        assert_eq!(passing.len(), 1);
        assert_eq!(
            counts,
            LeadCounts { all: 1, by_status: [1, 0, 0, 0], by_outcome: [1, 1, 0], by_queue: [0; 5] }
        );
        let (_, counts) = LeadFilter::default().narrow(rows.iter(), &reader());
        assert_eq!(
            counts,
            LeadCounts { all: 4, by_status: [3, 0, 1, 0], by_outcome: [1, 1, 0], by_queue: [0, 2, 0, 0, 0] }
        );
    }

    #[test]
    fn a_pile_holds_what_its_reader_has_to_do_and_its_count_is_what_choosing_it_gives() {
        let now = reader().now;
        let due = |hours| {
            let at = now + chrono::TimeDelta::hours(hours);
            Some(Due { promise: Promise::Decision, since: now - chrono::TimeDelta::days(9), at })
        };
        let rep = |id: &str| Some(RepRef { id: id.parse().unwrap(), name: id.to_owned() });
        let rows: Vec<_> = [
            LeadSummary { representative: rep("rep-1"), due: due(0), ..summary() },
            LeadSummary { representative: rep("rep-2"), due: due(1), ..summary() },
            LeadSummary { representative: rep("rep-1"), status: Status::Awarded, ..summary() },
            LeadSummary { hold: Some(Hold::Information), sales_plan: Some(now.date_naive()), ..summary() },
            LeadSummary { hold: Some(Hold::Withdrawn), partner_plan: Some(now.date_naive()), ..summary() },
        ]
        .into_iter()
        .enumerate()
        .map(|(place, lead)| {
            let id = LeadId::derive(&"org".parse().unwrap(), &place.to_string());
            LeadRow::from(LeadSummary { id, ..lead })
        })
        .collect();
        let (_, counts) = LeadFilter::default().narrow(rows.iter(), &reader());
        assert_eq!(counts.by_queue, [1, 1, 1, 1, 1]);
        for (queue, count) in Queue::ALL.into_iter().zip(counts.by_queue) {
            let filter = LeadFilter { queue: Some(queue), ..LeadFilter::default() };
            let (passing, narrowed) = filter.narrow(rows.iter(), &reader());
            assert_eq!(passing.len(), count, "{queue:?}");
            assert_eq!(narrowed.by_queue, counts.by_queue, "a choice does not change its own group");
        }
    }
}

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::*;
use crate::actor::{Role, Signature};
use crate::audit::{AuditAct, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::listing::{Direction, Order, Start, page};
use crate::personal::Personal;

fn first_day() -> DateTime<Utc> {
    "2026-07-01T00:00:00Z".parse().unwrap()
}

fn rows() -> impl Strategy<Value = Vec<AuditRow>> {
    // Few of everything, so that filters meet and most orders tie.
    let one = (
        prop::sample::select(vec!["helena", "ruth"]),
        prop::sample::select(&AuditAct::ALL[..4]),
        prop::sample::select(&SubjectKind::ALL[..2]),
        prop::option::of(prop::sample::select(vec!["acme", "norrsken"])),
        0_i64..31,
        prop::option::of("[ab]{1,2}"),
    );
    prop::collection::vec(one, 0..40).prop_map(|all| {
        let row = |((person, act, kind, org, day, note), event): (
            (&str, _, _, Option<&str>, _, Option<String>),
            _,
        )| {
            let subject = AuditSubject { kind, id: format!("thing-{event}"), name: format!("Åsa {day}") };
            let organisation = org.map(|org| AuditOrganisation {
                id: org.parse().unwrap(),
                name: Some(org.to_uppercase()),
                handle: None,
            });
            AuditRow::from(AuditEntry {
                id: AuditId::derive(&subject, event),
                at: first_day() + TimeDelta::days(day),
                by: Signature {
                    id: person.parse().unwrap(),
                    name: person.to_owned(),
                    role: Role::SalesManager,
                },
                act,
                subject,
                organisation,
                detail: None,
                note: note.map(Personal::new),
            })
        };
        all.into_iter().zip(1_u64..).map(row).collect()
    })
}

fn filter() -> impl Strategy<Value = AuditFilter> {
    let day =
        || prop::option::of((0_u64..31).prop_map(|day| first_day().date_naive() + chrono::Days::new(day)));
    let acts = prop::sample::subsequence(AuditAct::ALL[..4].to_vec(), 0..3);
    let subjects = prop::sample::subsequence(SubjectKind::ALL[..2].to_vec(), 0..2);
    let people = prop::sample::subsequence(vec!["helena", "ruth", "nobody"], 0..3);
    let organisations = prop::sample::subsequence(vec!["acme", "norrsken"], 0..2);
    let search = prop::sample::select(vec!["", "asa", "HELENA", "a b", "thing-3"]);
    (acts, subjects, people, organisations, day(), day(), search).prop_map(
        |(acts, subjects, people, organisations, from, to, search)| AuditFilter {
            acts,
            people: people.into_iter().map(|id| id.parse().unwrap()).collect(),
            subjects,
            organisations: organisations.into_iter().map(|id| id.parse().unwrap()).collect(),
            from,
            to,
            search: search.to_owned(),
        },
    )
}

fn order() -> impl Strategy<Value = Order<AuditColumn>> {
    let direction = prop_oneof![Just(Direction::Asc), Just(Direction::Desc)];
    (prop::sample::select(AuditColumn::ALL.to_vec()), direction)
        .prop_map(|(column, direction)| Order { column, direction })
}

proptest! {
    #[test]
    fn a_filter_takes_what_passes_by_itself_and_never_depends_on_the_others(rows in rows(), filter in filter()) {
        let (passing, _) = filter.narrow(rows.iter());
        for row in &rows {
            let alone = !filter.narrow(std::iter::once(row)).0.is_empty();
            prop_assert_eq!(alone, passing.iter().any(|other| other.entry.id == row.entry.id));
        }
        let (all, _) = AuditFilter::default().narrow(rows.iter());
        prop_assert_eq!(all.len(), rows.len());
    }

    #[test]
    fn a_count_is_what_one_gets_by_choosing_the_act(rows in rows(), filter in filter()) {
        let (_, counts) = filter.narrow(rows.iter());
        for act in AuditAct::ALL {
            let chosen = AuditFilter { acts: vec![*act], ..filter.clone() };
            prop_assert_eq!(chosen.narrow(rows.iter()).0.len(), counts.get(act).copied().unwrap_or_default());
        }
    }

    #[test]
    fn paging_through_a_filter_yields_each_entry_once(
        rows in rows(), filter in filter(), order in order(), size in 1_usize..7,
    ) {
        let mut expected: Vec<_> = filter.narrow(rows.iter()).0;
        expected.sort_by(|left, right| order.compare(*left, *right));
        let expected: Vec<_> = expected.iter().map(|row| row.entry.id).collect();
        let mut seen = Vec::new();
        let mut start = Some(Start::First);
        while let Some(from) = start {
            let page = page(filter.narrow(rows.iter()).0, &order, &from, size);
            prop_assert_eq!((page.total, page.offset), (expected.len(), seen.len()));
            seen.extend(page.rows.iter().map(|row| row.entry.id));
            start = page.next;
        }
        prop_assert_eq!(seen, expected);
    }
}

//! Cell by cell.

use crate::world::*;
use chrono::{DateTime, Utc};
use guildhall_domain::actor::Role;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{
    AwardCheck, Command, CommandKind, EventKind, Hold, Lead, LeadField, LeadForm, NewLead, Outcome, Product,
    Refusal, Status, Support, Track,
};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::policy::{self, Due, Guard, Language, Promise, REASONS};
use guildhall_domain::referral::{ReferralChange, change_of};

#[test]
fn nothing_but_the_table_is_possible_from_anywhere() {
    // The programme's matrix: from, to, and on which of the four tracks the status may move so.
    let matrix = [
        (Status::Submitted, Status::InProgress, [true, true, true, false]),
        (Status::Submitted, Status::Awarded, [false, true, false, false]),
        (Status::Submitted, Status::NotEligible, [true, true, true, false]),
        (Status::InProgress, Status::Awarded, [true, true, true, false]),
        (Status::InProgress, Status::NotEligible, [true, true, true, false]),
        (Status::InProgress, Status::Submitted, [false; 4]),
        (Status::Awarded, Status::InProgress, [true, true, true, false]),
        (Status::Awarded, Status::NotEligible, [false; 4]),
        (Status::Awarded, Status::Submitted, [false; 4]),
        (Status::NotEligible, Status::InProgress, [true, true, true, false]),
        (Status::NotEligible, Status::Awarded, [false; 4]),
        (Status::NotEligible, Status::Submitted, [false; 4]),
    ];
    for (from, to, tracks) in matrix {
        for (track, expected) in Track::ALL.into_iter().zip(tracks) {
            let possible = policy::TRANSITIONS.iter().any(|row| {
                row.tracks.contains(&track)
                    && row.from.contains(&from)
                    && row.to == policy::Target::Status(to)
            });
            assert_eq!(possible, expected, "{track:?}: {from:?} -> {to:?}");
        }
    }
}

#[test]
fn all_thirteen_cells_are_reached_and_stand_at_their_number() {
    let mut cells = std::collections::BTreeSet::new();
    for track in Track::ALL {
        for status in Status::ALL {
            for outcome in Outcome::ALL {
                let outcome = (track == Track::PosNone).then_some(outcome);
                let facts = guildhall_domain::lead::Facts { track, status, outcome, hold: None };
                cells.insert(policy::next_step(facts).cell);
            }
        }
    }
    assert_eq!(cells.len(), 13);
    let facts = guildhall_domain::lead::Facts::new(Product::Plus, Support::None, Status::Submitted, None);
    cells.extend(Hold::ALL.map(|hold| policy::next_step(facts.held(Some(hold))).cell));
    assert_eq!(cells.len(), policy::NEXT_STEPS.len());
    for (place, step) in policy::NEXT_STEPS.iter().enumerate() {
        assert_eq!(step.cell as usize, place);
    }
}

#[test]
fn each_meaning_of_a_status_stands_at_its_place() {
    for status in Status::ALL {
        for product in Product::ALL {
            let meaning = policy::meaning(status, product);
            assert_eq!((meaning.status, meaning.product), (status, product));
            for language in Language::ALL {
                assert!(!meaning.words.text(language).is_empty());
            }
        }
    }
}

#[test]
fn a_lead_keeps_the_terms_it_was_filed_under() {
    let file = |at: &str, product, support| {
        let new = NewLead {
            id: LeadId::derive(&org(), "key"),
            org_name: "Acme".to_owned(),
            form: form(product, support),
            representative: None,
            contact: None,
        };
        Lead::submit(new, &actor(Role::PartnerMember, 0), at.parse().unwrap()).unwrap().terms
    };
    assert_eq!(file("2023-02-22T23:59:59Z", Product::Plus, Support::None), "plus-2018-01");
    assert_eq!(file("2023-02-23T00:00:00Z", Product::Plus, Support::None), "plus-2023-02");
    assert_eq!(file("2025-06-30T23:59:59Z", Product::Plus, Support::Requested), "plus-2023-02");
    assert_eq!(file("2025-07-01T00:00:00Z", Product::Plus, Support::Requested), "plus-2025-07");
    assert_eq!(file("2025-07-01T00:00:00Z", Product::Pos, Support::Requested), "pos-assisted-2025-07");
    assert_eq!(file("2025-07-01T00:00:00Z", Product::Pos, Support::None), "pos-2018-01");
}

#[test]
fn an_award_is_taken_back_by_two_persons_only() {
    let mut lead = submit(Product::Plus, Support::Requested, true);
    let manager = actor(Role::SalesManager, 0);
    let award = Command::Award { check: AwardCheck { terms_checked: true, deal_closed: true }, note: None };
    lead.apply(&Command::StartWork { note: None }, &manager, start()).unwrap();
    lead.apply(&award, &manager, start()).unwrap();

    let reopen = Command::Reopen { reason: "The contract fell through".into() };
    let admin = actor(Role::ProgramAdmin, 0);
    assert_eq!(lead.clone().apply(&reopen, &admin, start()), Err(Refusal::NotPermitted));
    let proposed = lead.apply(&reopen, &manager, start()).unwrap();
    assert!(matches!(proposed.kind, EventKind::ReopenProposed { .. }));
    assert_eq!(lead.status, Status::Awarded);
    assert_eq!(lead.apply(&reopen, &manager, start()), Err(Refusal::SecondPersonNeeded));
    // B-03: the partner is told before it takes effect.
    assert_eq!(lead.apply(&reopen, &admin, start()), Err(Refusal::Guard(Guard::PartnerTold)));
    tell_partner(&mut lead, false);
    assert_eq!(lead.apply(&reopen, &admin, start()), Err(Refusal::Guard(Guard::PartnerTold)));
    tell_partner(&mut lead, true);
    let reopened = lead.apply(&reopen, &admin, start()).unwrap();
    assert_eq!(lead.status, Status::InProgress);
    assert!(matches!(change_of(&lead, &reopened), Some(ReferralChange::Reverse { .. })));
}

#[test]
fn a_decision_against_a_lead_is_taken_back_by_one_manager() {
    let mut lead = submit(Product::Pos, Support::Requested, true);
    let manager = actor(Role::SalesManager, 0);
    let refuse = Command::MarkNotEligible { reason: REASONS[0].code, note: None };
    lead.apply(&refuse, &manager, start()).unwrap();
    let event = lead.apply(&Command::Reopen { reason: "A mistake".into() }, &manager, start()).unwrap();
    assert_eq!(lead.status, Status::InProgress);
    assert_eq!(change_of(&lead, &event), None);
}

#[test]
fn a_settled_pos_lead_cannot_ask_for_support() {
    let mut lead = submit(Product::Pos, Support::None, true);
    let pay = Command::RecordPayout { amount: Money { minor: 50_000, currency: Currency::USD } };
    lead.apply(&pay, &actor(Role::ProgramAdmin, 0), start()).unwrap();
    let partner = actor(Role::PartnerMember, 0);
    let request = Command::RequestSupport { message: None };
    assert_eq!(lead.apply(&request, &partner, start()), Err(Refusal::AlreadySettled));
    assert!(!lead.allowed(&partner).contains(&CommandKind::RequestSupport));
}

#[test]
fn questions_never_fill_the_timeline_so_far_that_nothing_can_be_decided() {
    let mut lead = submit(Product::Plus, Support::None, true);
    let ask = Command::AskRepresentative { message: "when?".into() };
    let partner = actor(Role::PartnerMember, 0);
    while lead.apply(&ask, &partner, start()).is_ok() {}
    assert_eq!(lead.apply(&ask, &partner, start()), Err(Refusal::TimelineFull));
    let manager = actor(Role::SalesManager, 0);
    assert!(lead.apply(&Command::StartWork { note: None }, &manager, start()).is_ok());
}

#[test]
fn the_clock_of_a_lead_runs_from_what_happened_last_and_rests_while_the_partner_has_to_answer() {
    let mut lead = submit(Product::Plus, Support::Requested, true);
    let manager = actor(Role::SalesManager, 0);
    let partner = actor(Role::PartnerMember, 0);
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    // Submitted on a Thursday; two working days in Sweden, and the weekend between.
    let due = |promise, since: &str, end: &str| Some(Due { promise, since: at(since), at: at(end) });
    let submitted = lead.submitted_at().to_rfc3339();
    assert_eq!(lead.due, due(Promise::FirstAnswer, &submitted, "2026-01-20T00:00:00Z"));

    let ask = Command::RequestInformation { fields: vec![LeadField::Phone], message: "Which number?".into() };
    lead.apply(&ask, &manager, at("2026-01-16T09:00:00Z")).unwrap();
    assert_eq!(lead.due, None);
    assert_eq!(policy::next_step(lead.facts()).mover, policy::Mover::Yours);

    let wrong = LeadForm { company: "Other".to_owned(), ..lead.form.clone() };
    let answer = |form| Command::ProvideInformation { form: Box::new(form), note: None };
    assert_eq!(
        lead.apply(&answer(wrong), &partner, at("2026-01-19T09:00:00Z")),
        Err(Refusal::Guard(Guard::OnlyWhatWasAsked))
    );
    let right = LeadForm { phone: Some("+46 70 123 45 67".into()), ..lead.form.clone() };
    lead.apply(&answer(right), &partner, at("2026-01-19T09:00:00Z")).unwrap();
    assert_eq!(lead.due, due(Promise::FirstAnswer, "2026-01-19T09:00:00Z", "2026-01-22T00:00:00Z"));

    lead.apply(&Command::StartWork { note: None }, &manager, at("2026-01-20T09:00:00Z")).unwrap();
    assert_eq!(lead.due.map(|due| due.promise), Some(Promise::Decision));
}

#[test]
fn details_are_corrected_while_the_lead_is_undecided_and_what_it_was_decided_by_is_not_among_them() {
    let mut lead = submit(Product::Plus, Support::None, true);
    let (manager, partner) = (actor(Role::SalesManager, 0), actor(Role::PartnerMember, 0));
    let correct = |form| Command::CorrectDetails { form: Box::new(form), note: None, imported: false };
    let refused = Err(Refusal::Guard(Guard::OnlyDetails));
    let same = lead.form.clone();
    assert_eq!(lead.apply(&correct(same.clone()), &partner, start()), refused);
    for other in [
        LeadForm { sales_support: Support::Requested, company: "Other".to_owned(), ..same.clone() },
        LeadForm { reference: Some("A-1".to_owned()), company: "Other".to_owned(), ..same.clone() },
        LeadForm { consent: false, company: "Other".to_owned(), ..same.clone() },
        LeadForm { company: "Other".to_owned(), ..form(Product::Pos, Support::None) },
    ] {
        assert_eq!(lead.apply(&correct(other), &partner, start()), refused);
    }
    let right = || LeadForm { company: "Other".to_owned(), ..same.clone() };
    assert_eq!(lead.clone().apply(&correct(right()), &manager, start()), Err(Refusal::NotPermitted));
    let event = lead.apply(&correct(right()), &partner, start()).unwrap();
    let EventKind::DetailsCorrected { changes, .. } = &event.kind else { panic!("{event:?}") };
    let fields: Vec<_> = changes.iter().map(|change| change.field).collect();
    assert_eq!((fields, lead.form.company.as_str()), (vec![LeadField::Company], "Other"));

    lead.apply(&Command::MarkNotEligible { reason: REASONS[0].code, note: None }, &manager, start()).unwrap();
    let allowed = vec![CommandKind::AskRepresentative];
    assert_eq!(lead.apply(&correct(same), &partner, start()), Err(Refusal::InvalidTransition { allowed }));
}

#[test]
fn a_question_ends_with_the_decision_and_a_withdrawal_is_for_good() {
    let mut lead = submit(Product::Plus, Support::None, true);
    let manager = actor(Role::SalesManager, 0);
    let partner = actor(Role::PartnerMember, 0);
    let ask = Command::RequestInformation { fields: vec![LeadField::Phone], message: "Which number?".into() };
    lead.apply(&ask, &manager, start()).unwrap();
    let refuse = Command::MarkNotEligible { reason: REASONS[0].code, note: None };
    lead.clone().apply(&refuse, &manager, start()).unwrap();
    let mut decided = lead.clone();
    decided.apply(&refuse, &manager, start()).unwrap();
    assert_eq!(decided.hold(), None);

    lead.apply(&Command::Withdraw { reason: "The merchant closed".into() }, &partner, start()).unwrap();
    assert_eq!((lead.hold(), lead.status), (Some(Hold::Withdrawn), Status::Submitted));
    assert_eq!(lead.due, None);
    assert_eq!(lead.allowed(&manager), Vec::new());
    assert_eq!(lead.allowed(&partner), vec![CommandKind::AskRepresentative]);
}

//! The invariants of a lead, over random commands by every role on every product and support.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role, Side};
use guildhall_domain::delivery::Delivery;
use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::lead::{
    AwardCheck, Command, CommandKind, Event, EventKind, Hold, Lead, LeadField, LeadForm, NewLead, Outcome,
    PlusDetails, PosDetails, Product, ProductDetails, Refusal, Status, Support, Told, Track,
};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::{self, Due, Guard, Language, Promise, REASONS};
use guildhall_domain::referral::{ReferralChange, ReferralId, change_of};
use guildhall_domain::representative::Representative;
use proptest::prelude::*;

fn org() -> OrgId {
    "acme".parse().unwrap()
}

fn actor(role: Role, place: u8) -> Actor {
    let org = (role.side() == Side::Partner).then(org);
    // Place 0 is the representative who has the lead, and the manager who proposes.
    let id = format!("{role:?}-{place}").parse().unwrap();
    Actor { id, name: format!("{role:?}"), role, org }
}

fn representative(place: u8) -> Representative {
    let rep = actor(Role::Rep, place);
    Representative {
        id: rep.id,
        name: rep.name,
        email: "rep@guildhall.example".to_owned(),
        phone: "+46 8 555 00 00".to_owned(),
        time_zone: "Europe/Stockholm".to_owned(),
        country: ["SE", "VN", "US"][usize::from(place) % 3].parse().unwrap(),
        language: Language::En,
        products: Product::ALL.to_vec(),
        countries: Vec::new(),
        active: place != 2,
    }
}

fn form(product: Product, support: Support) -> LeadForm {
    LeadForm {
        contact_name: "Anna".into(),
        contact_email: "anna@acme.example".into(),
        company: "Acme".to_owned(),
        website: None,
        country: "SE".parse().unwrap(),
        phone: None,
        description: "A fit".into(),
        existing_store: None,
        reference: None,
        sales_support: support,
        consent: true,
        inquiry: None,
        details: match product {
            Product::Plus => ProductDetails::Plus(PlusDetails::default()),
            Product::Pos => ProductDetails::Pos(PosDetails::default()),
        },
    }
}

fn start() -> DateTime<Utc> {
    "2026-01-15T09:00:00Z".parse().unwrap()
}

fn submit(product: Product, support: Support, assigned: bool) -> Lead {
    let new = NewLead {
        id: LeadId::derive(&org(), "key"),
        org_name: "Acme".to_owned(),
        form: form(product, support),
        representative: assigned.then(|| representative(0)),
        contact: None,
    };
    Lead::submit(new, &actor(Role::PartnerMember, 0), start()).unwrap()
}

fn commands() -> impl Strategy<Value = Command> {
    let note = || prop::option::of(Just("note".into()));
    let reason = || (0..REASONS.len()).prop_map(|place| REASONS[place].code);
    prop_oneof![
        (0_u8..3, note())
            .prop_map(|(place, note)| Command::Assign { representative: representative(place), note }),
        note().prop_map(|message| Command::RequestSupport { message }),
        note().prop_map(|note| Command::StartWork { note }),
        (any::<bool>(), prop::bool::weighted(0.9), note()).prop_map(|(terms_checked, deal_closed, note)| {
            Command::Award { check: AwardCheck { terms_checked, deal_closed }, note }
        }),
        (reason(), note()).prop_map(|(reason, note)| Command::MarkNotEligible { reason, note }),
        (-1_i64..3)
            .prop_map(|minor| Command::RecordPayout { amount: Money { minor, currency: Currency::USD } }),
        (reason(), note()).prop_map(|(reason, note)| Command::RecordIneligible { reason, note }),
        Just(Command::Reopen { reason: "because".into() }),
        Just(Command::AskRepresentative { message: "when?".into() }),
        fields().prop_map(|fields| Command::RequestInformation { fields, message: "who?".into() }),
        (answers(), note())
            .prop_map(|(form, note)| Command::ProvideInformation { form: Box::new(form), note }),
        Just(Command::Withdraw { reason: "closed".into() }),
        Just(Command::Escalate),
    ]
}

fn fields() -> impl Strategy<Value = Vec<LeadField>> {
    prop::collection::vec((0..LeadField::ALL.len()).prop_map(|place| LeadField::ALL[place]), 0..3)
}

/// Forms that answer some of what might have been asked, of either product and with either answer about support.
fn answers() -> impl Strategy<Value = LeadForm> {
    let text = || prop::option::of("[a-c]");
    (0_usize..2, 0_usize..2, text(), text()).prop_map(|(product, support, phone, website)| LeadForm {
        phone: phone.map(Personal::new),
        website,
        ..form(Product::ALL[product], Support::ALL[support])
    })
}

fn roles() -> impl Strategy<Value = Role> {
    // The sales side more often, so that leads get somewhere.
    prop_oneof![
        (0..Role::ALL.len()).prop_map(|place| Role::ALL[place]),
        Just(Role::Rep),
        Just(Role::SalesManager),
        Just(Role::ProgramAdmin),
    ]
}

#[derive(Debug, Clone)]
struct Try {
    command: Command,
    role: Role,
    place: u8,
    /// Seconds that pass before; a clock may also be set back.
    later: i64,
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = (commands(), roles(), 0_u8..2, -5_i64..100).prop_map(|(command, role, place, later)| Try {
        command,
        role,
        place,
        later,
    });
    prop::collection::vec(one, 0..40)
}

fn leads() -> impl Strategy<Value = Lead> {
    (0_usize..2, 0_usize..2, any::<bool>()).prop_map(|(product, support, assigned)| {
        submit(Product::ALL[product], Support::ALL[support], assigned)
    })
}

/// The mail about the newest event left, or did not yet.
fn tell_partner(lead: &mut Lead, left: bool) {
    let delivery = if left { Delivery::Sent } else { Delivery::Pending };
    let (seq, audience) = (lead.version, "partner".to_owned());
    lead.mails.push(Told { seq, audience, mail: String::new(), delivery });
}

/// Runs the tries; returns each event with the role that caused it.
fn run(lead: &mut Lead, tries: &[Try]) -> Vec<(Event, Role)> {
    let mut now = start();
    let mut events = Vec::new();
    for attempt in tries {
        now += TimeDelta::seconds(attempt.later);
        let before = lead.clone();
        match lead.apply(&attempt.command, &actor(attempt.role, attempt.place), now) {
            Ok(event) => events.push((event, attempt.role)),
            Err(_) => assert_eq!(*lead, before, "a refused command changes nothing"),
        }
        tell_partner(lead, attempt.later % 2 == 0);
    }
    events
}

proptest! {
    #[test]
    fn l1_l2_the_timeline_tells_the_status_and_only_grows(mut lead in leads(), tries in tries()) {
        let mut before = lead.timeline.clone();
        for attempt in &tries {
            run(&mut lead, std::slice::from_ref(attempt));
            prop_assert_eq!(&lead.timeline[..before.len()], &before[..]);
            before = lead.timeline.clone();
        }
        prop_assert!(Status::ALL.contains(&lead.status));
        let submitted = matches!(lead.timeline[0].kind, EventKind::Submitted { .. });
        prop_assert!(submitted);
        let changes: Vec<_> = lead.timeline.iter().filter_map(|event| event.change).collect();
        prop_assert_eq!(changes.last().map(|change| change.to), Some(lead.status));
        prop_assert!(changes.windows(2).all(|pair| pair[1].from == Some(pair[0].to)));
        prop_assert!(lead.timeline.windows(2).all(|pair| pair[0].at < pair[1].at && pair[0].seq + 1 == pair[1].seq));
        prop_assert_eq!(lead.timeline.last().map(|event| event.seq), Some(lead.version));
    }

    #[test]
    fn l3_no_partner_and_no_merchant_moves_a_status(mut lead in leads(), tries in tries()) {
        for (event, role) in run(&mut lead, &tries) {
            if role.side() != Side::Platform {
                prop_assert_eq!(event.change, None);
                let outcome = matches!(event.kind, EventKind::PayoutIssued { .. } | EventKind::FoundIneligible { .. });
                prop_assert!(!outcome);
            }
        }
    }

    #[test]
    fn l4_pos_without_support_stays_submitted_and_alone_has_an_outcome(mut lead in leads(), tries in tries()) {
        for attempt in &tries {
            run(&mut lead, std::slice::from_ref(attempt));
            let still = Track::of(lead.product(), lead.support) == Track::PosNone;
            prop_assert_eq!(lead.outcome.is_some(), still);
            prop_assert!(!still || lead.status == Status::Submitted);
        }
    }

    #[test]
    fn l5_a_live_referral_record_exists_exactly_while_awarded_or_paid(mut lead in leads(), tries in tries()) {
        let mut live: Vec<ReferralId> = Vec::new();
        for attempt in &tries {
            for (event, _) in run(&mut lead, std::slice::from_ref(attempt)) {
                match change_of(&lead, &event) {
                    Some(ReferralChange::Create(record)) => live.push(record.id.clone()),
                    Some(ReferralChange::Reverse(id)) => live.retain(|one| *one != id),
                    None => {}
                }
            }
            let earns = lead.status == Status::Awarded || lead.outcome == Some(Outcome::Paid);
            prop_assert_eq!(live.len(), usize::from(earns));
        }
    }

    #[test]
    fn l6_support_is_never_taken_back(mut lead in leads(), tries in tries()) {
        let mut requested = lead.support == Support::Requested;
        for attempt in &tries {
            run(&mut lead, std::slice::from_ref(attempt));
            prop_assert!(!requested || lead.support == Support::Requested);
            requested = lead.support == Support::Requested;
        }
    }

    #[test]
    fn l9_only_those_who_may_know_of_a_lead_read_it(mut lead in leads(), tries in tries(), role in roles(), place in 0_u8..3) {
        run(&mut lead, &tries);
        let reader = actor(role, place);
        let stranger = Actor { org: Some("other".parse().unwrap()), ..actor(Role::PartnerOwner, 0) };
        prop_assert!(!lead.is_readable_by(&stranger));
        prop_assert_eq!(lead.allowed(&stranger), Vec::new());
        let expected = match role {
            Role::Merchant => false,
            Role::PartnerViewer | Role::PartnerMember | Role::PartnerOwner => true,
            Role::Rep => lead.representative.as_ref().is_some_and(|rep| rep.id == reader.id),
            Role::SalesManager | Role::ProgramAdmin | Role::System => true,
        };
        prop_assert_eq!(lead.is_readable_by(&reader), expected);
    }

    #[test]
    fn l10_every_lead_has_its_next_step_in_every_language(mut lead in leads(), tries in tries()) {
        run(&mut lead, &tries);
        let step = policy::next_step(lead.facts());
        for language in Language::ALL {
            prop_assert!(!step.words.text(language).is_empty());
        }
    }

    #[test]
    fn a_withdrawn_lead_does_not_move_and_a_partner_changes_only_what_was_asked(mut lead in leads(), tries in tries()) {
        for attempt in &tries {
            let before = lead.clone();
            for (event, role) in run(&mut lead, std::slice::from_ref(attempt)) {
                if before.hold() == Some(Hold::Withdrawn) {
                    let is_question = matches!(event.kind, EventKind::QuestionAsked { .. });
                    prop_assert!(is_question, "{:?}", event.kind);
                }
                if lead.form != before.form {
                    prop_assert_eq!(role.side(), Side::Partner);
                    let asked = before.information.as_ref().unwrap();
                    let EventKind::InformationProvided { changes, .. } = &event.kind else { panic!("{event:?}") };
                    prop_assert!(changes.iter().all(|change| asked.fields.contains(&change.field)));
                }
            }
        }
    }

    #[test]
    fn something_is_promised_exactly_while_the_move_is_ours(mut lead in leads(), tries in tries()) {
        for attempt in &tries {
            run(&mut lead, std::slice::from_ref(attempt));
            let ours = lead.facts().is_undecided() && lead.hold().is_none();
            prop_assert_eq!(lead.due.is_some(), ours);
            prop_assert!(lead.due.is_none_or(|due| due.at > due.since && due.since <= lead.updated_at()));
        }
    }

    #[test]
    fn a_broken_promise_is_escalated_once_and_never_changes_the_status(mut lead in leads(), days in 0_i64..80) {
        let system = Actor::system();
        let now = start() + TimeDelta::days(days);
        let (status, due) = (lead.status, lead.due.unwrap());
        let first = lead.apply(&Command::Escalate, &system, now);
        prop_assert_eq!(first.is_ok(), due.is_over(now));
        prop_assert_eq!(lead.apply(&Command::Escalate, &system, now), Err(Refusal::Guard(Guard::PromiseBroken)));
        prop_assert_eq!(lead.status, status);
        // Another representative in another country is the same promise.
        let manager = actor(Role::SalesManager, 0);
        let escalated = lead.is_escalated();
        if lead.apply(&Command::Assign { representative: representative(1), note: None }, &manager, now).is_ok() {
            prop_assert_eq!(lead.is_escalated(), escalated);
        }
    }

    #[test]
    fn what_is_said_to_be_allowed_is_not_refused_as_a_transition(
        mut lead in leads(), tries in tries(), command in commands(), role in roles(), place in 0_u8..2,
    ) {
        run(&mut lead, &tries);
        let actor = actor(role, place);
        let allowed = lead.allowed(&actor).contains(&command.kind());
        let outcome = lead.clone().apply(&command, &actor, start());
        match outcome {
            Ok(_) => prop_assert!(allowed),
            Err(Refusal::InvalidTransition { .. } | Refusal::NotPermitted | Refusal::AlreadySettled | Refusal::SecondPersonNeeded) => {
                prop_assert!(!allowed);
            }
            Err(Refusal::Guard(_) | Refusal::TimelineFull) => prop_assert!(allowed),
        }
    }
}

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
    assert!(matches!(change_of(&lead, &reopened), Some(ReferralChange::Reverse(_))));
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

//! Over random commands.

use crate::world::*;
use chrono::TimeDelta;
use guildhall_domain::actor::{Actor, Role, Side};
use guildhall_domain::lead::{Command, EventKind, Hold, Outcome, Refusal, Status, Support, Track};
use guildhall_domain::policy::{self, Guard, Language};
use guildhall_domain::referral::{ReferralChange, ReferralId, change_of};
use proptest::prelude::*;

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
                    Some(ReferralChange::Create { record, .. }) => live.push(record.id.clone()),
                    Some(ReferralChange::Reverse { id, .. }) => live.retain(|one| *one != id),
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
    fn a_withdrawn_lead_does_not_move_and_a_partner_changes_no_more_than_may_be(mut lead in leads(), tries in tries()) {
        for attempt in &tries {
            let before = lead.clone();
            for (event, role) in run(&mut lead, std::slice::from_ref(attempt)) {
                if before.hold() == Some(Hold::Withdrawn) {
                    let is_question = matches!(event.kind, EventKind::QuestionAsked { .. });
                    prop_assert!(is_question, "{:?}", event.kind);
                }
                if lead.form != before.form {
                    prop_assert!(matches!(role, Role::PartnerMember | Role::PartnerOwner));
                    prop_assert!(before.facts().is_undecided());
                    let changes = match &event.kind {
                        EventKind::InformationProvided { changes, .. } => {
                            let asked = before.information.as_ref().unwrap();
                            prop_assert!(changes.iter().all(|change| asked.fields.contains(&change.field)));
                            changes
                        }
                        EventKind::DetailsCorrected { changes, .. } => changes,
                        other => panic!("{other:?}"),
                    };
                    // The timeline keeps both values of all that is changed, and the rest stays.
                    prop_assert!(!changes.is_empty());
                    for change in changes {
                        prop_assert_eq!(&change.before, &change.field.value(&before.form));
                        prop_assert_eq!(&change.after, &change.field.value(&lead.form));
                    }
                    prop_assert_eq!(lead.product(), before.product());
                    prop_assert_eq!(&lead.form.reference, &before.form.reference);
                    prop_assert_eq!(lead.form.sales_support, before.form.sales_support);
                    prop_assert!(lead.form.consent);
                }
            }
        }
    }

    #[test]
    fn a_correction_moves_neither_a_status_nor_a_promise_nor_a_question(
        mut lead in leads(), tries in tries(), form in corrections(), imported in any::<bool>(),
    ) {
        run(&mut lead, &tries);
        let before = lead.clone();
        let command = Command::CorrectDetails { form: Box::new(form), note: None, imported };
        if lead.apply(&command, &actor(Role::PartnerOwner, 0), start() + TimeDelta::days(1)).is_ok() {
            prop_assert_eq!((lead.status, lead.outcome, lead.support), (before.status, before.outcome, before.support));
            prop_assert_eq!((&lead.information, lead.hold()), (&before.information, before.hold()));
            prop_assert_eq!(lead.due, before.due);
            prop_assert_eq!(lead.version, before.version + 1);
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

use std::collections::BTreeSet;

use super::*;
use crate::actor::{Actor, Role};
use crate::ids::LeadId;
use crate::lead::{
    CommandKind, EventHash, LeadField, LeadForm, NewLead, PlusDetails, ProductDetails, Support,
};
use crate::money::{Currency, Money};
use crate::personal::Personal;
use crate::policy::{Effect, Language, Promise, ReasonCode, TRANSITIONS};
use crate::representative::Representative;

fn actor(id: &str, role: Role) -> Actor {
    let org = (role.side() == Side::Partner).then(|| "acme".parse().unwrap());
    Actor { id: id.parse().unwrap(), name: id.to_owned(), role, org }
}

fn representative(id: &str) -> Representative {
    Representative {
        id: id.parse().unwrap(),
        name: id.to_owned(),
        email: format!("{id}@guildhall.example"),
        phone: String::new(),
        time_zone: "Europe/Stockholm".to_owned(),
        country: "SE".parse().unwrap(),
        language: Language::Sv,
        products: Vec::new(),
        countries: Vec::new(),
        active: true,
    }
}

fn lead() -> Lead {
    let form = LeadForm {
        contact_name: "Anna".into(),
        contact_email: "anna@merchant.example".into(),
        company: "Merchant".to_owned(),
        website: None,
        country: "SE".parse().unwrap(),
        phone: None,
        description: "Fits.".into(),
        existing_store: None,
        reference: None,
        sales_support: Support::None,
        consent: true,
        inquiry: None,
        details: ProductDetails::Plus(PlusDetails::default()),
    };
    let new = NewLead {
        id: LeadId::derive(&"acme".parse().unwrap(), "key"),
        org_name: "Acme".to_owned(),
        form,
        representative: Some(representative("rep")),
        contact: None,
    };
    Lead::submit(new, &actor("member", Role::PartnerMember), chrono::DateTime::UNIX_EPOCH).unwrap()
}

/// What a command comes to.
fn event_of(command: CommandKind) -> EventKind {
    let words = || Personal::from("words");
    let reason = ReasonCode::Other;
    match command {
        CommandKind::Assign => EventKind::Assigned {
            previous: Some(representative("former").reference()),
            representative: representative("rep").reference(),
            note: None,
        },
        CommandKind::RequestSupport => EventKind::SupportRequested { message: None },
        CommandKind::StartWork => EventKind::WorkStarted { note: None },
        CommandKind::Award => EventKind::Awarded { note: None },
        CommandKind::MarkNotEligible => EventKind::MarkedNotEligible { reason, note: None },
        CommandKind::RecordPayout => {
            EventKind::PayoutIssued { amount: Money { minor: 1, currency: Currency::USD } }
        }
        CommandKind::RecordIneligible => EventKind::FoundIneligible { reason, note: None },
        CommandKind::Reopen => EventKind::Reopened { reason: words() },
        CommandKind::AskRepresentative => EventKind::QuestionAsked { message: words() },
        CommandKind::RequestInformation => {
            EventKind::InformationRequested { fields: vec![LeadField::Phone], message: words() }
        }
        CommandKind::ProvideInformation => EventKind::InformationProvided { changes: Vec::new(), note: None },
        CommandKind::CorrectDetails => {
            EventKind::DetailsCorrected { changes: Vec::new(), note: None, imported: false }
        }
        CommandKind::Withdraw => EventKind::Withdrawn { reason: words() },
        CommandKind::Escalate => {
            EventKind::Escalated { promise: Promise::Decision, due_at: chrono::DateTime::UNIX_EPOCH }
        }
    }
}

fn event(kind: EventKind, by: &Actor) -> Event {
    let (at, by, hash) = (chrono::DateTime::UNIX_EPOCH, by.signature(), EventHash::default());
    Event { seq: 3, at, by, change: None, request: None, hash, erased: None, kind }
}

fn told(kind: EventKind, by: &Actor) -> Vec<(Audience, Topic)> {
    let event = event(kind, by);
    told_of(&lead(), &event).map(|row| (row.audience, row.topic)).collect()
}

fn effect(audience: Audience) -> Option<Effect> {
    match audience {
        Audience::Partner => Some(Effect::TellPartner),
        Audience::Representative | Audience::FormerRepresentative => Some(Effect::TellRepresentative),
        Audience::Managers => Some(Effect::TellManagers),
        // A copy of the sender's own words tells nobody of anything.
        Audience::Sender | Audience::Merchant | Audience::Reader | Audience::Invited | Audience::Owner => {
            None
        }
    }
}

#[test]
fn whoever_the_policy_tells_is_told_and_nobody_else_but_on_a_condition() {
    for row in TRANSITIONS {
        let told = tellings(&event_of(row.command));
        let of = |rows: &mut dyn Iterator<Item = &Telling>| -> BTreeSet<String> {
            rows.filter_map(|telling| effect(telling.audience)).map(|effect| format!("{effect:?}")).collect()
        };
        let tells = |effect: &&Effect| {
            matches!(effect, Effect::TellPartner | Effect::TellRepresentative | Effect::TellManagers)
        };
        let by_policy: BTreeSet<_> =
            row.effects.iter().filter(tells).map(|effect| format!("{effect:?}")).collect();
        let ever = of(&mut told.iter());
        let always = of(&mut told.iter().filter(|telling| telling.when == When::Always));
        assert!(by_policy.is_subset(&ever), "{}: {by_policy:?} {ever:?}", row.code);
        assert!(always.is_subset(&by_policy), "{}: {always:?} {by_policy:?}", row.code);
    }
}

#[test]
fn nobody_is_told_of_what_they_did_themselves() {
    let (rep, member) = (actor("rep", Role::Rep), actor("member", Role::PartnerMember));
    let colleague = actor("colleague", Role::PartnerOwner);
    let support = || event_of(CommandKind::RequestSupport);
    assert_eq!(told(support(), &rep), [(Audience::Partner, Topic::LeadProgress)]);
    assert_eq!(told(support(), &member), [(Audience::Representative, Topic::LeadQuestion)]);
    let withdrawal = || event_of(CommandKind::Withdraw);
    assert_eq!(told(withdrawal(), &member), [(Audience::Representative, Topic::LeadAssignment)]);
    assert_eq!(
        told(withdrawal(), &colleague),
        [(Audience::Representative, Topic::LeadAssignment), (Audience::Partner, Topic::LeadProgress)]
    );
}

#[test]
fn nobody_is_told_by_mail_of_what_came_with_a_file() {
    let mut lead = lead();
    if let Some(EventKind::Submitted { imported, .. }) =
        lead.timeline.first_mut().map(|first| &mut first.kind)
    {
        *imported = true;
    }
    let told = |event: &Event| told_of(&lead, event).count();
    // The submission and the routing that followed it.
    assert_eq!(lead.timeline.iter().map(told).collect::<Vec<_>>(), [0, 0]);
    let member = actor("member", Role::PartnerMember);
    let correction = |imported| EventKind::DetailsCorrected { changes: Vec::new(), note: None, imported };
    assert_eq!(told(&event(correction(true), &member)), 0);
    assert_eq!(told(&event(correction(false), &member)), 1);
    // What people do with it later is told of as ever.
    let assignment = event(event_of(CommandKind::Assign), &actor("manager", Role::SalesManager));
    assert_eq!(told(&assignment), 3);
    assert_eq!(told(&event(event_of(CommandKind::StartWork), &actor("rep", Role::Rep))), 1);
}

#[test]
fn whoever_submits_or_asks_has_it_in_writing() {
    let member = actor("member", Role::PartnerMember);
    let submission = EventKind::Submitted { support: Support::None, imported: false };
    assert_eq!(told(submission, &member), [(Audience::Partner, Topic::LeadConfirmation)]);
    let question = event_of(CommandKind::AskRepresentative);
    assert_eq!(
        told(question, &member),
        [(Audience::Representative, Topic::LeadQuestion), (Audience::Sender, Topic::LeadQuestion)]
    );
}

#[test]
fn the_first_assignment_concerns_the_representative_and_a_later_one_all_three() {
    let system = Actor::system();
    let representative = representative("rep").reference();
    let first = EventKind::Assigned { previous: None, representative, note: None };
    assert_eq!(told(first, &system), [(Audience::Representative, Topic::LeadAssignment)]);
    let later: Vec<_> =
        told(event_of(CommandKind::Assign), &system).into_iter().map(|(who, _)| who).collect();
    assert_eq!(later, [Audience::Representative, Audience::FormerRepresentative, Audience::Partner]);
}

#[test]
fn an_assignment_tells_those_whom_it_names_whoever_has_the_lead_since() {
    let mut lead = lead();
    lead.representative = Some(representative("third").reference());
    let event = event(event_of(CommandKind::Assign), &Actor::system());
    let id = |audience| representative_told(audience, &lead, &event).map(|rep| rep.id.as_str().to_owned());
    assert_eq!(id(Audience::Representative).as_deref(), Some("rep"));
    assert_eq!(id(Audience::FormerRepresentative).as_deref(), Some("former"));
    assert_eq!(id(Audience::Partner), None);
}

#[test]
fn what_is_about_taking_an_award_back_cannot_be_switched_off() {
    for kind in [EventKind::ReopenProposed { reason: "words".into() }, event_of(CommandKind::Reopen)] {
        for telling in tellings(&kind) {
            assert!(telling.topic.is_mandatory());
        }
    }
}

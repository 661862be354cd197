//! What becomes an entry of the audit log, and what does not.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role, Side};
use guildhall_domain::audit::{AuditAct, AuditDetail, SubjectKind, of_lead, of_profile};
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{
    Event, EventHash, EventKind, Lead, LeadForm, NewLead, PlusDetails, ProductDetails, Support,
};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::{Language, Promise, ReasonCode};
use guildhall_domain::profile::{
    Availability, PartnerProfile, ProfileContent, ProfileEvent, ProfileEventKind, Standing,
};
use guildhall_domain::representative::RepRef;
use guildhall_domain::taxonomy::Tier;

fn noon() -> DateTime<Utc> {
    "2026-07-15T12:00:00Z".parse().unwrap()
}

fn actor(role: Role) -> Actor {
    let org = (role.side() == Side::Partner).then(|| "acme".parse().unwrap());
    Actor { id: "somebody".parse().unwrap(), name: "Some Body".to_owned(), role, org }
}

fn lead() -> Lead {
    let form = LeadForm {
        contact_name: "Anna".into(),
        contact_email: "anna@shop.example".into(),
        company: "Shop".to_owned(),
        website: None,
        country: "SE".parse().unwrap(),
        phone: None,
        description: "A fit".into(),
        existing_store: None,
        reference: None,
        sales_support: Support::None,
        consent: true,
        inquiry: None,
        details: ProductDetails::Plus(PlusDetails::default()),
    };
    let id = LeadId::derive(&"acme".parse().unwrap(), "key");
    let new = NewLead { id, org_name: "Acme".to_owned(), form, representative: None, contact: None };
    Lead::submit(new, &actor(Role::PartnerMember), noon()).unwrap()
}

fn event(kind: EventKind, role: Role) -> Event {
    let by = actor(role).signature();
    let (at, hash) = (noon() + TimeDelta::hours(1), EventHash::default());
    Event { seq: 2, at, by, change: None, request: None, hash, erased: None, kind }
}

/// One event of each kind, with what it is in the log when somebody of the sales team does it.
fn kinds() -> Vec<(EventKind, Option<AuditAct>)> {
    let representative = RepRef { id: "rep-mikael".parse().unwrap(), name: "Mikael".to_owned() };
    let note = || Some(Personal::from("why"));
    let reason = ReasonCode::Duplicate;
    vec![
        (EventKind::Submitted { support: Support::None, imported: false }, None),
        (EventKind::Assigned { previous: None, representative, note: note() }, Some(AuditAct::LeadAssigned)),
        (EventKind::SupportRequested { message: note() }, Some(AuditAct::SupportRequested)),
        (EventKind::WorkStarted { note: note() }, Some(AuditAct::WorkStarted)),
        (EventKind::Awarded { note: note() }, Some(AuditAct::Awarded)),
        (EventKind::MarkedNotEligible { reason, note: note() }, Some(AuditAct::MarkedNotEligible)),
        (
            EventKind::PayoutIssued { amount: Money { minor: 50_000, currency: Currency::USD } },
            Some(AuditAct::PayoutRecorded),
        ),
        (EventKind::FoundIneligible { reason, note: note() }, Some(AuditAct::FoundIneligible)),
        (EventKind::ReopenProposed { reason: "why".into() }, Some(AuditAct::ReopenProposed)),
        (EventKind::Reopened { reason: "why".into() }, Some(AuditAct::Reopened)),
        (EventKind::QuestionAsked { message: "when?".into() }, None),
        (
            EventKind::InformationRequested { fields: Vec::new(), message: "why".into() },
            Some(AuditAct::InformationRequested),
        ),
        (EventKind::InformationProvided { changes: Vec::new(), note: note() }, None),
        (EventKind::DetailsCorrected { changes: Vec::new(), note: note(), imported: false }, None),
        (EventKind::Withdrawn { reason: "why".into() }, None),
        (EventKind::Escalated { promise: Promise::Decision, due_at: noon() }, Some(AuditAct::Escalated)),
    ]
}

#[test]
fn what_the_platforms_people_do_to_a_lead_is_kept_and_what_partners_do_is_not() {
    let lead = lead();
    for (kind, act) in kinds() {
        for role in Role::ALL {
            let entry = of_lead(&lead, &event(kind.clone(), role));
            let expected = match role {
                Role::Rep | Role::SalesManager | Role::ProgramAdmin => act,
                // Nobody escalates but the clock.
                Role::System => act.filter(|act| *act == AuditAct::Escalated),
                Role::Merchant | Role::PartnerViewer | Role::PartnerMember | Role::PartnerOwner => None,
            };
            assert_eq!(entry.map(|entry| entry.act), expected, "{kind:?} by {role:?}");
        }
    }
}

#[test]
fn an_entry_says_who_did_what_to_what_when_and_why() {
    let lead = lead();
    let kind =
        EventKind::MarkedNotEligible { reason: ReasonCode::Duplicate, note: Some("see lead 7".into()) };
    let event = event(kind, Role::SalesManager);
    let entry = of_lead(&lead, &event).unwrap();
    assert_eq!((entry.at, &entry.by), (event.at, &event.by));
    assert_eq!((entry.subject.kind, entry.subject.id), (SubjectKind::Lead, lead.id.to_string()));
    assert_eq!(entry.subject.name, "Shop");
    let organisation = entry.organisation.unwrap();
    assert_eq!((organisation.id.as_str(), organisation.name.as_deref()), ("acme", Some("Acme")));
    assert_eq!(entry.detail, Some(AuditDetail::Reason { reason: ReasonCode::Duplicate }));
    assert_eq!(entry.note.unwrap().as_str(), "see lead 7");
}

#[test]
fn one_event_has_one_id_and_no_other_event_has_it() {
    let lead = lead();
    let at = |seq| {
        let event = Event { seq, ..event(EventKind::WorkStarted { note: None }, Role::Rep) };
        of_lead(&lead, &event).unwrap().id
    };
    assert_eq!(at(2), at(2));
    let ids: BTreeSet<_> = (1..50).map(at).collect();
    assert_eq!(ids.len(), 49);
}

#[test]
fn what_the_programme_decides_about_a_profile_is_kept_and_what_the_partner_does_is_not() {
    let profile = profile();
    let text = || "why".to_owned();
    for (kind, act) in [
        (ProfileEventKind::Created, None),
        (ProfileEventKind::MovedOver, None),
        (ProfileEventKind::Edited, None),
        (ProfileEventKind::Submitted, None),
        (ProfileEventKind::Hidden, None),
        (ProfileEventKind::Shown, None),
        (ProfileEventKind::Approved, Some(AuditAct::ProfileApproved)),
        (ProfileEventKind::ChangesAsked { note: text() }, Some(AuditAct::ProfileChangesAsked)),
        (ProfileEventKind::Suspended { reason: text() }, Some(AuditAct::ProfileSuspended)),
        (ProfileEventKind::Reinstated { note: text() }, Some(AuditAct::ProfileReinstated)),
        (ProfileEventKind::TierChanged { from: Tier::Select, to: Tier::Plus }, Some(AuditAct::TierChanged)),
    ] {
        let event = ProfileEvent { seq: 3, at: noon(), by: actor(Role::ProgramAdmin).signature(), kind };
        let entry = of_profile(&profile, &event);
        assert_eq!(entry.as_ref().map(|entry| entry.act), act, "{event:?}");
        if let Some(entry) = entry {
            assert_eq!((entry.subject.id.as_str(), entry.at), ("acme-studio", noon()));
        }
    }
}

fn profile() -> PartnerProfile {
    let handle = "acme-studio".parse().unwrap();
    let content = ProfileContent {
        name: "Acme Studio".to_owned(),
        tagline: String::new(),
        bio: String::new(),
        contact_email: "hello@acme.example".into(),
        contact_language: Language::Sv,
        contact_phone: None,
        website: None,
        city: "Malmö".to_owned(),
        country: "SE".parse().unwrap(),
        supported_countries: Vec::new(),
        languages: Vec::new(),
        industries: Vec::new(),
        services: Vec::new(),
        featured_work: Vec::new(),
        social: Vec::new(),
        availability: Availability::Open,
    };
    let standing = Standing { tier: Tier::Select, partner_since: noon().date_naive(), referrals_year: 0 };
    let owner = actor(Role::PartnerOwner);
    PartnerProfile::create("acme".parse().unwrap(), handle, content, standing, &owner, noon()).unwrap()
}

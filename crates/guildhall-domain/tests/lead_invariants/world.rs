//! A lead to try things on, and strategies for what may be tried.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role, Side};
use guildhall_domain::delivery::Delivery;
use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::lead::{
    AwardCheck, Command, Event, Lead, LeadField, LeadForm, NewLead, PlusDetails, PosDetails, Product,
    ProductDetails, Support, Told,
};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::{Language, REASONS};
use guildhall_domain::representative::Representative;
use proptest::prelude::*;
pub(crate) fn org() -> OrgId {
    "acme".parse().unwrap()
}

pub(crate) fn actor(role: Role, place: u8) -> Actor {
    let org = (role.side() == Side::Partner).then(org);
    // Place 0 is the representative who has the lead, and the manager who proposes.
    let id = format!("{role:?}-{place}").parse().unwrap();
    Actor { id, name: format!("{role:?}"), role, org }
}

pub(crate) fn representative(place: u8) -> Representative {
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

pub(crate) fn form(product: Product, support: Support) -> LeadForm {
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

pub(crate) fn start() -> DateTime<Utc> {
    "2026-01-15T09:00:00Z".parse().unwrap()
}

pub(crate) fn submit(product: Product, support: Support, assigned: bool) -> Lead {
    let new = NewLead {
        id: LeadId::derive(&org(), "key"),
        org_name: "Acme".to_owned(),
        form: form(product, support),
        representative: assigned.then(|| representative(0)),
        contact: None,
    };
    Lead::submit(new, &actor(Role::PartnerMember, 0), start()).unwrap()
}

pub(crate) fn commands() -> impl Strategy<Value = Command> {
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
        (corrections(), note(), any::<bool>()).prop_map(|(form, note, imported)| {
            Command::CorrectDetails { form: Box::new(form), note, imported }
        }),
        Just(Command::Withdraw { reason: "closed".into() }),
        Just(Command::Escalate),
    ]
}

pub(crate) fn fields() -> impl Strategy<Value = Vec<LeadField>> {
    prop::collection::vec((0..LeadField::ALL.len()).prop_map(|place| LeadField::ALL[place]), 0..3)
}

/// Forms that answer some of what might have been asked, of either product and with either answer about support.
pub(crate) fn answers() -> impl Strategy<Value = LeadForm> {
    let text = || prop::option::of("[a-c]");
    (0_usize..2, 0_usize..2, text(), text()).prop_map(|(product, support, phone, website)| LeadForm {
        phone: phone.map(Personal::new),
        website,
        ..form(Product::ALL[product], Support::ALL[support])
    })
}

/// Forms that correct something, or nothing, of either product; some change what must stay.
pub(crate) fn corrections() -> impl Strategy<Value = LeadForm> {
    let reference = prop::option::weighted(0.1, Just("A-1".to_owned()));
    (answers(), "[a-c]", reference, prop::bool::weighted(0.9))
        .prop_map(|(form, company, reference, consent)| LeadForm { company, reference, consent, ..form })
}

pub(crate) fn roles() -> impl Strategy<Value = Role> {
    // The sales side more often, so that leads get somewhere.
    prop_oneof![
        (0..Role::ALL.len()).prop_map(|place| Role::ALL[place]),
        Just(Role::Rep),
        Just(Role::SalesManager),
        Just(Role::ProgramAdmin),
    ]
}

#[derive(Debug, Clone)]
pub(crate) struct Try {
    pub(crate) command: Command,
    pub(crate) role: Role,
    pub(crate) place: u8,
    /// Seconds that pass before; a clock may also be set back.
    pub(crate) later: i64,
}

pub(crate) fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = (commands(), roles(), 0_u8..2, -5_i64..100).prop_map(|(command, role, place, later)| Try {
        command,
        role,
        place,
        later,
    });
    prop::collection::vec(one, 0..40)
}

pub(crate) fn leads() -> impl Strategy<Value = Lead> {
    (0_usize..2, 0_usize..2, any::<bool>()).prop_map(|(product, support, assigned)| {
        submit(Product::ALL[product], Support::ALL[support], assigned)
    })
}

/// The mail about the newest event left, or did not yet.
pub(crate) fn tell_partner(lead: &mut Lead, left: bool) {
    let delivery = if left { Delivery::Sent } else { Delivery::Pending };
    let (seq, audience) = (lead.version, "partner".to_owned());
    lead.mails.push(Told { seq, audience, mail: String::new(), delivery });
}

/// Runs the tries; returns each event with the role that caused it.
pub(crate) fn run(lead: &mut Lead, tries: &[Try]) -> Vec<(Event, Role)> {
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

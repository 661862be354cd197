//! Leads to which everything happens that can.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role, Side};
use guildhall_domain::delivery::Delivery;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{
    AnnualRevenue, AwardCheck, Command, Event, ExpectedTiming, Lead, LeadField, LeadForm, NewLead,
    PaymentsInterest, PlusDetails, PosDetails, Product, ProductDetails, Support, Told,
};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::notice::{Audience, Contact};
use guildhall_domain::policy::{Language, ReasonCode};
use guildhall_domain::representative::Representative;

/// What happened to a lead, and the event that is told of.
pub(super) struct Story {
    pub(super) name: &'static str,
    make: fn() -> Lead,
}

impl Story {
    pub(super) fn lead(&self) -> Lead {
        (self.make)()
    }

    /// The lead, and the event that is told of: the submission, or else the last.
    pub(super) fn told(&self) -> (Lead, Event) {
        let lead = self.lead();
        let event = match self.name {
            "submitted" => lead.timeline.first(),
            _ => lead.timeline.last(),
        };
        let event = event.unwrap().clone();
        (lead, event)
    }
}

macro_rules! stories {
    ($($name:ident),+ $(,)?) => {
        pub(super) const STORIES: &[Story] = &[$(Story { name: stringify!($name), make: $name }),+];
    };
}

stories![
    submitted,
    assigned,
    reassigned,
    support_requested,
    support_entered_by_sales,
    work_started,
    awarded,
    not_eligible,
    payout_issued,
    found_ineligible,
    reopen_proposed,
    reopened,
    question_asked,
    information_requested,
    information_provided,
    details_corrected,
    withdrawn,
    escalated,
];

/// Monday at noon, and each further thing a day later.
fn day(number: i64) -> DateTime<Utc> {
    "2026-03-02T12:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(number)
}

fn actor(id: &str, name: &str, role: Role) -> Actor {
    let org = (role.side() == Side::Partner).then(|| "norrsken".parse().unwrap());
    Actor { id: id.parse().unwrap(), name: name.to_owned(), role, org }
}

fn linnea() -> Actor {
    actor("norrsken-member", "Linnea Björk", Role::PartnerMember)
}

fn oskar() -> Actor {
    actor("norrsken-owner", "Oskar Lind", Role::PartnerOwner)
}

fn astrid() -> Actor {
    actor("rep-astrid", "Astrid Holm", Role::Rep)
}

fn miriam() -> Actor {
    actor("manager", "Miriam Okonkwo", Role::SalesManager)
}

fn representative(id: &str, name: &str) -> Representative {
    Representative {
        id: id.parse().unwrap(),
        name: name.to_owned(),
        email: format!("{id}@guildhall.example"),
        phone: "+46 8 555 01 42".to_owned(),
        time_zone: "Europe/Stockholm".to_owned(),
        country: "SE".parse().unwrap(),
        language: Language::Sv,
        products: Product::ALL.to_vec(),
        countries: Vec::new(),
        active: true,
    }
}

fn form(support: Support, details: ProductDetails) -> LeadForm {
    LeadForm {
        contact_name: "Ingrid Hallström".into(),
        contact_email: "ingrid@lampverket.example".into(),
        company: "Lampverket & Söner AB".to_owned(),
        website: Some("https://lampverket.example".to_owned()),
        country: "SE".parse().unwrap(),
        phone: Some("+46 70 123 45 67".into()),
        description: "They sell 2,100 lamps in six shops and one web store.\nThey want one stock.".into(),
        existing_store: Some("lampverket.myshopify.com".to_owned()),
        reference: Some("A-2026-17".to_owned()),
        sales_support: support,
        consent: true,
        inquiry: None,
        details,
    }
}

fn plus() -> ProductDetails {
    ProductDetails::Plus(PlusDetails {
        expected_timing: Some(ExpectedTiming::WithinThreeMonths),
        current_platform: Some("Magento 2.4".to_owned()),
        annual_revenue: Some(AnnualRevenue::FiveToTwenty),
    })
}

fn pos() -> ProductDetails {
    ProductDetails::Pos(PosDetails {
        location_count: Some(6),
        current_pos: Some("Paper".to_owned()),
        payments_interest: Some(PaymentsInterest::Unsure),
    })
}

fn submit(form: LeadForm, is_assigned: bool) -> Lead {
    let new = NewLead {
        id: LeadId::derive(&"norrsken".parse().unwrap(), "key"),
        org_name: "Norrsken Commerce AB".to_owned(),
        form,
        representative: is_assigned.then(|| representative("rep-astrid", "Astrid Holm")),
        contact: Some(Contact { email: "linnea@norrsken.example".into(), language: Language::Sv }),
    };
    Lead::submit(new, &linnea(), day(0)).unwrap()
}

fn apply(lead: &mut Lead, command: &Command, actor: &Actor, day_number: i64) {
    lead.apply(command, actor, day(day_number)).unwrap();
}

fn submitted() -> Lead {
    submit(form(Support::Requested, plus()), true)
}

fn assigned() -> Lead {
    submitted()
}

fn reassigned() -> Lead {
    let mut lead = submitted();
    let note = Some("Astrid is on leave until May.".into());
    let to = representative("rep-chau", "Lê Minh Châu");
    apply(&mut lead, &Command::Assign { representative: to, note }, &miriam(), 1);
    lead
}

fn support_requested() -> Lead {
    let mut lead = submit(form(Support::None, plus()), true);
    let message = Some("They ask for a price for six shops.".into());
    apply(&mut lead, &Command::RequestSupport { message }, &linnea(), 1);
    lead
}

fn support_entered_by_sales() -> Lead {
    let mut lead = submit(form(Support::None, pos()), true);
    let message = Some("Agreed on the phone with Linnea.".into());
    apply(&mut lead, &Command::RequestSupport { message }, &astrid(), 1);
    lead
}

fn work_started() -> Lead {
    let mut lead = submitted();
    let note = Some("First call booked for Thursday.".into());
    apply(&mut lead, &Command::StartWork { note }, &astrid(), 1);
    lead
}

fn awarded() -> Lead {
    let mut lead = work_started();
    let check = AwardCheck { terms_checked: true, deal_closed: true };
    let note = Some("Signed today. Thank you!".into());
    apply(&mut lead, &Command::Award { check, note }, &astrid(), 2);
    lead
}

fn not_eligible() -> Lead {
    let mut lead = work_started();
    reject(&mut lead);
    lead
}

/// Decides that nothing comes of it.
pub(super) fn reject(lead: &mut Lead) {
    let note = Some("They bought it in 2021.".into());
    let command = Command::MarkNotEligible { reason: ReasonCode::ExistingCustomer, note };
    apply(lead, &command, &astrid(), 3);
}

fn payout_issued() -> Lead {
    let mut lead = submit(form(Support::None, pos()), true);
    let admin = actor("admin", "Noor de Vries", Role::ProgramAdmin);
    let amount = Money { minor: 123_450, currency: Currency::USD };
    apply(&mut lead, &Command::RecordPayout { amount }, &admin, 4);
    lead
}

fn found_ineligible() -> Lead {
    let mut lead = submit(form(Support::None, pos()), true);
    let note = Some("The promotion ended before they ordered.".into());
    let command = Command::RecordIneligible { reason: ReasonCode::TermsNotMet, note };
    apply(&mut lead, &command, &astrid(), 4);
    lead
}

fn reopen_proposed() -> Lead {
    let mut lead = awarded();
    let reason = "The agreement was signed by somebody who may not sign.".into();
    apply(&mut lead, &Command::Reopen { reason }, &miriam(), 5);
    lead
}

fn reopened() -> Lead {
    let mut lead = reopen_proposed();
    let seq = lead.version;
    let audience = Audience::Partner.code().to_owned();
    lead.mails.push(Told { seq, audience, mail: "mail".to_owned(), delivery: Delivery::Sent });
    let reason = "Confirmed with the legal team.".into();
    let second = actor("manager-2", "Jonas Ek", Role::SalesManager);
    apply(&mut lead, &Command::Reopen { reason }, &second, 6);
    lead
}

fn question_asked() -> Lead {
    let mut lead = submitted();
    let message = "When do you call them?\nThey are closed on Mondays.".into();
    apply(&mut lead, &Command::AskRepresentative { message }, &linnea(), 1);
    lead
}

fn information_requested() -> Lead {
    let mut lead = submitted();
    let fields = vec![LeadField::Phone, LeadField::AnnualRevenue];
    let message = "The number does not answer, and the revenue seems high.".into();
    apply(&mut lead, &Command::RequestInformation { fields, message }, &astrid(), 1);
    lead
}

fn information_provided() -> Lead {
    let mut lead = information_requested();
    let mut answer = lead.form.clone();
    answer.phone = None;
    let ProductDetails::Plus(plus) = &mut answer.details else { panic!("a Plus lead") };
    plus.annual_revenue = Some(AnnualRevenue::OneToFive);
    let note = Some("She prefers mail.".into());
    apply(&mut lead, &Command::ProvideInformation { form: Box::new(answer), note }, &oskar(), 2);
    lead
}

fn details_corrected() -> Lead {
    let mut lead = submitted();
    let form =
        LeadForm { contact_email: "lovisa@lampverket.example".into(), phone: None, ..lead.form.clone() };
    let note = Some("Ingrid has left.".into());
    let command = Command::CorrectDetails { form: Box::new(form), note, imported: false };
    apply(&mut lead, &command, &oskar(), 1);
    lead
}

fn withdrawn() -> Lead {
    let mut lead = submitted();
    apply(&mut lead, &Command::Withdraw { reason: "They closed their shops.".into() }, &oskar(), 2);
    lead
}

fn escalated() -> Lead {
    let mut lead = submitted();
    apply(&mut lead, &Command::Escalate, &Actor::system(), 10);
    lead
}

/// A lead in which everything that people type is this.
pub(super) fn typed(text: &str) -> Lead {
    let mut form = form(Support::Requested, plus());
    form.company = text.to_owned();
    form.contact_name = text.into();
    form.description = text.into();
    let mut lead = submit(form, true);
    apply(&mut lead, &Command::AskRepresentative { message: text.into() }, &linnea(), 1);
    apply(&mut lead, &Command::StartWork { note: Some(text.into()) }, &astrid(), 2);
    lead
}

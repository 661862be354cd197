//! Leads as people would submit them, and the people who move them.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::lead::{
    AwardCheck, Command, Lead, LeadForm, NewLead, PlusDetails, PosDetails, Product, ProductDetails, Support,
};
use guildhall_domain::policy::Language;
use guildhall_domain::representative::Representative;
use guildhall_store::{Commit, Leads};

pub(crate) fn org(name: &str) -> OrgId {
    name.parse().unwrap()
}

pub(crate) fn noon() -> DateTime<Utc> {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

fn actor(id: &str, name: &str, role: Role, org: Option<OrgId>) -> Actor {
    Actor { id: id.parse().unwrap(), name: name.to_owned(), role, org }
}

pub(crate) fn member(org: &OrgId) -> Actor {
    actor("u-maria", "Maria Lind", Role::PartnerMember, Some(org.clone()))
}

pub(crate) fn rep() -> Actor {
    actor("rep-erik", "Erik Holm", Role::Rep, None)
}

pub(crate) fn manager() -> Actor {
    actor("mgr-sara", "Sara Berg", Role::SalesManager, None)
}

pub(crate) fn admin() -> Actor {
    actor("adm-olle", "Olle Ek", Role::ProgramAdmin, None)
}

pub(crate) fn representative(id: &str, name: &str) -> Representative {
    Representative {
        id: id.parse().unwrap(),
        name: name.to_owned(),
        email: format!("{id}@guildhall.example"),
        phone: "+46 8 555 01 23".to_owned(),
        time_zone: "Europe/Stockholm".to_owned(),
        country: "SE".parse().unwrap(),
        language: Language::Sv,
        products: Product::ALL.to_vec(),
        countries: Vec::new(),
        active: true,
    }
}

pub(crate) fn form(product: Product, support: Support) -> LeadForm {
    LeadForm {
        contact_name: "Anna Sjöström".into(),
        contact_email: "anna@acme.example".into(),
        company: "Acme AB".to_owned(),
        website: Some("https://acme.example".to_owned()),
        country: "SE".parse().unwrap(),
        phone: Some("+46 70 123 45 67".into()),
        description: "Sells outdoor gear from two shops and wants one system for both.".into(),
        existing_store: None,
        reference: None,
        sales_support: support,
        consent: true,
        inquiry: None,
        details: match product {
            Product::Plus => ProductDetails::Plus(PlusDetails::default()),
            Product::Pos => {
                ProductDetails::Pos(PosDetails { location_count: Some(2), ..PosDetails::default() })
            }
        },
    }
}

/// A lead that somebody just submitted under a key.
pub(crate) fn lead_of(org: &OrgId, key: &str, form: LeadForm) -> Lead {
    let new = NewLead {
        id: LeadId::derive(org, key),
        org_name: "Acme Studio".to_owned(),
        form,
        representative: Some(representative("rep-erik", "Erik Holm")),
        contact: None,
    };
    Lead::submit(new, &member(org), noon()).unwrap()
}

/// A Plus lead with sales support.
pub(crate) fn lead(org: &OrgId, key: &str) -> Lead {
    lead_of(org, key, form(Product::Plus, Support::Requested))
}

/// Many leads of one organisation that differ in what lists sort and search by.
pub(crate) fn many(org: &OrgId, count: usize) -> Vec<Lead> {
    const COMPANIES: [&str; 7] = ["Åhléns", "Björk & Co", "cykel", "Đặng Shop", "Ekø", "Fika AB", "acme"];
    (0..count)
        .map(|place| {
            let product = Product::ALL[place % 2];
            let support = Support::ALL[place / 2 % 2];
            let mut form = form(product, support);
            form.company = format!("{} {}", COMPANIES[place % COMPANIES.len()], place % 11);
            form.contact_email = format!("buyer{}@shop{}.example", place % 13, place % 5).as_str().into();
            form.website = (place % 3 != 0).then(|| format!("https://shop{}.example", place % 17));
            let mut lead = lead_of(org, &format!("many-{place}"), form);
            lead.timeline[0].at += TimeDelta::minutes(i64::try_from(place % 50).unwrap());
            lead
        })
        .collect()
}

pub(crate) fn start_work() -> Command {
    Command::StartWork { note: None }
}

pub(crate) fn award() -> Command {
    Command::Award { check: AwardCheck { terms_checked: true, deal_closed: true }, note: None }
}

pub(crate) fn ask(message: &str) -> Command {
    Command::AskRepresentative { message: message.into() }
}

pub(crate) fn reopen() -> Command {
    Command::Reopen { reason: "The contract was cancelled.".into() }
}

/// Applies a command and commits it; nobody is in the way.
pub(crate) async fn step(leads: &Leads, lead: &mut Lead, command: &Command, actor: &Actor) {
    let later = lead.updated_at() + TimeDelta::hours(1);
    lead.apply(command, actor, later).unwrap();
    assert_eq!(leads.commit(lead).await.unwrap(), Commit::Done);
}

//! Leads, the people around them, and what they want by mail.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role, Side, Stamp};
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{Lead, LeadForm, NewLead, PlusDetails, Product, ProductDetails, Support};
use guildhall_domain::notice::{Contact, LeadMail, Person, Preferences, Topic};
use guildhall_domain::policy::Language;
use guildhall_domain::representative::Representative;
use guildhall_store::{Kept, KeptPut, Leads, People, Roster, Table};

pub(crate) const SUBMITTER: &str = "linnea@norrsken.example";
pub(crate) const REPRESENTATIVE: &str = "rep-astrid@guildhall.example";

pub(crate) fn day(number: i64) -> DateTime<Utc> {
    "2026-03-02T12:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(number)
}

pub(crate) fn actor(id: &str, role: Role) -> Actor {
    let org = (role.side() == Side::Partner).then(|| "norrsken".parse().unwrap());
    Actor { id: id.parse().unwrap(), name: format!("Somebody {id}"), role, org }
}

pub(crate) fn member() -> Actor {
    actor("member", Role::PartnerMember)
}

pub(crate) fn astrid() -> Actor {
    actor("rep-astrid", Role::Rep)
}

pub(crate) fn manager() -> Actor {
    actor("manager", Role::SalesManager)
}

pub(crate) fn representative(id: &str, active: bool) -> Representative {
    Representative {
        id: id.parse().unwrap(),
        name: format!("Somebody {id}"),
        email: format!("{id}@guildhall.example"),
        phone: "+46 8 555 01 42".to_owned(),
        time_zone: "Europe/Stockholm".to_owned(),
        country: "SE".parse().unwrap(),
        language: Language::Vi,
        products: Product::ALL.to_vec(),
        countries: Vec::new(),
        active,
    }
}

/// A lead that was submitted just now, by somebody who reads Swedish.
pub(crate) fn lead(key: &str, representative: Option<Representative>, contact: Option<Contact>) -> Lead {
    let form = LeadForm {
        contact_name: "Ingrid Hallström".into(),
        contact_email: "ingrid@lampverket.example".into(),
        company: format!("Lampverket {key}"),
        website: None,
        country: "SE".parse().unwrap(),
        phone: None,
        description: "They want one stock.".into(),
        existing_store: None,
        reference: None,
        sales_support: Support::Requested,
        consent: true,
        inquiry: None,
        details: ProductDetails::Plus(PlusDetails::default()),
    };
    let id = LeadId::derive(&"norrsken".parse().unwrap(), key);
    let org_name = "Norrsken Commerce AB".to_owned();
    Lead::submit(NewLead { id, org_name, form, representative, contact }, &member(), day(0)).unwrap()
}

pub(crate) fn contact() -> Contact {
    Contact { email: SUBMITTER.into(), language: Language::Sv }
}

/// A lead in the table that Astrid has.
pub(crate) async fn submit(table: &Table, key: &str) -> Lead {
    let astrid = representative("rep-astrid", true);
    Roster::new(table.clone()).put(&astrid).await.unwrap();
    let lead = lead(key, Some(astrid), Some(contact()));
    Leads::new(table.clone()).create(&lead, key).await.unwrap();
    lead
}

/// Somebody says what they do without.
pub(crate) async fn switch_off(table: &Table, id: &str, role: Role, topics: &[Topic]) {
    let person = Person {
        id: id.parse().unwrap(),
        name: "Somebody".into(),
        email: Some("new@norrsken.example".into()),
        role,
        org: (role.side() == Side::Partner).then(|| "norrsken".parse().unwrap()),
        preferences: Preferences { language: Language::En, off: topics.iter().copied().collect() },
    };
    let put = People::new(table.clone()).put(Kept::first(person)).await.unwrap();
    assert!(matches!(put, KeptPut::Done(_)));
}

/// The organisation wants its mail about leads somewhere else.
pub(crate) async fn lead_address(table: &Table, email: &str) {
    let mail = LeadMail { to: Some(Contact { email: email.into(), language: Language::Vi }) };
    let stamp = Stamp { by: member().signature(), at: day(0) };
    let kept = Kept::after(0, mail, stamp);
    People::new(table.clone()).put_lead_mail(&"norrsken".parse().unwrap(), kept).await.unwrap();
}

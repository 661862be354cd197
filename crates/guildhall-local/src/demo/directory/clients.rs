//! The merchants who write inquiries and reviews: made-up people of the same kind as those that partners refer.

use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::country::Country;
use guildhall_domain::inquiry::{Budget, InquiryForm};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::taxonomy::Service;

use crate::demo::dice::Dice;
use crate::demo::merchants::{Merchant, Merchants};
use crate::demo::teller::named;
use crate::people::{NORRSKEN, SAIGON_WEB};

/// A merchant who signs in.
#[derive(Debug, Clone)]
pub(super) struct Client {
    pub(super) actor: Actor,
    pub(super) language: Language,
    pub(super) company: String,
    pub(super) website: String,
    email: String,
    phone: Option<String>,
    pub(super) country: Country,
}

/// How many there are of each kind of place.
const NORTH: usize = 380;
const SOUTH_EAST: usize = 200;

/// Everybody, north and south-east mixed.
pub(super) fn everybody(dice: &mut Dice) -> Vec<Client> {
    let mut merchants = Merchants::default();
    let mut all: Vec<_> = (0..NORTH).map(|_| merchants.meet(NORRSKEN.id, dice)).map(Client::from).collect();
    for place in 0..SOUTH_EAST {
        let client = Client::from(merchants.meet(SAIGON_WEB.id, dice));
        all.insert(place * 2 + place % 3, client);
    }
    all
}

impl From<Merchant> for Client {
    fn from(merchant: Merchant) -> Self {
        let language = match merchant.country.code() {
            "SE" => Language::Sv,
            "VN" => Language::Vi,
            _ => Language::En,
        };
        let actor = Actor {
            id: format!("merchant-{}", merchant.slug).parse().expect("a slug is a part of an id"),
            name: merchant.contact,
            role: Role::Merchant,
            org: None,
        };
        Self {
            actor,
            language,
            company: merchant.company,
            website: merchant.website,
            email: merchant.email,
            phone: Some(merchant.phone),
            country: merchant.country,
        }
    }
}

/// The merchant among the people who can sign in on this machine.
pub(super) fn tom() -> Client {
    Client {
        actor: named("merchant-tom"),
        language: Language::En,
        company: "Ashworth Outdoor Ltd".to_owned(),
        website: "https://ashworthoutdoor.example".to_owned(),
        email: "tom@ashworthoutdoor.example".to_owned(),
        phone: Some("+44 7700 900 142".to_owned()),
        country: "GB".parse().expect("the country exists"),
    }
}

impl Client {
    /// The form that they fill in.
    pub(super) fn form(&self, service: Service, budget: Budget, goal: &str) -> InquiryForm {
        InquiryForm {
            contact_name: Personal::from(self.actor.name.as_str()),
            contact_email: Personal::from(self.email.as_str()),
            contact_phone: self.phone.as_deref().map(Personal::from),
            company: self.company.clone(),
            store: None,
            website: Some(self.website.clone()),
            country: self.country,
            service,
            budget,
            goal: Personal::from(goal),
            consent: true,
        }
    }
}

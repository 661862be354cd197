//! People, and what they do to leads, profiles and reviews.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::{LeadId, ReviewId};
use guildhall_domain::lead::{Command, Lead, LeadForm, NewLead, PlusDetails, ProductDetails, Support};
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{
    Availability, PartnerProfile, Price, ProfileCommand, ProfileContent, ServiceOffer, Standing,
};
use guildhall_domain::representative::Representative;
use guildhall_domain::review::{Review, ReviewStatus, Stars};
use guildhall_domain::taxonomy::{Service, SpokenLanguage, Tier};
use guildhall_store::{Commit, ProfileCommit, ReviewCommit, ReviewCreated};

use crate::bench::Bench;

pub(crate) fn noon() -> DateTime<Utc> {
    "2026-07-15T12:00:00Z".parse().unwrap()
}

pub(crate) fn owner() -> Actor {
    person("u-owner", Role::PartnerOwner, Some("acme"))
}

pub(crate) fn rep() -> Actor {
    person("rep-mikael", Role::Rep, None)
}

pub(crate) fn manager() -> Actor {
    person("u-helena", Role::SalesManager, None)
}

pub(crate) fn admin() -> Actor {
    person("u-ruth", Role::ProgramAdmin, None)
}

fn person(id: &str, role: Role, org: Option<&str>) -> Actor {
    let org = org.map(|org| org.parse().unwrap());
    Actor { id: id.parse().unwrap(), name: id.to_owned(), role, org }
}

pub(crate) fn representative() -> Representative {
    let rep = rep();
    Representative {
        id: rep.id,
        name: rep.name,
        email: "mikael@guildhall.example".to_owned(),
        phone: "+46 8 555 00 00".to_owned(),
        time_zone: "Europe/Stockholm".to_owned(),
        country: "SE".parse().unwrap(),
        language: Language::Sv,
        products: guildhall_domain::lead::Product::ALL.to_vec(),
        countries: Vec::new(),
        active: true,
    }
}

impl Bench {
    /// A lead that is routed to the representative at once, in the table.
    pub(crate) async fn submit(&self) -> Lead {
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
            sales_support: Support::Requested,
            consent: true,
            inquiry: None,
            details: ProductDetails::Plus(PlusDetails::default()),
        };
        let id = LeadId::derive(&"acme".parse().unwrap(), "key");
        let representative = Some(representative());
        let new = NewLead { id, org_name: "Acme".to_owned(), form, representative, contact: None };
        let lead = Lead::submit(new, &owner(), noon()).unwrap();
        self.leads.create(&lead, "hash").await.unwrap();
        lead
    }

    /// Something that is done to the lead, so many minutes after noon.
    pub(crate) async fn step(&self, lead: &mut Lead, command: Command, actor: &Actor, minutes: i64) {
        lead.apply(&command, actor, noon() + TimeDelta::minutes(minutes)).unwrap();
        assert_eq!(self.leads.commit(lead).await.unwrap(), Commit::Done);
    }

    /// A profile that waits for approval, in the table.
    pub(crate) async fn waiting_profile(&self) -> PartnerProfile {
        let standing = Standing { tier: Tier::Select, partner_since: noon().date_naive(), referrals_year: 0 };
        let handle = "acme-studio".parse().unwrap();
        let mut profile =
            PartnerProfile::create("acme".parse().unwrap(), handle, content(), standing, &owner(), noon())
                .unwrap();
        assert_eq!(self.profiles.create(&profile).await.unwrap(), ProfileCommit::Done);
        self.decide(&mut profile, ProfileCommand::Submit, &owner(), 1).await;
        profile
    }

    /// Something that is done to the profile, so many minutes after noon.
    pub(crate) async fn decide(
        &self,
        profile: &mut PartnerProfile,
        command: ProfileCommand,
        actor: &Actor,
        minutes: i64,
    ) {
        let change = profile.apply(command, actor, noon() + TimeDelta::minutes(minutes)).unwrap();
        assert_eq!(self.profiles.commit(profile, change.as_ref()).await.unwrap(), ProfileCommit::Done);
    }

    /// A published review of that profile, in the table.
    pub(crate) async fn published_review(&self) -> Review {
        let merchant = "m-anna".parse().unwrap();
        let mut review = Review {
            id: ReviewId::derive(&"acme".parse().unwrap(), &merchant),
            handle: "acme-studio".parse().unwrap(),
            merchant,
            company: "Nordljus".to_owned(),
            service: Service::TaxSetup,
            quality: Stars::try_from(5).unwrap(),
            communication: Stars::try_from(4).unwrap(),
            text: "Careful and quick.".to_owned(),
            written_at: noon(),
            status: ReviewStatus::Held { until: noon() },
            reply: None,
            report: None,
            decisions: Vec::new(),
            version: 1,
        };
        assert_eq!(self.reviews.create(&review).await.unwrap(), ReviewCreated::New);
        let counted = review.publish(noon()).unwrap();
        assert_eq!(self.reviews.commit(&review, Some(counted)).await.unwrap(), ReviewCommit::Done);
        review
    }
}

fn content() -> ProfileContent {
    ProfileContent {
        name: "Acme Studio".to_owned(),
        tagline: "We build".to_owned(),
        bio: "Two people and a dog.".to_owned(),
        contact_email: "hello@acme.example".into(),
        contact_language: Language::En,
        contact_phone: None,
        website: None,
        city: "Malmö".to_owned(),
        country: "SE".parse().unwrap(),
        supported_countries: Vec::new(),
        languages: vec![SpokenLanguage::Swedish],
        industries: Vec::new(),
        services: vec![ServiceOffer {
            service: Service::TaxSetup,
            featured: false,
            price: Price::Contact,
            description: String::new(),
        }],
        featured_work: Vec::new(),
        social: Vec::new(),
        availability: Availability::Open,
    }
}

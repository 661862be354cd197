//! Partners, and what becomes of their profiles.

use chrono::{DateTime, NaiveDate, Utc};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{
    Availability, PartnerProfile, Price, ProfileCommand, ProfileContent, ServiceOffer, Standing,
};
use guildhall_domain::taxonomy::{Service, SpokenLanguage, Tier};
use guildhall_store::ProfileCommit;

use crate::bench::Bench;

pub(crate) fn noon() -> DateTime<Utc> {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

/// The handle is the organisation's name with `-studio`.
pub(crate) fn content(name: &str, services: &[Service]) -> ProfileContent {
    let offer = |service: &Service| ServiceOffer {
        service: *service,
        featured: false,
        price: Price::Contact,
        description: String::new(),
    };
    ProfileContent {
        name: name.to_owned(),
        tagline: format!("The tagline of {name}."),
        bio: "Two people and a dog.".to_owned(),
        contact_email: Personal::from("hello@partner.example"),
        contact_language: Language::En,
        contact_phone: None,
        website: None,
        city: "Malmö".to_owned(),
        country: "SE".parse().unwrap(),
        supported_countries: Vec::new(),
        languages: vec![SpokenLanguage::Swedish],
        industries: Vec::new(),
        services: services.iter().map(offer).collect(),
        featured_work: Vec::new(),
        social: Vec::new(),
        availability: Availability::Open,
    }
}

fn owner(org: &str) -> Actor {
    let id = format!("u-{org}").parse().unwrap();
    Actor { id, name: "Owner".to_owned(), role: Role::PartnerOwner, org: Some(org.parse().unwrap()) }
}

pub(crate) fn admin() -> Actor {
    Actor { id: "u-admin".parse().unwrap(), name: "Admin".to_owned(), role: Role::ProgramAdmin, org: None }
}

impl Bench {
    /// A partner that begins a profile, which nobody sees yet.
    pub(crate) async fn begin(&self, org: &str, content: ProfileContent) {
        let handle = format!("{org}-studio").parse().unwrap();
        let partner_since = NaiveDate::from_ymd_opt(2020, 5, 1).unwrap();
        let standing = Standing { tier: Tier::Select, partner_since, referrals_year: 0 };
        let org = org.parse().unwrap();
        let actor = owner(&format!("{org}"));
        let profile = PartnerProfile::create(org, handle, content, standing, &actor, noon()).unwrap();
        assert_eq!(self.profiles.create(&profile).await.unwrap(), ProfileCommit::Done);
    }

    /// A partner whose profile is approved.
    pub(crate) async fn join(&self, org: &str, content: ProfileContent) {
        self.begin(org, content).await;
        self.by_owner(org, ProfileCommand::Submit).await;
        self.approve(org).await;
    }

    pub(crate) async fn approve(&self, org: &str) {
        self.by_admin(org, ProfileCommand::Approve).await;
    }

    /// Changes a profile that was published: it then waits for approval again.
    pub(crate) async fn edit(&self, org: &str, content: ProfileContent) {
        let handle = format!("{org}-studio").parse().unwrap();
        self.by_owner(org, ProfileCommand::Edit { handle, content: Box::new(content) }).await;
    }

    pub(crate) async fn by_owner(&self, org: &str, command: ProfileCommand) {
        self.apply(org, command, &owner(org)).await;
    }

    pub(crate) async fn by_admin(&self, org: &str, command: ProfileCommand) {
        self.apply(org, command, &admin()).await;
    }

    async fn apply(&self, org: &str, command: ProfileCommand, actor: &Actor) {
        let mut profile = self.profiles.get(&org.parse().unwrap()).await.unwrap().unwrap();
        let change = profile.apply(command, actor, noon()).unwrap();
        assert_eq!(self.profiles.commit(&profile, change.as_ref()).await.unwrap(), ProfileCommit::Done);
    }
}

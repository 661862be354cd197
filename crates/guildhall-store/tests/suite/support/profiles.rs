//! Profiles as partners write them, and the people who publish them.

use chrono::TimeDelta;
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::OrgId;
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{
    Availability, FeaturedWork, PartnerProfile, Price, ProfileCommand, ProfileContent, ServiceOffer,
    SocialLink, SocialNetwork, Standing,
};
use guildhall_domain::taxonomy::{Industry, Service, SpokenLanguage, Tier};
use guildhall_store::{PartnerProfiles, ProfileCommit};

use super::leads::{admin, noon};

pub(crate) fn owner(org: &OrgId) -> Actor {
    Actor {
        id: "u-olle".parse().unwrap(),
        name: "Olle Öberg".to_owned(),
        role: Role::PartnerOwner,
        org: Some(org.clone()),
    }
}

/// Everything that a usual profile says.
pub(crate) fn content(name: &str) -> ProfileContent {
    ProfileContent {
        name: name.to_owned(),
        tagline: "Shops that people come back to.".to_owned(),
        bio: "We build and look after shops for makers in the north. ".repeat(10),
        contact_email: "hello@acme.example".into(),
        contact_language: Language::Sv,
        contact_phone: Some("+46 90 555 01 23".into()),
        website: Some("https://acme.example".to_owned()),
        city: "Umeå".to_owned(),
        country: "SE".parse().unwrap(),
        supported_countries: ["NO", "FI"].map(|code| code.parse().unwrap()).to_vec(),
        languages: SpokenLanguage::ALL[..2].to_vec(),
        industries: Industry::ALL[..3].to_vec(),
        services: vec![
            ServiceOffer {
                service: Service::ALL[4],
                featured: true,
                price: Price::From { from: Money { minor: 250_000, currency: Currency::USD } },
                description: "From the first sketch to the first order.".to_owned(),
            },
            ServiceOffer {
                service: Service::ALL[7],
                featured: false,
                price: Price::Contact,
                description: String::new(),
            },
        ],
        featured_work: vec![FeaturedWork {
            title: "Fika AB".to_owned(),
            description: "A shop for buns.".to_owned(),
            link: Some("https://fika.example".to_owned()),
        }],
        social: vec![SocialLink {
            network: SocialNetwork::Linkedin,
            url: "https://linkedin.com/company/acme".to_owned(),
        }],
        availability: Availability::Open,
    }
}

/// A profile that was just begun.
pub(crate) fn begun(org: &OrgId, handle: &str) -> PartnerProfile {
    let standing =
        Standing { tier: Tier::Select, partner_since: "2021-05-01".parse().unwrap(), referrals_year: 3 };
    let content = content(&format!("{handle} studio"));
    PartnerProfile::create(org.clone(), handle.parse().unwrap(), content, standing, &owner(org), noon())
        .unwrap()
}

/// Applies a command and commits it with what it does to the public copy; nobody is in the way.
pub(crate) async fn change(
    profiles: &PartnerProfiles,
    profile: &mut PartnerProfile,
    command: ProfileCommand,
    actor: &Actor,
) {
    let later = noon() + TimeDelta::hours(i64::try_from(profile.version).unwrap());
    let public = profile.apply(command, actor, later).unwrap();
    assert_eq!(profiles.commit(profile, public.as_ref()).await.unwrap(), ProfileCommit::Done);
}

/// A profile that was begun, sent for approval and published, each in the table.
pub(crate) async fn published(profiles: &PartnerProfiles, org: &OrgId, handle: &str) -> PartnerProfile {
    let mut profile = begun(org, handle);
    assert_eq!(profiles.create(&profile).await.unwrap(), ProfileCommit::Done);
    change(profiles, &mut profile, ProfileCommand::Submit, &owner(org)).await;
    change(profiles, &mut profile, ProfileCommand::Approve, &admin()).await;
    profile
}

//! How large items get when every field is as long as it may be.

use aws_sdk_dynamodb::types::AttributeValue;
use chrono::TimeDelta;
use guildhall_domain::actor::Actor;
use guildhall_domain::country::Country;
use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{
    Availability, ContentLimits, FeaturedWork, PartnerProfile, Price, ProfileCommand, ProfileContent,
    ServiceOffer, SocialLink, SocialNetwork,
};
use guildhall_domain::review::Ratings;
use guildhall_domain::taxonomy::{Industry, Service, SpokenLanguage};
use guildhall_store::bulk::Bulk;
use guildhall_store::keys::Key;
use guildhall_store::{Directory, Micros, PublicProfiles, Views};
use rstest::rstest;

use crate::support::Backend;
use crate::support::leads::{admin, noon, org};
use crate::support::profiles::{begun, owner};
use crate::support::raw::Attributes;

const KILOBYTE: usize = 1024;
/// The longest address that the contract takes.
const ADDRESS: usize = 300;
/// The longest words of the programme about a profile.
const NOTE: usize = 1_000;

/// Everything at its limit, in one letter.
fn full(letter: char) -> ProfileContent {
    let text = |length: usize| letter.to_string().repeat(length);
    let address = || format!("https://acme.example/{}", "x".repeat(ADDRESS - 21));
    let amount = |minor| Money { minor, currency: Currency::USD };
    let price = Price::Range { from: amount(ContentLimits::PRICE - 1), to: amount(ContentLimits::PRICE) };
    ProfileContent {
        name: text(ContentLimits::NAME),
        tagline: text(ContentLimits::TAGLINE),
        bio: text(ContentLimits::BIO),
        contact_email: format!("{}@acme.example", "x".repeat(241)).as_str().into(),
        contact_language: Language::Vi,
        contact_phone: Some("+".repeat(32).as_str().into()),
        website: Some(address()),
        city: text(ContentLimits::CITY),
        country: "SE".parse().unwrap(),
        supported_countries: Country::all().take(ContentLimits::COUNTRIES).collect(),
        languages: SpokenLanguage::ALL.to_vec(),
        industries: Industry::ALL.to_vec(),
        services: Service::ALL
            .iter()
            .map(|service| ServiceOffer {
                service: *service,
                featured: true,
                price,
                description: text(ContentLimits::SERVICE_TEXT),
            })
            .collect(),
        featured_work: (0..ContentLimits::FEATURED_WORK)
            .map(|_| FeaturedWork {
                title: text(ContentLimits::WORK_TITLE),
                description: text(ContentLimits::WORK_TEXT),
                link: Some(address()),
            })
            .collect(),
        social: SocialNetwork::ALL.map(|network| SocialLink { network, url: address() }).to_vec(),
        availability: Availability::Booked,
    }
}

/// A full profile with as long a history as is kept, its working copy another one than the published.
fn with_history(letter: char) -> PartnerProfile {
    let acme = org("acme");
    let mut profile = begun(&acme, "acme");
    let note = letter.to_string().repeat(NOTE);
    let mut apply = |command, actor: &Actor| {
        let later = noon() + TimeDelta::hours(i64::try_from(profile.version).unwrap());
        profile.apply(command, actor, later).unwrap();
    };
    let edit = |content| ProfileCommand::Edit { handle: "acme".parse().unwrap(), content: Box::new(content) };
    let (owner, admin) = (owner(&acme), admin());
    apply(edit(full(letter)), &owner);
    apply(ProfileCommand::Submit, &owner);
    apply(ProfileCommand::Approve, &admin);
    apply(edit(ProfileContent { availability: Availability::Open, ..full(letter) }), &owner);
    for _ in 0..PartnerProfile::EVENTS / 2 {
        apply(ProfileCommand::AskChanges { note: note.clone() }, &admin);
        apply(ProfileCommand::Submit, &owner);
    }
    assert_eq!(profile.events.len(), PartnerProfile::EVENTS);
    profile
}

/// The bytes of an item as DynamoDB counts them.
fn size(item: &Attributes) -> usize {
    fn of(value: &AttributeValue) -> usize {
        match value {
            AttributeValue::S(text) => text.len(),
            AttributeValue::N(digits) => digits.len().div_ceil(2) + 1,
            AttributeValue::L(list) => 3 + list.iter().map(|value| of(value) + 1).sum::<usize>(),
            AttributeValue::M(map) => {
                3 + map.iter().map(|(name, value)| name.len() + of(value) + 1).sum::<usize>()
            }
            AttributeValue::Bool(_) | AttributeValue::Null(_) => 1,
            other => panic!("no item holds {other:?}"),
        }
    }
    item.iter().map(|(name, value)| name.len() + of(value)).sum()
}

#[rstest]
#[case::latin('x', 23, 104, 3.0)]
#[case::vietnamese('ệ', 48, 252, 6.0)]
#[case::beyond('𝒜', 60, 326, 7.5)]
#[tokio::test(flavor = "multi_thread")]
async fn a_full_profile_fits(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
    #[case] letter: char,
    #[case] public_kilobytes: usize,
    #[case] own_kilobytes: usize,
    #[case] read_units: f64,
) {
    let bench = backend.bench().await;
    let profile = with_history(letter);
    let before = Micros::now().less_seconds(3600);
    let bulk = Bulk::new(bench.table.clone()).backdated(before);
    bulk.partner_profiles(&[(profile.clone(), Ratings::default())]).await.unwrap();
    let public = size(&bench.raw(&Key::profile(&profile.handle)).await.unwrap());
    let own = size(&bench.raw(&Key::partner_profile(&profile.org)).await.unwrap());
    assert_eq!((public.div_ceil(KILOBYTE), own.div_ceil(KILOBYTE)), (public_kilobytes, own_kilobytes));
    // Of 64 KB for what is read all the time, and of DynamoDB's 400 KB for one item.
    assert!(public < 64 * KILOBYTE && own < 400 * KILOBYTE);
    bench.calls();
    let copy = PublicProfiles::new(bench.table.clone()).get(&profile.handle).await.unwrap().unwrap();
    assert_eq!(copy.content.as_ref(), profile.public_content());
    assert_eq!(bench.only_call().units, read_units, "half a unit for every 4 KB");
    let views = Views::<DirectoryRow>::new(bench.table.clone(), usize::MAX);
    assert_eq!(views.read(&Directory).await.unwrap().len(), 1);
}

//! Random partners and filters, with few values of each kind, so that they meet often.
#![allow(dead_code, reason = "not every suite needs all of it")]

use guildhall_domain::directory::{DirectoryFilter, DirectoryRow, PriceBand, RatingFloor};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::profile::{Availability, Price, ServiceOffer};
use guildhall_domain::taxonomy::{Category, Industry, Service, SpokenLanguage, Tier};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::shared::{country, partner, rated};

const COUNTRIES: [&str; 4] = ["SE", "VN", "DK", "US"];
const SERVICES: [Service; 5] = [
    Service::EmailMarketing,
    Service::SeoAndPaidSearch,
    Service::CustomizeDesign,
    Service::TaxSetup,
    Service::ProductPhotos,
];
const NAMES: [&str; 5] = ["Acme", "Blue Lantern", "Nordlund", "Lantern", "Đặng"];
const TEXTS: [&str; 5] =
    ["", "Butiksdesign och mer", "We photograph lanterns", "Chúng tôi thiết kế", "blue acme"];

/// What may be typed: what the rows say, what they mean, and neither.
pub(crate) const TYPED: [&str; 9] =
    ["", "lantern", "blue lantern", "acme", "acne", "design", "sverige", "photo", "acme xylophone"];

/// A few partners, each with its own handle.
pub(crate) fn partners(most: usize) -> impl Strategy<Value = Vec<DirectoryRow>> {
    prop::collection::vec(described(), 0..=most).prop_map(|rows| {
        let name = |(number, row)| DirectoryRow { handle: handle(number), ..row };
        rows.into_iter().enumerate().map(name).collect()
    })
}

/// The handle of a number. Their order is not that of the numbers.
pub(crate) fn handle(number: usize) -> guildhall_domain::profile::Handle {
    format!("p{}", number * 7 % 100).parse().expect("a handle")
}

/// What a partner may say about itself.
pub(crate) fn described() -> impl Strategy<Value = DirectoryRow> {
    let offers = subsequence(&SERVICES[..], 0..=3).prop_flat_map(|services| {
        let count = services.len();
        (Just(services), prop::collection::vec(price(), count))
    });
    let standing = (select(Tier::ALL), 0_u32..25, 0_u8..=100, select(&Availability::ALL[..]));
    let place = (select(&COUNTRIES[..]), subsequence(&COUNTRIES[..], 0..=2));
    let tongues = subsequence(&SpokenLanguage::ALL[..4], 0..=3);
    let trades = subsequence(&Industry::ALL[..4], 0..=3);
    let stars = prop::collection::vec(1_u8..=5, 0..4);
    (offers, standing, place, tongues, trades, stars, select(&NAMES[..]), select(&TEXTS[..])).prop_map(
        |((services, prices), standing, place, languages, industries, stars, name, bio)| {
            let mut row = partner("random");
            let offer = |(service, price)| ServiceOffer {
                service,
                featured: false,
                price,
                description: String::new(),
            };
            row.services = services.into_iter().zip(prices).map(offer).collect();
            (row.standing.tier, row.standing.referrals_year, row.completeness, row.availability) = standing;
            row.country = country(place.0);
            row.supported_countries = place.1.into_iter().map(country).collect();
            row.languages = languages;
            row.industries = industries;
            row.ratings = rated(&stars);
            (row.name, row.bio) = (name.to_owned(), bio.to_owned());
            row
        },
    )
}

fn price() -> impl Strategy<Value = Price> {
    let from = |minor| Price::From { from: Money { minor, currency: Currency::USD } };
    prop_oneof![Just(Price::Contact), select(&[50_000, 200_000, 900_000][..]).prop_map(from)]
}

/// Any filter over those values, and over some that nobody has.
pub(crate) fn filter() -> impl Strategy<Value = DirectoryFilter> {
    let services = (subsequence(Category::ALL, 0..=2), subsequence(&SERVICES[..], 0..=2));
    let countries = subsequence(&["SE", "VN", "DK", "US", "AQ"][..], 0..=2);
    let people = (subsequence(&SpokenLanguage::ALL[..5], 0..=2), subsequence(&Industry::ALL[..5], 0..=2));
    let money = (subsequence(PriceBand::ALL, 0..=2), subsequence(RatingFloor::ALL, 0..=2));
    let standing = (subsequence(Tier::ALL, 0..=3), subsequence(&Availability::ALL[..], 0..=2));
    // Most groups are empty most of the time, or nobody would pass.
    (services, countries, people, money, standing, prop::collection::vec(0_u8..3, 8)).prop_map(
        |(services, countries, people, money, standing, dice)| {
            fn kept<T>(dice: u8, choices: Vec<T>) -> Vec<T> {
                if dice == 0 { choices } else { Vec::new() }
            }
            DirectoryFilter {
                categories: kept(dice[0], services.0),
                services: kept(dice[0], services.1),
                countries: kept(dice[1], countries.into_iter().map(country).collect()),
                languages: kept(dice[2], people.0),
                industries: kept(dice[3], people.1),
                prices: kept(dice[4], money.0),
                ratings: kept(dice[5], money.1),
                tiers: kept(dice[6], standing.0),
                availability: kept(dice[7], standing.1),
            }
        },
    )
}

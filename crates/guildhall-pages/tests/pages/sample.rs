//! A partner, its neighbours and its reviews, to look at and to test with.

use chrono::{DateTime, NaiveDate, Utc};
use guildhall_contract::directory::{DirectoryPage, FacetCount, Facets, PartnerCard};
use guildhall_contract::profile::PublicProfile;
use guildhall_contract::reviews::{PublicReply, PublicReview};
use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::ids::ReviewId;
use guildhall_domain::money::Money;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{
    Availability, FeaturedWork, Handle, Price, ProfileContent, ServiceOffer, SocialLink, SocialNetwork,
    Standing,
};
use guildhall_domain::review::{Ratings, Stars};
use guildhall_domain::taxonomy::{Category, Industry, Service, SpokenLanguage, Tier};

fn dollars(whole: i64) -> Money {
    Money { minor: whole * 100, currency: "USD".parse().expect("a currency") }
}

fn offer(service: Service, featured: bool, price: Price, description: &str) -> ServiceOffer {
    ServiceOffer { service, featured, price, description: description.to_owned() }
}

fn between(from: i64, to: i64) -> Price {
    Price::Range { from: dollars(from), to: dollars(to) }
}

/// A studio with something in every field.
pub fn content() -> ProfileContent {
    ProfileContent {
        name: "Ateljé Almgren".to_owned(),
        tagline: "Brand and storefront studio for furniture, lighting and craft.".to_owned(),
        bio: "We are nine people in a former rope works by the river. Since 2014 we have drawn and built stores for \
              makers whose products are bought once and kept for decades, and who would rather show a joint than a \
              banner.\n\nWe work on two projects at a time. The designer you meet in the first call is the one who \
              opens the store with you, and stays for the first season to see what customers really do."
            .to_owned(),
        contact_email: Personal::from("hej@almgren.example"),
        contact_language: Language::Sv,
        contact_phone: Some(Personal::from("+46 31 555 01 77")),
        website: Some("https://www.almgren.example/".to_owned()),
        city: "Göteborg".to_owned(),
        country: "SE".parse().expect("a country"),
        supported_countries: ["DK", "NO", "DE", "GB"].map(|code| code.parse().expect("a country")).to_vec(),
        languages: vec![SpokenLanguage::Swedish, SpokenLanguage::English, SpokenLanguage::German],
        industries: vec![Industry::HomeAndGarden, Industry::ArtAndPhotography, Industry::Lifestyle],
        services: vec![
            offer(
                Service::CustomizeDesign,
                true,
                between(4_000, 12_000),
                "A theme drawn for your catalogue, tested on the three phones your customers use most.",
            ),
            offer(
                Service::BrandLookAndFeel,
                true,
                Price::From { from: dollars(6_500) },
                "Name, mark, colours, type and a book your team can follow.",
            ),
            offer(
                Service::HeadlessCommerce,
                true,
                between(9_000, 18_000),
                "For catalogues with configurators and made-to-order lead times.",
            ),
            offer(
                Service::WebsiteAudit,
                false,
                Price::From { from: dollars(1_400) },
                "Two weeks, one document, ranked by effect.",
            ),
            offer(Service::ProductPhotos, false, Price::Contact, "With our neighbours at Ljusgården."),
            offer(Service::InternationalExpansion, false, Price::Contact, ""),
        ],
        featured_work: vec![
            work("Tjörn Hantverk", "Boat-builders’ furniture, in three languages", Some("https://tjorn.example")),
            work("Smålands Glasbod", "480 years of glass, one search box", Some("https://glasbod.example")),
            work("Lampverket", "A configurator for 2,100 lamps", None),
        ],
        social: vec![
            SocialLink {
                network: SocialNetwork::Linkedin,
                url: "https://www.linkedin.com/company/almgren".to_owned(),
            },
            SocialLink { network: SocialNetwork::Instagram, url: "https://instagram.com/almgren".to_owned() },
        ],
        availability: Availability::Open,
    }
}

fn work(title: &str, description: &str, link: Option<&str>) -> FeaturedWork {
    FeaturedWork {
        title: title.to_owned(),
        description: description.to_owned(),
        link: link.map(str::to_owned),
    }
}

pub fn standing(tier: Tier) -> Standing {
    let partner_since = NaiveDate::from_ymd_opt(2016, 3, 1).expect("a day");
    Standing { tier, partner_since, referrals_year: 7 }
}

/// So many reviews, most of them good.
pub fn ratings(count: usize) -> Ratings {
    let stars = |number: u8| Stars::try_from(number).expect("stars");
    (0..count)
        .map(|place| match place % 16 {
            7 => (stars(4), stars(4)),
            11 => (stars(4), stars(5)),
            15 => (stars(3), stars(2)),
            _ => (stars(5), stars(5)),
        })
        .collect()
}

pub fn profile(reviews: usize) -> PublicProfile {
    let handle: Handle = "atelje-almgren".parse().expect("a handle");
    PublicProfile::new(&handle, &content(), standing(Tier::Premier), ratings(reviews))
}

fn at(day: &str) -> DateTime<Utc> {
    format!("{day}T09:30:00Z").parse().expect("a moment")
}

/// Three that are published, one of them answered.
pub fn reviews() -> Vec<PublicReview> {
    let org = "almgren".parse().expect("an organisation");
    let one =
        |merchant: &str, company: &str, service, (quality, communication), day, text: &str| PublicReview {
            id: ReviewId::derive(&org, &merchant.parse().expect("a user")),
            company: company.to_owned(),
            service,
            quality,
            communication,
            text: text.to_owned(),
            published_at: at(day),
            reply: None,
        };
    let mut reviews = vec![
        one(
            "m-nordljus",
            "Nordljus Interiör AB",
            Service::CustomizeDesign,
            (5, 5),
            "2026-04-28",
            "They asked to see our returns before they drew anything. The new product pages answer the four questions \
             people used to call about, and returns fell by a third in the first quarter.",
        ),
        one(
            "m-gom",
            "Gốm Bát Tràng Export",
            Service::BrandLookAndFeel,
            (5, 4),
            "2026-03-02",
            "Careful, honest work across a six-hour time difference. Two weeks later than planned, and they told us so \
             before we had to ask.",
        ),
        one(
            "m-harbour",
            "Harbour & Vale",
            Service::HeadlessCommerce,
            (4, 5),
            "2026-01-17",
            "The configurator is quick and our team can change it without them. The stock connection needed a second \
             round.",
        ),
    ];
    reviews[1].reply = Some(PublicReply {
        text: "Thank you, and fair. We now plan kiln photography in the dry season.".to_owned(),
        at: at("2026-03-04"),
    });
    reviews
}

type Neighbour = (&'static str, &'static str, &'static str, &'static str, usize, Tier, Option<(i64, i64)>);

const NEIGHBOURS: [Neighbour; 7] = [
    (
        "Hội An Digital Works",
        "Đà Nẵng",
        "VN",
        "Forty engineers and designers on the coast. Custom apps, marketplace connections and stores that stay fast.",
        94,
        Tier::Plus,
        Some((1_200, 1_200)),
    ),
    (
        "Fjord & Field Commerce",
        "Oslo",
        "NO",
        "Moves from older platforms and in-house systems for large catalogues, with every redirect kept.",
        211,
        Tier::Platinum,
        None,
    ),
    (
        "Bông Lúa Studio",
        "Thành phố Hồ Chí Minh",
        "VN",
        "Product photography and short film for food, tea and ceramics. Next-day proofs from our daylight studio.",
        37,
        Tier::Select,
        Some((350, 2_400)),
    ),
    (
        "Lindqvist Sökbyrå",
        "Malmö",
        "SE",
        "Search, analytics and conversion work for shops between one and ten million a year. One lead, no juniors.",
        62,
        Tier::Select,
        Some((900, 900)),
    ),
    (
        "Harrow Retail Systems",
        "Leeds",
        "GB",
        "Point of sale for shops with more than one till.",
        83,
        Tier::Plus,
        Some((1_500, 9_000)),
    ),
    (
        "Mekong Copy",
        "Cần Thơ",
        "VN",
        "Product descriptions and campaign texts in Vietnamese, English and Thai, written by people who cook and sew.",
        0,
        Tier::Registered,
        Some((180, 180)),
    ),
    ("Ostrava Works", "", "CZ", "", 51, Tier::Plus, None),
];

/// The studio and its neighbours, as the directory lists them.
pub fn rows() -> Vec<DirectoryRow> {
    let row = |handle: &str, content: &ProfileContent, tier, reviews| {
        let org = handle.parse().expect("an organisation");
        let handle = handle.parse().expect("a handle");
        DirectoryRow::new(handle, org, content, standing(tier), ratings(reviews), 1)
    };
    let mut rows = vec![row("atelje-almgren", &content(), Tier::Premier, 128)];
    for (place, (name, city, country, tagline, reviews, tier, price)) in NEIGHBOURS.into_iter().enumerate() {
        let mut content = content();
        content.name = name.to_owned();
        content.tagline = tagline.to_owned();
        content.city = city.to_owned();
        content.country = country.parse().expect("a country");
        content.services.rotate_left(place % 6);
        content.services.truncate(1 + place);
        for offer in &mut content.services {
            offer.price = price.map_or(Price::Contact, |(from, to)| match from == to {
                true => Price::From { from: dollars(from) },
                false => between(from, to),
            });
        }
        content.availability = if place % 4 == 1 { Availability::Booked } else { Availability::Open };
        rows.push(row(&format!("neighbour-{place}"), &content, tier, reviews));
    }
    rows
}

/// The first page of some partners, with the counts that pages show.
pub fn page(rows: &[DirectoryRow]) -> DirectoryPage {
    let count = |choice: &str, fits: &dyn Fn(&DirectoryRow) -> bool| FacetCount {
        choice: choice.to_owned(),
        count: rows.iter().filter(|row| fits(row)).count(),
    };
    let in_category = |category: Category, row: &DirectoryRow| {
        row.services.iter().any(|offer| offer.service.category() == category)
    };
    let category = |category: &Category| count(category.slug(), &|row| in_category(*category, row));
    DirectoryPage {
        items: rows.iter().take(16).map(PartnerCard::from).collect(),
        total: rows.len(),
        page: 1,
        pages: rows.len().div_ceil(16).max(1),
        facets: Facets {
            category: Category::ALL.iter().map(category).collect(),
            service: Service::ALL.iter().map(|s| count(s.slug(), &|row| row.offers(*s))).collect(),
            country: ["CZ", "GB", "NO", "SE", "VN"].map(|code| count(code, &|_| true)).to_vec(),
            ..Facets::default()
        },
        ignored: Vec::new(),
        some_words_only: false,
    }
}

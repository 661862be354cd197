use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::money::Money;
use crate::personal::Personal;
use crate::policy::Language;
use crate::taxonomy::{Industry, Service, SpokenLanguage};

/// Everything that a partner says about itself. Checked at the border; lengths are in [`ContentLimits`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileContent {
    /// The business name.
    pub name: String,
    /// One sentence for the card.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tagline: String,
    /// A few paragraphs about the business.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bio: String,
    /// Where inquiries are sent, and what the profile shows.
    pub contact_email: Personal,
    /// The language in which the partner is written to.
    #[serde(default)]
    pub contact_language: Language,
    /// Phone, as people write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_phone: Option<Personal>,
    /// The site, with its scheme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// The main location's city.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// The main location's country.
    pub country: Country,
    /// Further countries that it works in, without the main one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supported_countries: Vec<Country>,
    /// Languages that it works in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<SpokenLanguage>,
    /// Trades that it knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub industries: Vec<Industry>,
    /// What it does, each service once, specialities first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceOffer>,
    /// Work to show, in the partner's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub featured_work: Vec<FeaturedWork>,
    /// Where else it is found, each network once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub social: Vec<SocialLink>,
    /// Whether it takes new clients.
    #[serde(default)]
    pub availability: Availability,
}

/// How much of each there may be. Lengths are in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContentLimits;

impl ContentLimits {
    /// Of a business name.
    pub const NAME: usize = 80;
    /// Of the sentence on the card.
    pub const TAGLINE: usize = 160;
    /// Of the text about the business.
    pub const BIO: usize = 3_000;
    /// Of a city.
    pub const CITY: usize = 80;
    /// Of the words about a service.
    pub const SERVICE_TEXT: usize = 200;
    /// Specialities.
    pub const SPECIALITIES: usize = 5;
    /// Pieces of featured work.
    pub const FEATURED_WORK: usize = 6;
    /// Of a piece's title.
    pub const WORK_TITLE: usize = 80;
    /// Of a piece's words.
    pub const WORK_TEXT: usize = 300;
    /// Further countries.
    pub const COUNTRIES: usize = 60;
    /// The highest price, in minor units.
    pub const PRICE: i64 = 100_000_000_000;
}

/// One service that a partner offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceOffer {
    /// Which.
    pub service: Service,
    /// Whether it is a speciality.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub featured: bool,
    /// What it costs.
    pub price: Price,
    /// A few words about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
}

/// What a service costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Price {
    /// To be asked for.
    Contact,
    /// This much and up.
    From {
        /// The least.
        from: Money,
    },
    /// Between two amounts in one currency.
    Range {
        /// The least.
        from: Money,
        /// The most; more than the least.
        to: Money,
    },
}

impl Price {
    /// The least that it costs, if the partner says so.
    #[must_use]
    pub fn least(self) -> Option<Money> {
        match self {
            Self::Contact => None,
            Self::From { from } | Self::Range { from, .. } => Some(from),
        }
    }

    /// The most that is named.
    #[must_use]
    pub fn most(self) -> Option<Money> {
        match self {
            Self::Contact => None,
            Self::From { from } => Some(from),
            Self::Range { to, .. } => Some(to),
        }
    }
}

/// Something that the partner made and is proud of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FeaturedWork {
    /// What it is called.
    pub title: String,
    /// What it was.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Where it is seen, with its scheme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// A place among people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SocialLink {
    /// Which network.
    pub network: SocialNetwork,
    /// The partner's page there, with its scheme.
    pub url: String,
}

/// The networks that a profile may link to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum SocialNetwork {
    /// LinkedIn.
    Linkedin,
    /// Instagram.
    Instagram,
    /// Facebook.
    Facebook,
    /// X.
    X,
    /// YouTube.
    Youtube,
}

impl SocialNetwork {
    /// All five.
    pub const ALL: [Self; 5] = [Self::Linkedin, Self::Instagram, Self::Facebook, Self::X, Self::Youtube];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Linkedin => "linkedin",
            Self::Instagram => "instagram",
            Self::Facebook => "facebook",
            Self::X => "x",
            Self::Youtube => "youtube",
        }
    }

    /// What it calls itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Linkedin => "LinkedIn",
            Self::Instagram => "Instagram",
            Self::Facebook => "Facebook",
            Self::X => "X",
            Self::Youtube => "YouTube",
        }
    }

    /// The hosts of its pages; subdomains count as the host.
    #[must_use]
    pub fn hosts(self) -> &'static [&'static str] {
        match self {
            Self::Linkedin => &["linkedin.com"],
            Self::Instagram => &["instagram.com"],
            Self::Facebook => &["facebook.com", "fb.com"],
            Self::X => &["x.com", "twitter.com"],
            Self::Youtube => &["youtube.com", "youtu.be"],
        }
    }
}

/// Whether a partner takes new clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Availability {
    /// It does.
    #[default]
    Open,
    /// It is fully booked: the profile is shown, the form is closed.
    Booked,
}

impl Availability {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Open, Self::Booked];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Booked => "booked",
        }
    }
}

impl ProfileContent {
    /// The services as a set of their own, specialities first.
    pub fn services(&self) -> impl Iterator<Item = Service> {
        self.services.iter().map(|offer| offer.service)
    }

    /// Whether a country is where it is, or where it also works.
    #[must_use]
    pub fn works_in(&self, country: Country) -> bool {
        self.country == country || self.supported_countries.contains(&country)
    }
}

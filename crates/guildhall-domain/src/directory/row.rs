use super::PriceBand;
use crate::country::Country;
use crate::ids::OrgId;
use crate::money::Money;
use crate::policy::ranking::Facts;
use crate::profile::{Availability, Completeness, Handle, ProfileContent, ServiceOffer, Standing};
use crate::review::Ratings;
use crate::taxonomy::{Industry, Service, SpokenLanguage};

/// A listed partner: what the directory shows on a card, and what it searches, filters and ranks by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryRow {
    /// Its name in the address; breaks ties.
    pub handle: Handle,
    /// Whose profile it is.
    pub org: OrgId,
    /// The business name.
    pub name: String,
    /// One sentence.
    pub tagline: String,
    /// A few paragraphs.
    pub bio: String,
    /// The main location's city.
    pub city: String,
    /// The main location's country.
    pub country: Country,
    /// Further countries.
    pub supported_countries: Vec<Country>,
    /// Languages.
    pub languages: Vec<SpokenLanguage>,
    /// Industries.
    pub industries: Vec<Industry>,
    /// Services with prices, specialities first.
    pub services: Vec<ServiceOffer>,
    /// Whether it takes new clients.
    pub availability: Availability,
    /// What the programme says about it.
    pub standing: Standing,
    /// The published reviews in figures.
    pub ratings: Ratings,
    /// How much of the profile is filled in, in percent.
    pub completeness: u8,
    /// The version of the public copy.
    pub version: u64,
}

impl DirectoryRow {
    /// The row of what is shown.
    #[must_use]
    pub fn new(
        handle: Handle,
        org: OrgId,
        content: &ProfileContent,
        standing: Standing,
        ratings: Ratings,
        version: u64,
    ) -> Self {
        Self {
            handle,
            org,
            name: content.name.clone(),
            tagline: content.tagline.clone(),
            bio: content.bio.clone(),
            city: content.city.clone(),
            country: content.country,
            supported_countries: content.supported_countries.clone(),
            languages: content.languages.clone(),
            industries: content.industries.clone(),
            services: content.services.clone(),
            availability: content.availability,
            standing,
            ratings,
            completeness: Completeness::of(content).percent,
            version,
        }
    }

    /// Whether it offers a service.
    #[must_use]
    pub fn offers(&self, service: Service) -> bool {
        self.services.iter().any(|offer| offer.service == service)
    }

    /// Whether a country is where it is, or where it also works.
    #[must_use]
    pub fn works_in(&self, country: Country) -> bool {
        self.country == country || self.supported_countries.contains(&country)
    }

    /// Where its prices begin.
    #[must_use]
    pub fn price_band(&self) -> PriceBand {
        PriceBand::of(self.services.iter().map(|offer| offer.price))
    }

    /// The range of prices on the card: the least and the most that is named, if all are in one currency.
    #[must_use]
    pub fn price_range(&self) -> Option<(Money, Money)> {
        let least = || self.services.iter().filter_map(|offer| offer.price.least());
        let most = || self.services.iter().filter_map(|offer| offer.price.most());
        let currency = least().next()?.currency;
        if least().chain(most()).any(|money| money.currency != currency) {
            return None;
        }
        Some((least().min_by_key(|money| money.minor)?, most().max_by_key(|money| money.minor)?))
    }

    /// What the default rank looks at.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts {
            ratings: self.ratings,
            referrals_year: self.standing.referrals_year,
            tier: self.standing.tier,
            completeness: self.completeness,
            availability: self.availability,
        }
    }

    /// About how many bytes it holds in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        let texts = self.name.len() + self.tagline.len() + self.bio.len() + self.city.len();
        let described: usize = self.services.iter().map(|offer| offer.description.len()).sum();
        size_of::<Self>()
            + texts
            + described
            + self.services.len() * size_of::<ServiceOffer>()
            + self.supported_countries.len()
            + self.languages.len()
            + self.industries.len()
    }
}

use serde::{Deserialize, Serialize};

use super::{DirectoryRow, PriceBand};
use crate::country::Country;
use crate::profile::Availability;
use crate::taxonomy::{Category, Industry, Service, SpokenLanguage, Tier, choices};

choices! {
    /// The least average rating.
    RatingFloor {
        FourAndAHalf = "4.5", "4.5 and up", "4,5 och uppåt", "Từ 4,5";
        Four = "4", "4 and up", "4 och uppåt", "Từ 4";
        Three = "3", "3 and up", "3 och uppåt", "Từ 3";
    }
}

choices! {
    /// How the results are ordered.
    DirectoryOrder {
        Default = "default", "Default ranking", "Standardordning", "Xếp hạng mặc định";
        Rating = "rating", "Average rating", "Genomsnittligt betyg", "Điểm đánh giá trung bình";
    }
}

impl RatingFloor {
    /// In hundredths of a star.
    #[must_use]
    pub fn hundredths(self) -> u32 {
        match self {
            Self::FourAndAHalf => 450,
            Self::Four => 400,
            Self::Three => 300,
        }
    }
}

/// What the directory is narrowed to: any of the choices within a group, all groups together. An
/// empty group narrows nothing. Services and categories are one group.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct DirectoryFilter {
    /// Offers a service of any of these categories…
    pub categories: Vec<Category>,
    /// …or any of these services.
    pub services: Vec<Service>,
    /// Is in, or also works in, any of these countries.
    pub countries: Vec<Country>,
    /// Works in any of these languages.
    pub languages: Vec<SpokenLanguage>,
    /// Knows any of these industries.
    pub industries: Vec<Industry>,
    /// Prices begin in any of these bands.
    pub prices: Vec<PriceBand>,
    /// Is rated at least like the lowest of these.
    pub ratings: Vec<RatingFloor>,
    /// Has any of these tiers.
    pub tiers: Vec<Tier>,
    /// Is any of these.
    pub availability: Vec<Availability>,
}

/// A search of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DirectoryQuery {
    /// What was typed.
    pub text: String,
    /// What it is narrowed to.
    pub filter: DirectoryFilter,
    /// How it is ordered.
    pub order: DirectoryOrder,
    /// Whose partners come first.
    pub visitor: Option<Country>,
    /// Which page, from 1.
    pub page: usize,
}

impl Default for DirectoryQuery {
    fn default() -> Self {
        Self {
            text: String::new(),
            filter: DirectoryFilter::default(),
            order: DirectoryOrder::Default,
            visitor: None,
            page: 1,
        }
    }
}

impl DirectoryFilter {
    /// Whether a partner passes: the plain meaning of the filter, against which the index is held.
    #[must_use]
    pub fn takes(&self, row: &DirectoryRow) -> bool {
        fn any<T>(choices: &[T], fits: impl Fn(&T) -> bool) -> bool {
            choices.is_empty() || choices.iter().any(fits)
        }
        let no_service = self.categories.is_empty() && self.services.is_empty();
        let fits_service = no_service
            || row.services.iter().any(|offer| {
                self.services.contains(&offer.service) || self.categories.contains(&offer.service.category())
            });
        fits_service
            && any(&self.countries, |country| row.works_in(*country))
            && any(&self.languages, |language| row.languages.contains(language))
            && any(&self.industries, |industry| row.industries.contains(industry))
            && any(&self.prices, |band| row.price_band() == *band)
            && any(&self.ratings, |floor| row.ratings.average() >= Some(floor.hundredths()))
            && any(&self.tiers, |tier| row.standing.tier == *tier)
            && any(&self.availability, |availability| row.availability == *availability)
    }

    /// Whether nothing is narrowed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

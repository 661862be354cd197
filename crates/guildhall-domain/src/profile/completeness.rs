use serde::{Deserialize, Serialize};

use super::ProfileContent;

/// A part of a profile that helps merchants to find and trust a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Part {
    /// The sentence on the card.
    Tagline,
    /// The text about the business.
    Bio,
    /// The contact address.
    ContactEmail,
    /// The phone number.
    ContactPhone,
    /// The site.
    Website,
    /// The city.
    City,
    /// Further countries.
    SupportedCountries,
    /// Languages.
    Languages,
    /// Industries.
    Industries,
    /// At least one service.
    Services,
    /// At least one service with a price.
    Prices,
    /// Featured work.
    FeaturedWork,
    /// Links to social networks.
    Social,
}

impl Part {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 13] = [
        Self::Tagline,
        Self::Bio,
        Self::ContactEmail,
        Self::ContactPhone,
        Self::Website,
        Self::City,
        Self::SupportedCountries,
        Self::Languages,
        Self::Industries,
        Self::Services,
        Self::Prices,
        Self::FeaturedWork,
        Self::Social,
    ];

    /// Whether nothing can be published without it.
    #[must_use]
    pub fn is_needed(self) -> bool {
        match self {
            Self::Tagline
            | Self::Bio
            | Self::ContactEmail
            | Self::City
            | Self::Languages
            | Self::Services => true,
            Self::ContactPhone
            | Self::Website
            | Self::SupportedCountries
            | Self::Industries
            | Self::Prices
            | Self::FeaturedWork
            | Self::Social => false,
        }
    }

    fn is_there(self, content: &ProfileContent) -> bool {
        match self {
            Self::Tagline => !content.tagline.is_empty(),
            Self::Bio => !content.bio.is_empty(),
            Self::ContactEmail => !content.contact_email.as_str().is_empty(),
            Self::ContactPhone => content.contact_phone.is_some(),
            Self::Website => content.website.is_some(),
            Self::City => !content.city.is_empty(),
            Self::SupportedCountries => !content.supported_countries.is_empty(),
            Self::Languages => !content.languages.is_empty(),
            Self::Industries => !content.industries.is_empty(),
            Self::Services => !content.services.is_empty(),
            Self::Prices => content.services.iter().any(|offer| offer.price.least().is_some()),
            Self::FeaturedWork => !content.featured_work.is_empty(),
            Self::Social => !content.social.is_empty(),
        }
    }
}

/// How much of a profile is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Completeness {
    /// 0 to 100.
    pub percent: u8,
    /// What is missing, in the order of the form.
    pub missing: Vec<Part>,
}

impl Completeness {
    /// Of a profile.
    #[must_use]
    pub fn of(content: &ProfileContent) -> Self {
        let missing: Vec<_> = Part::ALL.into_iter().filter(|part| !part.is_there(content)).collect();
        let there = Part::ALL.len() - missing.len();
        // At most 100, so it fits.
        let percent = u8::try_from(there * 100 / Part::ALL.len()).unwrap_or(100);
        Self { percent, missing }
    }

    /// What is missing that nothing can be published without.
    #[must_use]
    pub fn needed(&self) -> Vec<Part> {
        self.missing.iter().copied().filter(|part| part.is_needed()).collect()
    }
}

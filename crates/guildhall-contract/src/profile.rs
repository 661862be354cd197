//! A partner's profile as the world reads it, and its reviews.

use chrono::NaiveDate;
use guildhall_domain::personal::Personal;
use guildhall_domain::profile::{Availability, FeaturedWork, Handle, ProfileContent, SocialLink, Standing};
use guildhall_domain::review::Ratings;
use guildhall_domain::taxonomy::{Industry, SpokenLanguage, Tier};
use serde::{Deserialize, Serialize};

use crate::profile_form::{ServiceBody, codes};

/// What the world sees of a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicProfile {
    /// The name in the address: `/directory/<handle>`.
    pub handle: String,
    /// The business name.
    pub name: String,
    /// One sentence.
    pub tagline: String,
    /// A few paragraphs, separated by line ends. Plain text.
    pub bio: String,
    /// Where to write.
    pub contact_email: Personal,
    /// Phone.
    pub contact_phone: Option<Personal>,
    /// The site, with its scheme.
    pub website: Option<String>,
    /// The main city.
    pub city: String,
    /// The main country, ISO 3166-1 alpha-2.
    pub country: String,
    /// Further countries that it works in.
    pub supported_countries: Vec<String>,
    /// Languages.
    pub languages: Vec<SpokenLanguage>,
    /// Industries.
    pub industries: Vec<Industry>,
    /// Services with prices, specialities first.
    pub services: Vec<ServiceBody>,
    /// Work to show, in the partner's order.
    pub featured_work: Vec<FeaturedWork>,
    /// Pages in social networks.
    pub social: Vec<SocialLink>,
    /// Whether new clients are taken.
    pub availability: Availability,
    /// The programme's tier.
    pub tier: Tier,
    /// The day it became a partner.
    pub partner_since: NaiveDate,
    /// The published reviews in figures.
    pub rating: RatingSummary,
}

impl PublicProfile {
    /// What the world sees of this content. The preview of a working copy is made by the same means.
    #[must_use]
    pub fn new(handle: &Handle, content: &ProfileContent, standing: Standing, ratings: Ratings) -> Self {
        Self {
            handle: handle.as_str().to_owned(),
            name: content.name.clone(),
            tagline: content.tagline.clone(),
            bio: content.bio.clone(),
            contact_email: content.contact_email.clone(),
            contact_phone: content.contact_phone.clone(),
            website: content.website.clone(),
            city: content.city.clone(),
            country: content.country.code().to_owned(),
            supported_countries: codes(&content.supported_countries),
            languages: content.languages.clone(),
            industries: content.industries.clone(),
            services: content.services.iter().map(ServiceBody::from).collect(),
            featured_work: content.featured_work.clone(),
            social: content.social.clone(),
            availability: content.availability,
            tier: standing.tier,
            partner_since: standing.partner_since,
            rating: RatingSummary::from(ratings),
        }
    }
}

/// Published reviews in figures. Averages are in hundredths of a star; `null` without reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RatingSummary {
    /// How many.
    pub count: u32,
    /// Over both axes.
    pub average: Option<u32>,
    /// For quality of work.
    pub quality: Option<u32>,
    /// For communication.
    pub communication: Option<u32>,
    /// How many have 1, 2, 3, 4, 5 stars overall, a half counting up.
    pub histogram: [u32; 5],
}

impl From<Ratings> for RatingSummary {
    fn from(ratings: Ratings) -> Self {
        Self {
            count: ratings.count,
            average: ratings.average(),
            quality: ratings.average_quality(),
            communication: ratings.average_communication(),
            histogram: ratings.histogram,
        }
    }
}

//! A profile as it travels.

use guildhall_domain::country::Country;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{
    Availability, FeaturedWork, Handle, Price, ProfileContent, ServiceOffer, SocialLink,
};
use guildhall_domain::taxonomy::{Industry, Service, SpokenLanguage};
use serde::{Deserialize, Serialize};

/// A profile as it travels, both ways: `PUT` takes it whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProfileBody {
    /// The name in the address: 2 to 40 of `a-z`, `0-9` and `-`, starting with a letter.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[a-z][a-z0-9-]{1,39}$"))]
    pub handle: String,
    /// The business name; 80 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 80))]
    pub name: String,
    /// One sentence for the card; 160 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 160))]
    pub tagline: String,
    /// About the business; 3,000 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 3000))]
    pub bio: String,
    /// Where inquiries go.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = IdnEmail, max_length = 254))]
    pub contact_email: Personal,
    /// In which language the partner is written to.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^(en|sv|vi)$"))]
    pub contact_language: Language,
    /// Phone; 5 to 15 digits.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 32))]
    pub contact_phone: Option<Personal>,
    /// The site, with `https://`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 300))]
    pub website: Option<String>,
    /// The main city; 80 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 80))]
    pub city: String,
    /// The main country, ISO 3166-1 alpha-2.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[A-Z]{2}$"))]
    pub country: String,
    /// Further countries; at most 60.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 60))]
    pub supported_countries: Vec<String>,
    /// Languages.
    #[serde(default)]
    pub languages: Vec<SpokenLanguage>,
    /// Industries.
    #[serde(default)]
    pub industries: Vec<Industry>,
    /// Services, each once; at most five specialities.
    #[serde(default)]
    pub services: Vec<ServiceBody>,
    /// Work to show, in this order; at most six pieces.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 6))]
    pub featured_work: Vec<FeaturedWork>,
    /// Pages in social networks, each network once.
    #[serde(default)]
    pub social: Vec<SocialLink>,
    /// Whether new clients are taken.
    #[serde(default)]
    pub availability: Availability,
}

/// A service as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServiceBody {
    /// Which.
    pub service: Service,
    /// Whether it is a speciality.
    #[serde(default)]
    pub featured: bool,
    /// What it costs.
    pub price: Price,
    /// A few words; 200 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub description: String,
}

impl From<&ServiceOffer> for ServiceBody {
    fn from(offer: &ServiceOffer) -> Self {
        Self {
            service: offer.service,
            featured: offer.featured,
            price: offer.price,
            description: offer.description.clone(),
        }
    }
}

impl ProfileBody {
    /// The body of some content.
    #[must_use]
    pub fn new(handle: &Handle, content: &ProfileContent) -> Self {
        Self {
            handle: handle.as_str().to_owned(),
            name: content.name.clone(),
            tagline: content.tagline.clone(),
            bio: content.bio.clone(),
            contact_email: content.contact_email.clone(),
            contact_language: content.contact_language,
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
        }
    }
}

pub(crate) fn codes(countries: &[Country]) -> Vec<String> {
    countries.iter().map(|country| country.code().to_owned()).collect()
}

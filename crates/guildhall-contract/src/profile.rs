//! A partner's public profile as it is answered.

use chrono::NaiveDate;
use guildhall_domain::profile::Profile;
use serde::{Deserialize, Serialize};

/// What the world sees of a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicProfile {
    /// Its name in the address.
    pub handle: String,
    /// The business name.
    pub name: String,
    /// A few sentences about the business.
    pub bio: String,
    /// Where it is.
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// BCP 47 tags.
    pub languages: Vec<String>,
    /// The site.
    pub website: Option<String>,
    /// The day it became a partner.
    pub partner_since: NaiveDate,
}

impl From<Profile> for PublicProfile {
    fn from(profile: Profile) -> Self {
        Self {
            handle: profile.handle.as_str().to_owned(),
            name: profile.name,
            bio: profile.bio,
            city: profile.city,
            country: profile.country.code().to_owned(),
            languages: profile.languages,
            website: profile.website,
            partner_since: profile.partner_since,
        }
    }
}

//! The profile of a partner organisation: a working copy that the partner edits, and a published copy
//! that the world sees once it was approved.

mod aggregate;
mod command;
mod completeness;
mod content;
mod event;
mod handle;
mod policy;
mod public;

pub use aggregate::{PartnerProfile, Published, ReviewState, Suspension};
pub use command::{ProfileCommand, ProfileCommandKind, ProfileRefusal};
pub use completeness::{Completeness, Part};
pub use content::{
    Availability, ContentLimits, FeaturedWork, Price, ProfileContent, ServiceOffer, SocialLink, SocialNetwork,
};
pub use event::{ProfileEvent, ProfileEventKind, PublicChange};
pub use handle::{Handle, InvalidHandle, RESERVED_HANDLES};
pub use policy::{PROFILE_TRANSITIONS, ProfileGuard, ProfileTransition};
pub use public::{PublicCopy, Standing};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::ids::OrgId;

/// A published profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Its name in the address.
    pub handle: Handle,
    /// Whose it is.
    pub org: OrgId,
    /// The business name.
    pub name: String,
    /// A few sentences about the business.
    pub bio: String,
    /// Where it is.
    pub city: String,
    /// In which country.
    pub country: Country,
    /// Languages spoken, as BCP 47 tags.
    pub languages: Vec<String>,
    /// The site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// The day it became a partner.
    pub partner_since: NaiveDate,
}

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Handle, ProfileContent};
use crate::ids::OrgId;
use crate::review::Ratings;
use crate::taxonomy::Tier;

/// What the programme says about a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The tier.
    pub tier: Tier,
    /// The day it became a partner.
    pub partner_since: NaiveDate,
    /// Successful referrals within the last twelve months.
    pub referrals_year: u32,
}

/// What the world may see of a profile: one item, found by its handle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicCopy {
    /// Its name in the address.
    pub handle: Handle,
    /// Whose it is.
    pub org: OrgId,
    /// What is shown; `None` while the handle is only reserved, hidden or suspended.
    pub content: Option<ProfileContent>,
    /// What the programme says about the partner.
    pub standing: Standing,
    /// The published reviews in figures.
    pub ratings: Ratings,
    /// One more with every change.
    pub version: u64,
}

//! What waits for the programme's decision.

use chrono::{DateTime, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::personal::Personal;
use guildhall_domain::review::ReportReason;
use serde::{Deserialize, Serialize};

use crate::reviews::OwnReview;

/// Everything that waits, oldest first, at most 100 of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ModerationQueue {
    /// Profiles that wait for approval.
    pub profiles: Vec<WaitingProfileItem>,
    /// Reviews that somebody reported.
    pub reviews: Vec<ReportedReview>,
}

/// A profile that waits for approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingProfileItem {
    /// Whose it is.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub org: OrgId,
    /// The name in the address.
    pub handle: String,
    /// The business name.
    pub name: String,
    /// Since when it waits.
    pub since: DateTime<Utc>,
}

/// A review that somebody reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportedReview {
    /// The review.
    pub review: OwnReview,
    /// Which rule is said to be broken.
    pub reason: ReportReason,
    /// In the reporter's own words.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub note: Personal,
    /// When.
    pub reported_at: DateTime<Utc>,
}

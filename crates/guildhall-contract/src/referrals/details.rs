use chrono::{DateTime, Utc};
use guildhall_domain::policy::Estimate;
use serde::{Deserialize, Serialize};

use super::{KindSums, LedgerItem, ReferralItem};

/// One referral with what it earned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReferralDetails {
    /// The referral, as in the list.
    #[serde(flatten)]
    pub referral: ReferralItem,
    /// The ledger; `null` for whoever may not see money.
    pub ledger: Option<ReferralLedger>,
    /// What the merchant's plan would earn under the terms at the list price, an estimate; `null` for whoever may not
    /// see money, once the award was taken back, and where there is nothing to estimate by.
    pub estimate: Option<Estimate>,
}

/// The ledger of one referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReferralLedger {
    /// How many entries there are. Those that are not among the newest: `GET /api/v1/ledger?record=<id>`.
    pub total: usize,
    /// The newest entries, newest first; 50 at most.
    pub newest: Vec<LedgerItem>,
    /// What the entries sum to, by kind.
    pub by_kind: Vec<KindSums>,
    /// When the newest entry was booked.
    pub last_adjusted_at: Option<DateTime<Utc>>,
}

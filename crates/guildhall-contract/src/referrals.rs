//! The referral history as it is answered.

use chrono::{DateTime, Utc};
use guildhall_domain::ids::LeadId;
use guildhall_domain::money::Money;
use guildhall_domain::referral::{Plan, ReferralState, Source};
use serde::{Deserialize, Serialize};

/// A merchant whom the partner referred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReferralItem {
    /// Its id within the organisation.
    pub id: String,
    /// When the merchant was referred.
    pub referred_at: DateTime<Utc>,
    /// The merchant.
    pub merchant: String,
    /// Where the referral came from.
    pub source: Source,
    /// The lead, if it came from one.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub lead_id: Option<LeadId>,
    /// The plan that the merchant chose.
    pub plan: Plan,
    /// What the partner earned: the sum of the ledger.
    pub revenue: Money,
    /// Where the payout stands.
    pub state: ReferralState,
    /// The terms it earns under.
    pub terms: String,
}

/// A page of the referral history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReferralPage {
    /// The rows, in order.
    pub items: Vec<ReferralItem>,
    /// How many referrals the filter lets through.
    pub total: usize,
    /// How many of them come before this page.
    pub offset: usize,
    /// Ask for the next page with this `cursor`.
    pub next: Option<String>,
    /// Ask for the page before with this `cursor`.
    pub previous: Option<String>,
    /// What the filtered referrals earned, one sum per currency.
    pub totals: Vec<Money>,
}

use chrono::{DateTime, Utc};
use guildhall_domain::ids::LeadId;
use guildhall_domain::money::Money;
use guildhall_domain::referral::history::{self, HistoryRow};
use guildhall_domain::referral::{Plan, ReferralId, ReferralState, Source};
use serde::{Deserialize, Serialize};

use super::AppliedTerms;

/// A merchant whom the partner referred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReferralItem {
    /// Its id within the organisation.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "store:harbour-coffee"))]
    pub id: ReferralId,
    /// When the merchant was referred.
    pub referred_at: DateTime<Utc>,
    /// The merchant.
    pub merchant: String,
    /// Where the referral came from: `plus_lead`, `pos_lead`, `store_created`, `affiliate`, or a word that came later.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "store_created"))]
    pub source: Source,
    /// The lead, if it came from one.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub lead_id: Option<LeadId>,
    /// The name of the store that the partner created, if it came from one.
    pub store: Option<String>,
    /// The plan that the merchant chose last; `null` until they chose one.
    pub plan: Option<Plan>,
    /// What the partner earned: the sums of the ledger, one for each currency; `null` for whoever may not see money.
    pub revenue: Option<Vec<Money>>,
    /// Where the payout stands.
    pub state: ReferralState,
    /// The terms it earns under; `null` for a source that has none.
    pub terms: Option<AppliedTerms>,
}

impl ReferralItem {
    /// What a reader is answered who may, or may not, see money.
    #[must_use]
    pub fn new(row: &HistoryRow<'_>, sees_money: bool) -> Self {
        let referral = row.referral();
        let store = (referral.source == Source::StoreCreated).then(|| referral.id.name().to_owned());
        Self {
            id: referral.id.clone(),
            referred_at: referral.referred_at,
            merchant: referral.merchant.clone(),
            source: referral.source.clone(),
            lead_id: referral.lead.clone(),
            store,
            plan: referral.plan,
            revenue: sees_money.then(|| referral.revenue.iter().collect()),
            state: row.state,
            terms: referral.terms.as_deref().map(|id| AppliedTerms::new(id, referral.referred_at)),
        }
    }
}

/// How many referrals there are in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StateCount {
    /// The state.
    pub state: ReferralState,
    /// How many, under the same filter but for the states.
    pub count: usize,
}

impl From<history::StateCount> for StateCount {
    fn from(count: history::StateCount) -> Self {
        Self { state: count.state, count: count.count }
    }
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
    /// What all referrals that the filter lets through earned, one sum for each currency; `null` for whoever may not see
    /// money.
    pub totals: Option<Vec<Money>>,
    /// How many there are in each state but *reversed*, which the history does not show.
    pub states: Vec<StateCount>,
    /// The sources that occur in the history, whatever the filter; more may come.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub sources: Vec<Source>,
}

use chrono::{DateTime, NaiveDate, Utc};
use guildhall_domain::lead::Support;
use guildhall_domain::policy::terms_by_id;
use serde::{Deserialize, Serialize};

/// The terms that a lead or a referral keeps, with what they were chosen by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AppliedTerms {
    /// The version's name.
    pub id: String,
    /// The first day it was in force.
    pub since: Option<NaiveDate>,
    /// The first day it was in force for no new referral any more; `null` while it is.
    pub until: Option<NaiveDate>,
    /// With or without sales support, where that made the difference; `null` where it did not.
    pub chosen_by_support: Option<Support>,
}

impl AppliedTerms {
    /// The terms of this name for a merchant who was referred at this moment.
    #[must_use]
    pub fn new(id: &str, referred_at: DateTime<Utc>) -> Self {
        let terms = terms_by_id(id);
        Self {
            id: id.to_owned(),
            since: terms.map(|terms| terms.since),
            until: terms.and_then(guildhall_domain::policy::Terms::until),
            chosen_by_support: terms.and_then(|terms| terms.chosen_by(referred_at)),
        }
    }
}

//! A membership: from it follows what somebody's token says.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::House;
use crate::actor::Role;
use crate::ids::UserId;
use crate::personal::Personal;

/// Somebody's membership. Everybody has one at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// Who, by the token's `sub`.
    pub person: UserId,
    /// Their name when they came.
    pub name: Personal,
    /// The address that they were invited at.
    pub email: Personal,
    /// What they may do; one of the house's roles.
    pub role: Role,
    /// Whether they were granted to see what the organisation earns. Owners see it without: see [`Self::sees_money`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub financials: bool,
    /// Where.
    #[serde(rename = "org")]
    pub house: House,
    /// Since when, by the business clock.
    pub since: DateTime<Utc>,
    /// Whether it is over. What is over gives nothing, and is kept for a while only so that it can be told of.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ended: bool,
}

impl Membership {
    /// Whether it holds: not over, and of a role that the house has.
    #[must_use]
    pub fn holds(&self) -> bool {
        !self.ended && self.house.roles().contains(&self.role)
    }

    /// Whether they see what their organisation earns and is paid.
    #[must_use]
    pub fn sees_money(&self) -> bool {
        self.role.sees_money(self.financials)
    }
}

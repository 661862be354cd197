//! An invitation, from the mail to the acceptance.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{House, InvitationId, is_same_address};
use crate::actor::{Role, Signature};
use crate::delivery::Delivery;
use crate::personal::Personal;
use crate::policy::Language;

/// How long an invitation is good, in days of the business clock.
pub const VALID_DAYS: i64 = 14;

/// Whoever asks for the same again sooner is taken to say it twice, as after an answer that was lost: nothing is
/// mailed a second time.
pub const RENEWED_APART: TimeDelta = TimeDelta::minutes(1);

/// How an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum InvitationState {
    /// It waits for its answer.
    Open,
    /// Whoever was invited has come.
    Accepted,
    /// It was taken back.
    Withdrawn,
    /// Nobody came in time.
    Expired,
}

impl InvitationState {
    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }
}

/// What somebody is to be, and to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered {
    /// The role.
    pub role: Role,
    /// Whether they are to see what the organisation earns, which owners do without.
    pub financials: bool,
}

/// Somebody is asked to become a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The address that is invited. Only whoever has made sure of it where they sign in can accept.
    pub email: Personal,
    /// What they are to be.
    pub role: Role,
    /// Whether they are to see what the organisation earns, which owners do without.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub financials: bool,
    /// Of what.
    #[serde(rename = "org")]
    pub house: House,
    /// What the house was called then; empty for the platform's own people.
    #[serde(default)]
    pub house_name: String,
    /// The language that the mail is in.
    pub language: Language,
    /// Who invited last.
    pub invited_by: Signature,
    /// When that was, by the business clock.
    pub at: DateTime<Utc>,
    /// Until when it is good, by the business clock.
    pub expires_at: DateTime<Utc>,
    /// How it was answered; an open one may have expired all the same: see [`Self::state_at`].
    pub state: InvitationState,
    /// How far the last mail came.
    #[serde(default)]
    pub delivery: Delivery,
}

impl Invitation {
    /// Invites, or invites once more: the same id, and from now on good for the whole time.
    #[must_use]
    pub fn renewed(
        mut self,
        offered: Offered,
        by: Signature,
        language: Language,
        now: DateTime<Utc>,
    ) -> Self {
        (self.role, self.financials) = (offered.role, offered.financials);
        (self.invited_by, self.language) = (by, language);
        (self.at, self.expires_at) = (now, now + TimeDelta::days(VALID_DAYS));
        (self.state, self.delivery) = (InvitationState::Open, Delivery::Pending);
        self
    }

    /// How it stands at a moment.
    #[must_use]
    pub fn state_at(&self, now: DateTime<Utc>) -> InvitationState {
        match self.state {
            InvitationState::Open if self.expires_at <= now => InvitationState::Expired,
            state => state,
        }
    }

    /// Whether it is for whoever has this address.
    #[must_use]
    pub fn is_for(&self, address: &Personal) -> bool {
        is_same_address(self.email.as_str(), address.as_str())
    }

    /// Whether asking for this now only repeats what was asked for a moment ago.
    #[must_use]
    pub fn is_repeated_by(&self, offered: Offered, by: &Signature, now: DateTime<Utc>) -> bool {
        let lately = self.at <= now && now < self.at + RENEWED_APART;
        let is_same = Offered { role: self.role, financials: self.financials } == offered;
        lately && self.state == InvitationState::Open && is_same && self.invited_by.id == by.id
    }
}

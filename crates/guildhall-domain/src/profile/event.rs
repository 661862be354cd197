use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ProfileContent, Standing};
use crate::actor::Signature;
use crate::taxonomy::Tier;

/// Something that happened to a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileEvent {
    /// The profile's version after it.
    pub seq: u64,
    /// When, in business time.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Signature,
    /// What.
    #[serde(flatten)]
    pub kind: ProfileEventKind,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ProfileEventKind {
    /// The partner began a profile.
    Created,
    /// It came over from the Experts Marketplace, for the first time or again.
    MovedOver,
    /// The partner changed the working copy.
    Edited,
    /// The partner sent the working copy for approval.
    Submitted,
    /// The working copy became the published one.
    Approved,
    /// The programme wants something changed first.
    ChangesAsked {
        /// What.
        note: String,
    },
    /// The partner took the profile out of the directory.
    Hidden,
    /// The partner put it back.
    Shown,
    /// The programme took it out.
    Suspended {
        /// Why.
        reason: String,
    },
    /// The programme put it back.
    Reinstated {
        /// Why.
        note: String,
    },
    /// The programme changed the tier.
    TierChanged {
        /// What it was.
        from: Tier,
        /// What it is.
        to: Tier,
    },
}

/// What an event does to what the world sees, as a part of the event's own transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicChange {
    /// A handle that was never public is let go, another one is taken.
    Move {
        /// The handle that is free again.
        from: super::Handle,
    },
    /// This is shown from now on.
    Show(Box<ProfileContent>),
    /// Nothing is shown any more.
    Withdraw,
    /// The standing is another one.
    Standing(Standing),
}

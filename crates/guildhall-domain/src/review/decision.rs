use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::RemovalReason;
use crate::actor::Signature;

/// What the programme decided about a review, and who of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The review's version after it.
    pub seq: u64,
    /// When, in business time.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Signature,
    /// What.
    #[serde(flatten)]
    pub verdict: Verdict,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// The review was removed.
    Removed {
        /// Why.
        reason: RemovalReason,
    },
    /// The review stays, whatever was reported.
    Kept,
}

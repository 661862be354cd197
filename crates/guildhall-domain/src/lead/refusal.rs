//! Why something may not happen to a lead.

use super::CommandKind;
use crate::policy::Guard;

/// A refused command. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The role may never do this.
    #[error("this role may not do that")]
    NotPermitted,
    /// The lead is not where this can be done from.
    #[error("not possible from where the lead stands")]
    InvalidTransition {
        /// What this actor could do instead.
        allowed: Vec<CommandKind>,
    },
    /// It was decided already, and deciding it again could pay twice.
    #[error("the lead is settled already")]
    AlreadySettled,
    /// A condition of the transition does not hold.
    #[error("a condition does not hold: {0:?}")]
    Guard(Guard),
    /// The second person must be somebody else than the first.
    #[error("somebody else has to confirm this")]
    SecondPersonNeeded,
    /// The timeline is as long as it may get.
    #[error("the timeline is full")]
    TimelineFull,
}

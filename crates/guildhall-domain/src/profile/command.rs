use serde::{Deserialize, Serialize};

use super::{Handle, Part, ProfileContent};
use crate::taxonomy::Tier;

/// What may be asked of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProfileCommand {
    /// Change the working copy.
    Edit {
        /// The name in the address; fixed once the profile was published.
        handle: Handle,
        /// All of it.
        content: Box<ProfileContent>,
    },
    /// Send the working copy for approval.
    Submit,
    /// Publish the working copy.
    Approve,
    /// Say what has to change first.
    AskChanges {
        /// What.
        note: String,
    },
    /// Take the profile out of the directory.
    Hide,
    /// Put it back.
    Show,
    /// Take it out, whatever the partner wants.
    Suspend {
        /// Why.
        reason: String,
    },
    /// End the suspension.
    Reinstate {
        /// Why.
        note: String,
    },
    /// Change the tier.
    SetTier {
        /// To this.
        tier: Tier,
    },
}

/// A command without its particulars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ProfileCommandKind {
    /// [`ProfileCommand::Edit`].
    Edit,
    /// [`ProfileCommand::Submit`].
    Submit,
    /// [`ProfileCommand::Approve`].
    Approve,
    /// [`ProfileCommand::AskChanges`].
    AskChanges,
    /// [`ProfileCommand::Hide`].
    Hide,
    /// [`ProfileCommand::Show`].
    Show,
    /// [`ProfileCommand::Suspend`].
    Suspend,
    /// [`ProfileCommand::Reinstate`].
    Reinstate,
    /// [`ProfileCommand::SetTier`].
    SetTier,
}

impl ProfileCommandKind {
    /// Every command.
    pub const ALL: [Self; 9] = [
        Self::Edit,
        Self::Submit,
        Self::Approve,
        Self::AskChanges,
        Self::Hide,
        Self::Show,
        Self::Suspend,
        Self::Reinstate,
        Self::SetTier,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Submit => "submit",
            Self::Approve => "approve",
            Self::AskChanges => "ask_changes",
            Self::Hide => "hide",
            Self::Show => "show",
            Self::Suspend => "suspend",
            Self::Reinstate => "reinstate",
            Self::SetTier => "set_tier",
        }
    }
}

impl ProfileCommand {
    /// The command without its particulars.
    #[must_use]
    pub fn kind(&self) -> ProfileCommandKind {
        match self {
            Self::Edit { .. } => ProfileCommandKind::Edit,
            Self::Submit => ProfileCommandKind::Submit,
            Self::Approve => ProfileCommandKind::Approve,
            Self::AskChanges { .. } => ProfileCommandKind::AskChanges,
            Self::Hide => ProfileCommandKind::Hide,
            Self::Show => ProfileCommandKind::Show,
            Self::Suspend { .. } => ProfileCommandKind::Suspend,
            Self::Reinstate { .. } => ProfileCommandKind::Reinstate,
            Self::SetTier { .. } => ProfileCommandKind::SetTier,
        }
    }
}

/// Why a command is refused. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileRefusal {
    /// This role may never do it.
    #[error("this role may not do that")]
    Forbidden,
    /// Not in this state; these commands are possible instead.
    #[error("not possible now")]
    NotNow {
        /// What the same person could do now.
        allowed: Vec<ProfileCommandKind>,
    },
    /// Parts are missing without which nothing is published.
    #[error("parts of the profile are missing")]
    Incomplete {
        /// Which.
        missing: Vec<Part>,
    },
    /// The profile was published under its handle, which people have in links by now.
    #[error("a published profile keeps its handle")]
    HandleFixed,
}

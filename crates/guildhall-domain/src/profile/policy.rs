//! Who may do what to a profile, and when: the table that server and screens read.

use super::{PartnerProfile, ProfileCommandKind, ReviewState};
use crate::actor::Role;

/// A condition of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileGuard {
    /// The working copy waits for nobody: it is a draft, or changes were asked for.
    IsDraft,
    /// The working copy waits for approval.
    IsInReview,
    /// The profile was published, and is not hidden.
    IsShown,
    /// The profile was published, and the partner hid it.
    IsHidden,
    /// The programme suspended it.
    IsSuspended,
    /// The programme did not.
    IsNotSuspended,
}

/// One row of the table.
#[derive(Debug)]
pub struct ProfileTransition {
    /// What is asked.
    pub command: ProfileCommandKind,
    /// Who may.
    pub role: Role,
    /// When.
    pub guards: &'static [ProfileGuard],
}

/// The table. What is in no row is refused.
pub const PROFILE_TRANSITIONS: &[ProfileTransition] = &[
    row(ProfileCommandKind::Edit, Role::PartnerOwner, &[]),
    row(ProfileCommandKind::Submit, Role::PartnerOwner, &[ProfileGuard::IsDraft]),
    row(ProfileCommandKind::Approve, Role::ProgramAdmin, &[ProfileGuard::IsInReview]),
    row(ProfileCommandKind::AskChanges, Role::ProgramAdmin, &[ProfileGuard::IsInReview]),
    row(ProfileCommandKind::Hide, Role::PartnerOwner, &[ProfileGuard::IsShown]),
    row(ProfileCommandKind::Show, Role::PartnerOwner, &[ProfileGuard::IsHidden]),
    row(ProfileCommandKind::Suspend, Role::ProgramAdmin, &[ProfileGuard::IsNotSuspended]),
    row(ProfileCommandKind::Reinstate, Role::ProgramAdmin, &[ProfileGuard::IsSuspended]),
    row(ProfileCommandKind::SetTier, Role::ProgramAdmin, &[]),
];

const fn row(command: ProfileCommandKind, role: Role, guards: &'static [ProfileGuard]) -> ProfileTransition {
    ProfileTransition { command, role, guards }
}

impl ProfileGuard {
    pub(super) fn holds(self, profile: &PartnerProfile) -> bool {
        let is_published = profile.published.is_some();
        match self {
            Self::IsDraft => {
                matches!(profile.review, ReviewState::Draft | ReviewState::ChangesAsked { .. })
            }
            Self::IsInReview => matches!(profile.review, ReviewState::InReview { .. }),
            Self::IsShown => is_published && !profile.hidden,
            Self::IsHidden => is_published && profile.hidden,
            Self::IsSuspended => profile.suspension.is_some(),
            Self::IsNotSuspended => profile.suspension.is_none(),
        }
    }
}

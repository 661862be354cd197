//! Refusals of the domain, as problems.

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_domain::inquiry::{InquiryCommandKind, InquiryRefusal};
use guildhall_domain::lead::Refusal;
use guildhall_domain::organisation::MemberRefusal;
use guildhall_domain::profile::{ProfileCommandKind, ProfileRefusal};
use guildhall_domain::review::ReviewRefusal;

use crate::{Problem, ProblemCode};

/// The problem that a refused command is answered with.
#[must_use]
pub fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::NotPermitted => Problem::new(ProblemCode::Forbidden),
        Refusal::InvalidTransition { allowed } => {
            Problem { allowed: Some(allowed.into()), ..Problem::new(ProblemCode::InvalidTransition) }
        }
        Refusal::AlreadySettled => Problem::new(ProblemCode::AlreadySettled),
        Refusal::Guard(guard) => Problem { guard: Some(guard), ..Problem::new(ProblemCode::GuardFailed) },
        Refusal::SecondPersonNeeded => Problem::new(ProblemCode::SecondPersonNeeded),
        Refusal::TimelineFull => Problem::new(ProblemCode::TimelineFull),
    }
}

/// The problem that a refused command of a profile is answered with.
#[must_use]
pub fn profile_refused(refusal: ProfileRefusal) -> Problem {
    match refusal {
        ProfileRefusal::Forbidden => Problem::new(ProblemCode::Forbidden),
        ProfileRefusal::NotNow { allowed } => {
            let possible = Some(allowed.into_iter().map(ProfileCommandKind::code).collect());
            Problem { possible, ..Problem::new(ProblemCode::NotNow) }
        }
        ProfileRefusal::Incomplete { missing } => {
            Problem { missing: Some(missing.into()), ..Problem::new(ProblemCode::ProfileIncomplete) }
        }
        ProfileRefusal::HandleFixed => {
            Problem::fields(vec![FieldError::field("handle", FieldCode::HandleFixed)])
        }
    }
}

/// The problem that a refused command of an inquiry is answered with.
#[must_use]
pub fn inquiry_refused(refusal: InquiryRefusal) -> Problem {
    match refusal {
        InquiryRefusal::Forbidden => Problem::new(ProblemCode::Forbidden),
        InquiryRefusal::NotNow { allowed } => {
            let possible = Some(allowed.into_iter().map(InquiryCommandKind::code).collect());
            Problem { possible, ..Problem::new(ProblemCode::NotNow) }
        }
    }
}

/// The problem that is answered when something about members is refused.
#[must_use]
pub fn member_refused(refusal: MemberRefusal) -> Problem {
    Problem::new(match refusal {
        MemberRefusal::Forbidden => ProblemCode::Forbidden,
        MemberRefusal::Suspended => ProblemCode::OrganisationSuspended,
        MemberRefusal::RoleUnknown => {
            return Problem::fields(vec![FieldError::field("role", FieldCode::ChoiceUnknown)]);
        }
        MemberRefusal::OwnRole => ProblemCode::OwnRole,
        MemberRefusal::LastHead => ProblemCode::LastOwner,
        MemberRefusal::Full => ProblemCode::MembersFull,
        MemberRefusal::MemberAlready => ProblemCode::MemberAlready,
        MemberRefusal::Closed => ProblemCode::InvitationClosed,
        MemberRefusal::Unknown => ProblemCode::NotFound,
    })
}

/// The problem of whoever did something too often; in so many seconds they may again.
#[must_use]
pub fn too_many(seconds: u32) -> Problem {
    Problem { retry_after: Some(seconds), ..Problem::new(ProblemCode::TooManyRequests) }
}

/// The problem that a refused command of a review is answered with.
#[must_use]
pub fn review_refused(refusal: ReviewRefusal) -> Problem {
    Problem::new(match refusal {
        ReviewRefusal::Forbidden => ProblemCode::Forbidden,
        ReviewRefusal::NotEligible => ProblemCode::ReviewNotEligible,
        ReviewRefusal::NotNow => ProblemCode::NotNow,
        ReviewRefusal::AlreadyReplied => ProblemCode::AlreadyReplied,
        ReviewRefusal::AlreadyReported => ProblemCode::AlreadyReported,
    })
}
